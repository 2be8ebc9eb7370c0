import type { GrpcError } from '#grpc/grpc-error';
import { MessageQueue, type QueueOwner } from '#grpc/messages/message-queue';
import { decodedCost, decodePayload, type Payload } from '#grpc/messages/payload';
import { detached } from '#grpc/messages/payload-queue';
import { CallContext } from '#grpc/server/call-context';
import type { ServerStream } from '#grpc/server/calls/server-stream';
import { wrongNumber } from '#grpc/server/handler-error';
import { DecodeError } from '#protobuf/error';

/** The receiving half of a call: what the client sends, as the handler gets it. */
export abstract class ReceivingCall extends CallContext implements QueueOwner {
  protected stream!: ServerStream;
  /** Of a call with a stream of requests. */
  protected queue: MessageQueue<unknown> | undefined;
  /** Of a call with one request, until that is decoded. */
  #request: Payload | undefined;

  /** The bytes broke a rule, or do not decode: the call ends. */
  abstract failed(error: unknown): void;
  /** All is there that the handler needs to begin. */
  protected abstract run(): void;
  /** The server's owner hears of an error that is nobody's fault but the server's. */
  protected abstract report(error: unknown): void;

  /** The handler begins before the first request. */
  protected openQueue(): void {
    this.queue = new MessageQueue((payload) => this.#decode(payload), this);
  }

  message(payload: Payload): boolean {
    if (this.queue) return this.queue.push(payload);
    if (this.#request) this.failed(wrongNumber('more than one request message'));
    this.#request = this.stream.receivedEnd ? payload : detached(payload);
    return false;
  }

  end(): void {
    if (this.status) return;
    if (this.queue) this.queue.end();
    else if (this.#request) this.run();
    else this.failed(wrongNumber('no request message'));
  }

  queueEmpty(): void {
    this.stream.resume();
  }

  readerLeft(): void {
    this.stream.ignoreRequests();
  }

  /** The one request of a call without a stream of them; its octets are not needed beside it. */
  protected decodeRequest(): unknown {
    const payload = this.#request!;
    this.#request = undefined;
    this.stream.resume();
    return this.#decode(payload);
  }

  /** A message that does not decode ends the call, even if the handler goes on after it. */
  #decode(payload: Payload): unknown {
    try {
      const request = decodePayload(payload, this.method, 'request');
      this.stream.inHand(decodedCost);
      return request;
    } catch (error) {
      const { cause } = error as GrpcError;
      if (cause !== undefined && !(cause instanceof DecodeError)) this.report(cause);
      this.failed(error);
      throw error;
    }
  }
}
