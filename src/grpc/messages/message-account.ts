import { GrpcError, withoutStack } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { Budget } from '#http2/limits/budget';

/** A call has to go because its connection makes us hold too much; what it holds goes with it. */
export class OverBudget extends GrpcError {
  constructor() {
    const details = 'the messages of this connection take too much memory together';
    super(Status.RESOURCE_EXHAUSTED, details);
  }
}

/**
 * What the messages of one direction of one call take of the connection's budget, from the first
 * octet to the moment at which nobody has them any more: while they are unfinished, while they wait
 * for their reader, and while the reader works on one. In bytes, by `#http2/limits/costs`.
 *
 * Each `set…` throws OverBudget if that is more than fits; then nothing has
 * changed.
 */
export class MessageAccount {
  readonly #budget: Budget;
  #unfinished = 0;
  #waiting = 0;
  #inHand = 0;
  #outlives = false;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  setUnfinished(bytes: number): void {
    if (bytes === this.#unfinished) return;
    this.#change(bytes - this.#unfinished);
    this.#unfinished = bytes;
  }

  /** @param bytes beside the octets that HTTP/2 has charged; not below 0. */
  setWaiting(bytes: number): void {
    const waiting = Math.max(0, bytes);
    if (waiting === this.#waiting) return;
    this.#change(waiting - this.#waiting, this.#waiting > 0);
    this.#waiting = waiting;
    if (waiting === 0 && this.#outlives) ABANDONED.unregister(this);
  }

  setInHand(bytes: number): void {
    if (bytes === this.#inHand) return;
    this.#change(bytes - this.#inHand);
    this.#inHand = bytes;
  }

  /**
   * The call is over, and its messages still wait: HTTP/2 charges nothing for them any more. Their
   * reader may come, or may have forgotten them. What the garbage collector takes is released too;
   * a little is not worth that.
   */
  outlive(bytes: number): void {
    const waiting = bytes > LITTLE ? bytes : 0;
    this.#budget.charge(waiting);
    this.#budget.release(this.#waiting);
    this.#waiting = waiting;
    this.#outlives = waiting > 0;
    if (waiting > 0) ABANDONED.register(this, { budget: this.#budget, waiting }, this);
  }

  #change(bytes: number, hasSome = false): void {
    const budget = this.#budget;
    if (bytes < 0) budget.release(-bytes);
    else if (!(hasSome ? budget.takeMore(bytes) : budget.take(bytes))) {
      // Until it is looked at, a stack holds whatever took part in it: here the message that is too much.
      throw withoutStack(() => new OverBudget());
    }
  }
}

/** In bytes: the rest of an ended call that nobody counts. */
const LITTLE = 65_536;

const ABANDONED = new FinalizationRegistry<{ budget: Budget; waiting: number }>(
  ({ budget, waiting }) => budget.release(waiting),
);
