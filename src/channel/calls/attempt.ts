import type { CallEnded, Picker } from '#channel/balancing/load-balancer';
import type { PickWaiter } from '#channel/balancing/pick-queue';
import type { ClientTransport } from '#channel/connections/client-transport';
import type { Endpoint } from '#channel/connections/endpoint';
import type { StreamWaiter } from '#channel/connections/stream-queue';
import type { Sent } from '#channel/retries/replay-buffer';
import type { ClientStream, ResponseHandler } from '#grpc/client/client-stream';
import { GrpcError } from '#grpc/grpc-error';
import type { OutgoingMessage } from '#grpc/messages/outgoing-message';
import type { Payload } from '#grpc/messages/payload';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import { errorText } from '#grpc/user-code';

/** Where calls find a connection: the channel's `PickQueue`. */
export interface CallPicker {
  /** One that is READY, an error, or `undefined`: wait. */
  pick(): ReturnType<Picker['pick']>;
  /** @returns false: too many wait already. */
  enqueue(waiter: PickWaiter): boolean;
  dequeue(waiter: PickWaiter): void;
}

/** The call that an attempt is made for. */
export interface AttemptOwner {
  readonly picker: CallPicker;
  readonly waitForReady: boolean;
  /** Opens the stream. @param previous how many attempts the server may have seen before. */
  open(transport: ClientTransport, attempt: Attempt, previous: number): ClientStream;
  /** There is a stream now: what was sent so far can go out. */
  attemptConnected(attempt: Attempt): void;
  attemptHeaders(attempt: Attempt, metadata: Metadata | undefined): void;
  /** @returns false: hold the server back until `resume`. */
  attemptMessage(payload: Payload): boolean;
  attemptDrain(): void;
  /** @param unprocessed the server has not begun to process it. */
  attemptEnded(attempt: Attempt, status: StatusObject, unprocessed: boolean): void;
}

/**
 * One try at a call: from the search for a connection to that connection's answer. A call has one,
 * unless it is retried or hedged.
 */
export class Attempt implements ResponseHandler, PickWaiter, StreamWaiter {
  readonly #call: AttemptOwner;
  readonly #previous: number;
  #transport: ClientTransport | undefined;
  #stream: ClientStream | undefined;
  #ended = false;
  /** The policy wants to know how it ends. */
  #tell: CallEnded | undefined;
  /** Why there is no connection yet. */
  pickError: GrpcError | undefined;

  constructor(call: AttemptOwner, previous: number) {
    this.#call = call;
    this.#previous = previous;
  }

  /** It has a stream: what is sent goes out. */
  get connected(): boolean {
    return this.#stream !== undefined;
  }

  begin(): void {
    if (!this.pickAgain() && !this.#call.picker.enqueue(this)) this.#end(TOO_MANY_WAITING, false);
  }

  pickAgain(): boolean {
    if (this.#ended) return true;
    const picked = this.#call.picker.pick();
    if (picked === undefined) return false;
    if (picked instanceof GrpcError) {
      this.pickError = picked;
      if (this.#call.waitForReady) return false;
      this.#end(picked, false);
      return true;
    }
    const pick = 'started' in picked ? picked : undefined;
    const { transport } = pick?.endpoint ?? (picked as Endpoint);
    // The connection was lost a moment ago, and the picker that knows it is about to come.
    if (transport === undefined) return false;
    this.#transport = transport;
    this.#tell = pick?.started();
    if (transport.available) this.streamAvailable();
    else if (!transport.wait(this)) this.#end(TOO_MANY_WAITING, false);
    return true;
  }

  streamAvailable(): void {
    try {
      this.#stream = this.#call.open(this.#transport!, this, this.#previous);
    } catch (cause) {
      // A header that HTTP/2 cannot carry, such as an authority beyond Latin-1, or too many of them.
      const details = `the headers cannot be sent: ${errorText(cause)}`;
      const status =
        cause instanceof GrpcError
          ? cause
          : new GrpcError(Status.INTERNAL, details, undefined, { cause });
      this.#end(status, false);
      return;
    }
    this.#call.attemptConnected(this);
  }

  transportLost(): void {
    this.#transport = undefined;
    this.#told(undefined);
    this.begin();
  }

  send(message: OutgoingMessage, last: boolean): boolean {
    return this.#stream?.send(message, last) ?? false;
  }

  halfClose(): void {
    this.#stream?.halfClose();
  }

  /** Sends what the call has sent, or sends it again. @returns false: wait for `drain`. */
  replay({ message, last }: Sent): boolean {
    if (message) return this.send(message, last);
    this.halfClose();
    return true;
  }

  resume(): void {
    this.#stream?.resume();
  }

  /** Ends it, and does not tell the call: the call asks for it. */
  cancel(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#call.picker.dequeue(this);
    this.#told(CANCELLED);
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
    this.#told(status);
    this.#call.attemptEnded(this, status, unprocessed);
  }

  #told(status: StatusObject | undefined): void {
    const tell = this.#tell;
    this.#tell = undefined;
    try {
      tell?.(status);
    } catch (error) {
      // A policy may be anybody's code: if it throws here, the call has ended all the same.
      console.error('the load balancer failed at the end of a call:', error);
    }
  }
}

const CANCELLED: StatusObject = { code: Status.CANCELLED, details: 'cancelled by the caller' };

/** The end of a call for which there was no place in the queue. */
export const TOO_MANY_WAITING: StatusObject = {
  code: Status.RESOURCE_EXHAUSTED,
  details: 'too many calls wait for a connection',
};
