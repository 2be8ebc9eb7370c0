import { GrpcError, rejection } from '#grpc/grpc-error';
import type { QueueOwner } from '#grpc/messages/message-queue';
import type { Payload } from '#grpc/messages/payload';
import { detached } from '#grpc/messages/payload-queue';
import { Status } from '#grpc/status';

/** Where the responses of a call go: a `SingleAnswer`, or for a stream a `MessageQueue`. */
export interface Answer {
  /** @returns false: it waits for its reader. @throws GrpcError: it is one too many. */
  push(payload: Payload): boolean;
  /**
   * No more will come.
   * @param makeError the call has failed, with this error.
   * @param drop the error comes before what has not been read.
   * @throws GrpcError if the call went well, but its response cannot be read; it has not ended then.
   */
  end(makeError?: () => unknown, drop?: boolean): void;
}

/** The one response of a call without a stream of them, as a promise. */
export class SingleAnswer implements Answer {
  readonly promise: Promise<unknown>;
  readonly #decode: (payload: Payload) => unknown;
  readonly #owner: QueueOwner;
  #payload: Payload | undefined;
  #resolve!: (response: unknown) => void;

  constructor(decode: (payload: Payload) => unknown, owner: QueueOwner) {
    this.#decode = decode;
    this.#owner = owner;
    this.promise = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  push(payload: Payload): boolean {
    if (this.#payload) {
      throw new GrpcError(Status.UNIMPLEMENTED, 'more than one response message');
    }
    this.#payload = detached(payload);
    return false;
  }

  end(makeError?: () => unknown): void {
    const payload = this.#payload;
    // Whoever keeps an error of the call keeps the call, by the error's stack; not its message too.
    this.#payload = undefined;
    if (payload !== undefined) this.#owner.queueEmpty();
    if (makeError) {
      this.#resolve(rejection(makeError));
      return;
    }
    if (payload === undefined) {
      throw new GrpcError(Status.UNIMPLEMENTED, 'OK without a response message');
    }
    this.#resolve(this.#decode(payload));
  }
}
