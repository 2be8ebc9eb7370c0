import type { ClientStream, ResponseHandler } from '#grpc/client-stream';
import { GrpcError } from '#grpc/grpc-error';
import type { Payload } from '#grpc/message-reader';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import type { ChannelCall } from './channel-call.ts';
import type { ClientTransport, StreamWaiter } from './client-transport.ts';
import type { Subchannel } from './subchannel.ts';

/** Somebody who waits for a picker that has an answer. */
export interface PickWaiter {
  /** There is a new picker. @returns false: this one goes on waiting. */
  pickAgain(): boolean;
}

/** Where attempts find a connection: the channel. */
export interface Picking {
  /** A READY subchannel, an error, or `undefined`: wait. */
  pick(): Subchannel | GrpcError | undefined;
  /** @returns false: there are too many already. */
  enqueue(waiter: PickWaiter): boolean;
  dequeue(waiter: PickWaiter): void;
}

/**
 * One try at a call: from picking a connection to that connection's answer. A call has one, unless
 * it is retried or hedged.
 */
export class Attempt implements ResponseHandler, PickWaiter, StreamWaiter {
  readonly #call: ChannelCall;
  readonly #picking: Picking;
  readonly #waitForReady: boolean;
  /** How many attempts the server may have seen before. */
  readonly #previous: number;
  #transport: ClientTransport | undefined;
  #stream: ClientStream | undefined;
  #ended = false;

  constructor(call: ChannelCall, picking: Picking, waitForReady: boolean, previous: number) {
    this.#call = call;
    this.#picking = picking;
    this.#waitForReady = waitForReady;
    this.#previous = previous;
  }

  /** It has a stream: what is sent goes out. */
  get connected(): boolean {
    return this.#stream !== undefined;
  }

  begin(): void {
    if (!this.pickAgain() && !this.#picking.enqueue(this)) this.#end(TOO_MANY_WAITING, false);
  }

  pickAgain(): boolean {
    if (this.#ended) return true;
    const picked = this.#picking.pick();
    if (picked === undefined) return false;
    if (picked instanceof GrpcError) {
      if (this.#waitForReady) return false;
      this.#end(picked, false);
      return true;
    }
    const { transport } = picked;
    // It was lost a moment ago, and the picker that knows of it is about to come.
    if (transport === undefined) return false;
    this.#transport = transport;
    if (transport.available) this.streamAvailable(transport);
    else if (!transport.wait(this)) this.#end(TOO_MANY_WAITING, false);
    return true;
  }

  streamAvailable(transport: ClientTransport): void {
    const { headerFields, streamOptions } = this.#call.opening(this.#previous);
    try {
      this.#stream = transport.open(headerFields, streamOptions, this);
    } catch (cause) {
      // A header that HTTP/2 cannot carry: an authority beyond Latin-1, say.
      const details = `the headers cannot be sent: ${(cause as Error).message}`;
      this.#end(new GrpcError(Status.INTERNAL, details, undefined, { cause }), false);
      return;
    }
    this.#call.attemptConnected(this);
  }

  transportLost(): void {
    this.#transport = undefined;
    this.begin();
  }

  send(frame: Uint8Array, last: boolean): boolean {
    return this.#stream?.send(frame, last) ?? false;
  }

  resume(): void {
    this.#stream?.resume();
  }

  /** Ends without a word to the call, which knows. */
  cancel(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#picking.dequeue(this);
    if (this.#stream) this.#stream.cancel();
    else this.#transport?.forget(this);
  }

  headers(metadata: Metadata | undefined): void {
    this.#call.attemptHeaders(this, metadata);
  }

  message(payload: Payload): boolean {
    return this.#call.attemptMessage(payload);
  }

  drain(): void {
    this.#call.attemptDrain();
  }

  end(status: StatusObject): void {
    this.#end(status, this.#stream?.unprocessed ?? false);
  }

  #end(status: StatusObject, unprocessed: boolean): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#call.attemptEnded(this, status, unprocessed);
  }
}

const TOO_MANY_WAITING = new GrpcError(
  Status.RESOURCE_EXHAUSTED,
  'too many calls wait for a connection',
);
