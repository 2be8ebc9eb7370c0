import { DEFAULT_TABLE_SIZE } from '#hpack/limits';
import { ErrorCode } from '#http2/error-code';
import { DEFAULT_MAX_FRAME_SIZE } from '#http2/frames/frame-header';
import type { SettingsEntry } from '#http2/frames/settings';
import { connectionError } from '#http2/http2-error';
import { DEFAULT_WINDOW, MAX_WINDOW } from '#http2/streams/flow-control';

/** What each side tells the other about itself in SETTINGS (RFC 9113 §6.5.2). */
export interface Settings {
  /** How large a compression table the sender of this setting keeps for *decoding*. */
  headerTableSize: number;
  enablePush: boolean;
  /** How many streams the *other* side may have open at once. */
  maxConcurrentStreams: number;
  /** The flow-control window with which every new stream starts. */
  initialWindowSize: number;
  /** The largest frame payload that the sender of this setting takes. */
  maxFrameSize: number;
  /** Advice: the largest header list it takes, 32 octets added for each field. */
  maxHeaderListSize: number;
}

/** What holds until the first SETTINGS says otherwise. */
export const PROTOCOL_DEFAULTS: Readonly<Settings> = {
  headerTableSize: DEFAULT_TABLE_SIZE,
  enablePush: true,
  maxConcurrentStreams: Number.POSITIVE_INFINITY,
  initialWindowSize: DEFAULT_WINDOW,
  maxFrameSize: DEFAULT_MAX_FRAME_SIZE,
  maxHeaderListSize: Number.POSITIVE_INFINITY,
};

const IDS: Record<keyof Settings, number> = {
  headerTableSize: 0x1,
  enablePush: 0x2,
  maxConcurrentStreams: 0x3,
  initialWindowSize: 0x4,
  maxFrameSize: 0x5,
  maxHeaderListSize: 0x6,
};

const LARGEST_FRAME = 0xffffff;

/** The entries that tell a peer how these settings differ from the protocol's defaults. */
export function settingsEntries(settings: Readonly<Settings>): SettingsEntry[] {
  const entries: SettingsEntry[] = [];
  for (const [key, id] of Object.entries(IDS) as [keyof Settings, number][]) {
    if (settings[key] !== PROTOCOL_DEFAULTS[key]) entries.push([id, Number(settings[key])]);
  }
  return entries;
}

/**
 * Puts what a peer sent into `settings`, entry by entry; unknown ids are ignored (§6.5.2).
 * @throws Http2Error for the connection where a value is not allowed.
 */
export function applySettings(settings: Settings, entries: readonly SettingsEntry[]): void {
  for (const [id, value] of entries) {
    switch (id) {
      case IDS.headerTableSize:
        settings.headerTableSize = value;
        break;
      case IDS.enablePush:
        if (value > 1) throw wrong('ENABLE_PUSH', value);
        settings.enablePush = value === 1;
        break;
      case IDS.maxConcurrentStreams:
        settings.maxConcurrentStreams = value;
        break;
      case IDS.initialWindowSize:
        if (value > MAX_WINDOW) {
          throw wrong('INITIAL_WINDOW_SIZE', value, ErrorCode.FLOW_CONTROL_ERROR);
        }
        settings.initialWindowSize = value;
        break;
      case IDS.maxFrameSize:
        if (value < DEFAULT_MAX_FRAME_SIZE || value > LARGEST_FRAME) {
          throw wrong('MAX_FRAME_SIZE', value);
        }
        settings.maxFrameSize = value;
        break;
      case IDS.maxHeaderListSize:
        settings.maxHeaderListSize = value;
        break;
    }
  }
}

function wrong(name: string, value: number, code: number = ErrorCode.PROTOCOL_ERROR) {
  return connectionError(code, `SETTINGS_${name} must not be ${value} (§6.5.2)`);
}
