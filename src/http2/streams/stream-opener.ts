import type { HeaderField } from '#hpack/header-field';
import type { StreamHandler } from '#http2/events';
import { ASSUMED_MAX_CONCURRENT_STREAMS } from '#http2/limits/limits';
import type { Settings } from '#http2/protocol/settings';
import type { SettingsExchange } from '#http2/protocol/settings-exchange';
import type { Shutdown } from '#http2/protocol/shutdown';
import type { LiveStream } from './live-stream.ts';
import type { StreamTable } from './stream-table.ts';

/** Opens a client's streams, and no more at once than the server takes (RFC 9113 §5.1.2). */
export class StreamOpener {
  readonly #streams: StreamTable;
  readonly #remote: Readonly<Settings>;
  readonly #settings: SettingsExchange;
  readonly #shutdown: Shutdown;
  readonly #onAvailable: () => void;
  readonly #onUsedUp: () => void;
  #wasAvailable = true;

  /**
   * @param onAvailable there is room again after there was none.
   * @param onUsedUp the last id has been given to a stream.
   */
  constructor(
    streams: StreamTable,
    remote: Readonly<Settings>,
    settings: SettingsExchange,
    shutdown: Shutdown,
    onAvailable: () => void,
    onUsedUp: () => void,
  ) {
    this.#streams = streams;
    this.#remote = remote;
    this.#settings = settings;
    this.#shutdown = shutdown;
    this.#onAvailable = onAvailable;
    this.#onUsedUp = onUsedUp;
  }

  /** How many streams may be opened now. */
  get available(): number {
    if (this.#shutdown.begun || this.#streams.ids.next === undefined) return 0;
    const allowed = this.#settings.received
      ? this.#remote.maxConcurrentStreams
      : ASSUMED_MAX_CONCURRENT_STREAMS;
    return Math.max(0, allowed - this.#streams.size);
  }

  /** Only while `available` is above 0. */
  open(fields: readonly HeaderField[], endStream: boolean, handler: StreamHandler): LiveStream {
    const { ids } = this.#streams;
    const stream = this.#streams.create(ids.next!);
    this.#streams.sender.headers(stream.id, fields, endStream);
    // Not before: if these headers cannot be sent, the id has not been used.
    ids.begin(stream.id);
    stream.handler = handler;
    stream.headRequest = fields[0]?.value === 'HEAD';
    stream.advance('send headers');
    if (endStream) stream.advance('send end');
    this.#streams.add(stream);
    this.roomChanged();
    if (ids.next === undefined) this.#onUsedUp();
    return stream;
  }

  /**
   * Whatever changes how many streams may be opened leads here: a stream opened or closed, the
   * server changed its limit. Calls that wait for room hear of it, however it came.
   */
  roomChanged(): void {
    const isAvailable = this.available > 0;
    const news = isAvailable && !this.#wasAvailable;
    this.#wasAvailable = isAvailable;
    if (news) this.#onAvailable();
  }
}
