import type { HpackDecoder } from '#hpack/decoder';
import { ErrorCode } from '#http2/error-code';
import type { SettingsEntry } from '#http2/frames/settings';
import { connectionError } from '#http2/http2-error';
import type { Guards } from '#http2/limits/guards';
import type { StreamTable } from '#http2/streams/stream-table';
import type { Sender } from './sender.ts';
import { applySettings, type Settings, settingsEntries } from './settings.ts';

/** Whom the two sides' settings concern. */
export interface SettingsUsers {
  readonly sender: Sender;
  readonly streams: StreamTable;
  readonly decoder: HpackDecoder;
  readonly guards: Guards;
}

/**
 * How the two sides tell each other their settings (RFC 9113 §6.5.3). The peer's hold for us as
 * soon as we have read them, and we say so; ours hold for the peer from its answer on.
 */
export class SettingsExchange {
  /** The peer's first SETTINGS have come. */
  received = false;
  /** The peer's settings have been applied. */
  onReceived: () => void = () => {};
  readonly #local: Readonly<Settings>;
  readonly #remote: Settings;
  readonly #users: SettingsUsers;
  #awaitsAck = false;

  constructor(local: Readonly<Settings>, remote: Settings, users: SettingsUsers) {
    this.#local = local;
    this.#remote = remote;
    this.#users = users;
  }

  /** Our half of the handshake: SETTINGS, and the connection's window, which no setting sets. */
  send(windowIncrement: number): void {
    const { sender } = this.#users;
    sender.settings(settingsEntries(this.#local));
    if (windowIncrement > 0) sender.windowUpdate(0, windowIncrement);
    this.#awaitsAck = true;
  }

  receive(entries: readonly SettingsEntry[]): void {
    const { sender, streams, guards } = this.#users;
    guards.spend('settings');
    applySettings(this.#remote, entries);
    if (!streams.resizeSendWindows(this.#remote.initialWindowSize)) {
      const message = 'INITIAL_WINDOW_SIZE lifts a window above 2^31-1 (§6.9.2)';
      throw connectionError(ErrorCode.FLOW_CONTROL_ERROR, message);
    }
    sender.encoder.setMaxTableSize(this.#remote.headerTableSize);
    sender.settingsAck();
    this.received = true;
    this.onReceived();
  }

  /** The peer keeps to our settings from here on. */
  acknowledged(): void {
    const { streams, decoder, guards } = this.#users;
    if (!this.#awaitsAck) {
      guards.spend('ignored');
      return;
    }
    this.#awaitsAck = false;
    decoder.setMaxTableSize(this.#local.headerTableSize);
    streams.resizeReceiveWindows(this.#local.initialWindowSize);
  }
}
