import { notYet } from '#course/exercise/not-yet';
import { checkNumber } from '#grpc/check-number';
import type { ClientCall, ClientInterceptor } from '#grpc/client/client-call';
import { whenOver } from '#grpc/client/when-over';
import { GrpcError } from '#grpc/grpc-error';
import { endingWith } from '#grpc/interceptors/ending-with';
import { MAX_WAITING_CALLS } from '#grpc/limits';
import { Status } from '#grpc/status';
import { type Clock, systemClock } from '#time/clock';

export interface ConcurrencyLimitOptions {
  /** How many calls run at once. */
  most: number;
  /** How many may wait for their turn; one more fails at once. Default: `MAX_WAITING_CALLS`. */
  mostWaiting?: number;
  clock?: Clock;
}

/** So many turns, and a queue of calls that wait for one: first come, first served. */
export class Turns {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #clock: Clock;
  #running = 0;
  /** Each lets a call go on; the one that came first stands first. */
  readonly #waiting = new Set<() => void>();

  /** @throws RangeError if `most` is below 1: then no call would ever run. */
  constructor(options: ConcurrencyLimitOptions) {
    const { most, mostWaiting = MAX_WAITING_CALLS, clock = systemClock } = options;
    checkNumber('most', most, 1);
    checkNumber('mostWaiting', mostWaiting);
    this.#most = most;
    this.#mostWaiting = mostWaiting;
    this.#clock = clock;
  }

  /**
   * Waits for a turn.
   * @returns gives it back; a second time does nothing.
   * @throws GrpcError RESOURCE_EXHAUSTED if too many wait; what `whenOver` says if the call is over
   *   before it had its turn.
   */
  async take(call: ClientCall): Promise<() => void> {
    if (this.#running < this.#most) this.#running++;
    else await this.#wait(call);
    let given = false;
    return () => {
      if (!given) this.#giveBack();
      given = true;
    };
  }

  /** Until a turn is handed on to this call. */
  async #wait(call: ClientCall): Promise<void> {
    // ── Task 4 ──
    // this.#waiting is a Set of functions, the first that was added first. Add one that lets this
    // call go on. const stop = whenOver(call, this.#clock, (error) => …) tells if nobody waits for
    // the call any more; stop() ends that. If this.#mostWaiting wait already: new
    // GrpcError(Status.RESOURCE_EXHAUSTED, …).
    throw notYet(4);
  }

  /** The turn goes to the one who has waited longest; it is free only if nobody waits. */
  #giveBack(): void {
    // ── Task 4 ──
    // If somebody waits, the turn is handed on: take the first out of this.#waiting, and call it.
    // Otherwise one less is running.
    throw notYet(4);
  }
}

/**
 * Lets so many calls run at once, of all kinds; the others wait for their turn. A call runs until
 * its answer is there, a stream until it has ended or its reader has left. Who waits can leave: at
 * the deadline, or if the caller gives up, and the server never hears of the call.
 */
export function concurrencyLimit(options: ConcurrencyLimitOptions): ClientInterceptor {
  // ── Task 4 ──
  // new Turns(options), once; then return async (request, call, next) => …. turns.take(call) gives
  // a function that gives the turn back. For a stream of responses: endingWith(answer, giveBack) is
  // the same stream and calls giveBack when its reader is through with it; call.ended is resolved
  // when the call is over, whoever reads.
  throw notYet(4);
}
