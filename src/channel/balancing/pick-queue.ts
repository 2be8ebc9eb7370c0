import type { Endpoint } from '#channel/connections/endpoint';
import { MAX_QUEUED_CALLS } from '#channel/limits';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { type Pick, type Picker, QUEUE } from './load-balancer.ts';

/** Waits until there is a connection. */
export interface PickWaiter {
  /** There is a new picker. @returns false: it has no answer for this one, which waits on. */
  pickAgain(): boolean;
}

/** The current picker, and those for whom it had no answer. */
export class PickQueue {
  #picker: Picker = QUEUE;
  #waiting = new Set<PickWaiter>();

  /** A picker may be anybody's code: if it throws, the call that asked fails, and no other. */
  pick(): Endpoint | Pick | GrpcError | undefined {
    try {
      return this.#picker.pick();
    } catch (cause) {
      const details = `the load balancer failed: ${(cause as Error)?.message ?? cause}`;
      return new GrpcError(Status.INTERNAL, details, undefined, { cause });
    }
  }

  /** @returns false: too many wait already. */
  enqueue(waiter: PickWaiter): boolean {
    if (this.#waiting.size >= MAX_QUEUED_CALLS) return false;
    this.#waiting.add(waiter);
    return true;
  }

  dequeue(waiter: PickWaiter): void {
    this.#waiting.delete(waiter);
  }

  /** From now on this picker answers. */
  use(picker: Picker): void {
    this.#picker = picker;
    this.askAgain();
  }

  /** Asks all that wait to try again, in the order in which they came. */
  askAgain(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const waiter of waiting) if (!waiter.pickAgain()) this.#waiting.add(waiter);
  }
}
