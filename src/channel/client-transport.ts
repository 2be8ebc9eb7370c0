import { ClientStream, type ClientStreamOptions, type ResponseHandler } from '#grpc/client-stream';
import type { HeaderField } from '#hpack/header-field';
import type { Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import { MAX_QUEUED_CALLS } from './limits.ts';

/** A call that waits for its place on a connection. */
export interface StreamWaiter {
  /** There is one: take it with `open`. */
  streamAvailable(transport: ClientTransport): void;
  /** There will be none: look for another connection. */
  transportLost(): void;
}

/** One HTTP/2 connection as calls use it: it opens streams, and queues who comes too many. */
export class ClientTransport {
  readonly #http2: Http2Connection;
  /** Encrypted and checked: call credentials may travel here. */
  readonly secure: boolean;
  /** In the order in which they came. */
  readonly #waiting = new Set<StreamWaiter>();
  #lost = false;

  constructor(http2: Http2Connection, secure: boolean) {
    this.#http2 = http2;
    this.secure = secure;
  }

  get openStreams(): number {
    return this.#http2.openStreams;
  }

  /** False: the peer's limit of concurrent streams is reached, or it takes no more at all. */
  get available(): boolean {
    return !this.#lost && this.#http2.availableStreams > 0;
  }

  /** Only while `available`. */
  open(
    fields: readonly HeaderField[],
    options: ClientStreamOptions,
    handler: ResponseHandler,
  ): ClientStream {
    return new ClientStream(this.#http2, fields, options, handler);
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
      if (!this.available) return;
      this.#waiting.delete(waiter);
      waiter.streamAvailable(this);
    }
  }

  /** Takes no more streams: the peer said GOAWAY, or the connection is gone. */
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
