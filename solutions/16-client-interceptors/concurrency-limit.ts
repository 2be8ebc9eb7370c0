// Derived from src/grpc/interceptors/concurrency-limit.ts by npm run skeletons: change it there.
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
    if (this.#waiting.size >= this.#mostWaiting) {
      const details = `${this.#mostWaiting} calls are waiting already`;
      throw new GrpcError(Status.RESOURCE_EXHAUSTED, details);
    }
    await new Promise<void>((resolve, reject) => {
      const goOn = () => {
        stop();
        resolve();
      };
      const stop = whenOver(call, this.#clock, (error) => {
        this.#waiting.delete(goOn);
        reject(error);
      });
      this.#waiting.add(goOn);
    });
  }

  /** The turn goes to the one who has waited longest; it is free only if nobody waits. */
  #giveBack(): void {
    const [first] = this.#waiting;
    if (first === undefined) {
      this.#running--;
      return;
    }
    this.#waiting.delete(first);
    first();
  }
}

/**
 * Lets so many calls run at once, of all kinds; the others wait for their turn. A call runs until
 * its answer is there, a stream until it has ended or its reader has left. Who waits can leave: at
 * the deadline, or if the caller gives up, and the server never hears of the call.
 */
export function concurrencyLimit(options: ConcurrencyLimitOptions): ClientInterceptor {
  const turns = new Turns(options);
  return async (request, call, next) => {
    const giveBack = await turns.take(call);
    try {
      const answer = await next(request, call);
      if (call.method.responseStream) {
        // Its reader may never come; then the call ends at its deadline.
        call.ended.then(giveBack);
        return endingWith(answer, giveBack);
      }
      giveBack();
      return answer;
    } catch (error) {
      giveBack();
      throw error;
    }
  };
}
