import type { HpackDecoder } from '#hpack/decoder';
import type { SettingsEntry } from '#http2/frames/settings';
import type { ConnectionContext } from './connection-context.ts';
import { ErrorCode } from './error-code.ts';
import { Flag, FrameType } from './frame-type.ts';
import { connectionError } from './http2-error.ts';
import { applySettings, settingsEntries } from './settings.ts';

/**
 * The two sides' settings (RFC 9113 §6.5.3). The peer's hold for us as soon as we have read them,
 * and we say so; ours hold for the peer from its answer on.
 */
export class SettingsSync {
  /** The peer's first SETTINGS have come. */
  received = false;
  readonly #context: ConnectionContext;
  readonly #decoder: HpackDecoder;
  #sent = false;

  constructor(context: ConnectionContext, decoder: HpackDecoder) {
    this.#context = context;
    this.#decoder = decoder;
  }

  /** Our half of the handshake: SETTINGS, and the connection's window, which no setting sets. */
  send(windowIncrement: number): void {
    const { sender, local } = this.#context;
    sender.settings(settingsEntries(local));
    if (windowIncrement > 0) sender.windowUpdate(0, windowIncrement);
    this.#sent = true;
  }

  /** @throws Http2Error: the first frame of each side has to be its SETTINGS (§3.4). */
  requireFirst(type: number, flags: number): void {
    if (type !== FrameType.SETTINGS || (flags & Flag.ACK) !== 0) {
      throw connectionError(ErrorCode.PROTOCOL_ERROR, 'the first frame is not SETTINGS (§3.4)');
    }
  }

  receive(entries: readonly SettingsEntry[]): void {
    const { remote, streams, sender, handler, guards, now } = this.#context;
    guards.settings.spend(now);
    const before = remote.initialWindowSize;
    applySettings(remote, entries);
    const change = remote.initialWindowSize - before;
    if (change !== 0) {
      for (const stream of streams.all()) {
        if (!stream.sendWindow.grow(change)) {
          const message = 'INITIAL_WINDOW_SIZE lifts a window above 2^31-1 (§6.9.2)';
          throw connectionError(ErrorCode.FLOW_CONTROL_ERROR, message);
        }
        if (change > 0) stream.windowOpened();
      }
    }
    sender.encoder.setMaxTableSize(remote.headerTableSize);
    sender.settingsAck();
    this.received = true;
    handler.settings?.(remote);
    this.#context.streamGone(); // More streams may be possible.
  }

  /** The peer keeps to our settings from here on. */
  acknowledged(): void {
    if (!this.#sent) {
      this.#context.guards.ignored.spend(this.#context.now);
      return;
    }
    this.#sent = false;
    const { local, streams } = this.#context;
    this.#decoder.setMaxTableSize(local.headerTableSize);
    const change = local.initialWindowSize - this.#context.receiveWindowSize;
    this.#context.receiveWindowSize = local.initialWindowSize;
    if (change !== 0) for (const stream of streams.all()) stream.receiveWindow.resize(change);
  }
}
