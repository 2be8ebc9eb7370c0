import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { PickWaiter } from './attempt.ts';
import { MAX_QUEUED_CALLS } from './limits.ts';
import { type Picker, QUEUE } from './load-balancer.ts';
import type { Subchannel } from './subchannel.ts';

/** The current picker, and the attempts that it had no answer for. */
export class PickQueue {
  #picker: Picker = QUEUE;
  #waiting = new Set<PickWaiter>();

  /** A picker may be anybody's code: one that throws fails the call that asked, and no other. */
  pick(): Subchannel | GrpcError | undefined {
    try {
      return this.#picker.pick();
    } catch (cause) {
      const details = `the load balancer failed: ${(cause as Error)?.message ?? cause}`;
      return new GrpcError(Status.INTERNAL, details, undefined, { cause });
    }
  }

  /** @returns false: there are too many already. */
  enqueue(waiter: PickWaiter): boolean {
    if (this.#waiting.size >= MAX_QUEUED_CALLS) return false;
    this.#waiting.add(waiter);
    return true;
  }

  dequeue(waiter: PickWaiter): void {
    this.#waiting.delete(waiter);
  }

  /** Whoever waits is asked again, in the order in which they came. */
  use(picker: Picker): void {
    this.#picker = picker;
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const waiter of waiting) if (!waiter.pickAgain()) this.#waiting.add(waiter);
  }
}
