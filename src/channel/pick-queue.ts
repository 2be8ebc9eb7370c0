import type { GrpcError } from '#grpc/grpc-error';
import type { PickWaiter } from './attempt.ts';
import { MAX_QUEUED_CALLS } from './limits.ts';
import { type Picker, QUEUE } from './load-balancer.ts';
import type { Subchannel } from './subchannel.ts';

/** The current picker, and the attempts that it had no answer for. */
export class PickQueue {
  #picker: Picker = QUEUE;
  #waiting = new Set<PickWaiter>();

  pick(): Subchannel | GrpcError | undefined {
    return this.#picker.pick();
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
