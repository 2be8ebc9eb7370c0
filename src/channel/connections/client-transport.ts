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

/** A call that waits for its place on a connection. */
export interface StreamWaiter {
  /** There is a place: take it with `open`. */
  streamAvailable(transport: ClientTransport): void;
  /** There will not be one: look for another connection. */
  transportLost(): void;
}

/**
 * One HTTP/2 connection as calls use it: it opens streams, and queues the calls beyond the limit.
 */
export class ClientTransport {
  readonly #http2: Http2Connection;
  /** In the order of their arrival. */
  readonly #waiting = new Set<StreamWaiter>();
  readonly #inflation: InflationLimit;
  #lost = false;

  constructor(http2: Http2Connection, clock: Clock = systemClock) {
    this.#http2 = http2;
    this.#inflation = new InflationLimit(clock);
  }

  get openStreams(): number {
    return this.#http2.openStreams;
  }

  /** False: others wait already, or the peer takes no more streams. */
  get available(): boolean {
    return this.#waiting.size === 0 && this.#hasRoom;
  }

  get #hasRoom(): boolean {
    return !this.#lost && this.#http2.availableStreams > 0;
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
    if (this.#waiting.size >= MAX_QUEUED_CALLS) return false;
    this.#waiting.add(waiter);
    return true;
  }

  forget(waiter: StreamWaiter): void {
    this.#waiting.delete(waiter);
  }

  /** A stream has ended: the next ones in line get their turn. */
  streamsAvailable(): void {
    for (const waiter of this.#waiting) {
      if (!this.#hasRoom) return;
      this.#waiting.delete(waiter);
      waiter.streamAvailable(this);
    }
  }

  /** It takes no more streams: the peer has sent GOAWAY, or the connection is gone. */
  lost(): void {
    this.#lost = true;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const waiter of waiting) waiter.transportLost();
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
