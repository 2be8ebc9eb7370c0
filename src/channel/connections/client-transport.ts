import { StreamQueue, type StreamWaiter } from '#channel/connections/stream-queue';
import { MAX_QUEUED_CALLS } from '#channel/limits';
import {
  ClientStream,
  type ClientStreamOptions,
  type ResponseHandler,
} from '#grpc/client/client-stream';
import { InflationLimit } from '#grpc/inflation-limit';
import type { HeaderField } from '#hpack/header-field';
import type { Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import { type Clock, systemClock } from '#time/clock';

/**
 * One HTTP/2 connection as calls use it: it opens streams, and queues the calls beyond the limit.
 */
export class ClientTransport {
  readonly #http2: Http2Connection;
  readonly #queue: StreamQueue;
  readonly #inflation: InflationLimit;

  constructor(http2: Http2Connection, clock: Clock = systemClock) {
    this.#http2 = http2;
    this.#queue = new StreamQueue(() => http2.availableStreams > 0, MAX_QUEUED_CALLS);
    this.#inflation = new InflationLimit(clock);
  }

  get openStreams(): number {
    return this.#http2.openStreams;
  }

  /** False: others wait already, or the peer takes no more streams. */
  get available(): boolean {
    return this.#queue.open;
  }

  /** Only while `available`. */
  open(
    fields: readonly HeaderField[],
    options: ClientStreamOptions,
    handler: ResponseHandler,
  ): ClientStream {
    return new ClientStream(this.#http2, fields, options, handler, this.#inflation);
  }

  /** @returns false: too many wait already. */
  wait(waiter: StreamWaiter): boolean {
    return this.#queue.join(waiter);
  }

  forget(waiter: StreamWaiter): void {
    this.#queue.leave(waiter);
  }

  /** A stream has ended, or the server allows more: the next ones in line get their turn. */
  streamsAvailable(): void {
    this.#queue.serve();
  }

  /** It takes no more streams: the peer has sent GOAWAY, or the connection is gone. */
  lost(): void {
    this.#queue.close();
  }

  /** No new calls; it closes when the last one has ended. */
  shutdown(): void {
    this.lost();
    this.#http2.shutdown();
  }

  abort(): void {
    this.lost();
    this.#http2.abort(ErrorCode.NO_ERROR);
  }
}
