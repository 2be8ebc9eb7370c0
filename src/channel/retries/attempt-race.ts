import { afterEnd, type CallSoFar } from '#channel/retries/after-end';
import type { StatusObject } from '#grpc/status';
import type { Clock, TimerHandle } from '#time/clock';
import type { RetryPlan } from './retry-plan.ts';

/** One attempt of a call, as the race sees it. */
export interface Racer {
  begin(): void;
  /** Ends it. It says nothing any more. */
  cancel(): void;
}

/** The call that the attempts are made for. */
export interface RaceOwner<R extends Racer> {
  /** @param previous how many attempts the server may have seen before. */
  createAttempt(previous: number): R;
  /** The call has ended with this status; nothing runs any more. */
  raceOver(status: StatusObject): void;
}

/**
 * The attempts of one call. One of them becomes the call: the first that the server begins to
 * answer. From then on the call is *committed*, and the others are cancelled (gRPC A6).
 */
export class AttemptRace<R extends Racer> implements CallSoFar {
  readonly #clock: Clock;
  readonly #owner: RaceOwner<R>;
  readonly plan: RetryPlan | undefined;
  #attempts: R[] = [];
  #winner: R | undefined;
  /** Attempts that the server may have seen. */
  #started = 0;
  #transparentRetries = 0;
  /** How the attempt ended that ended last. */
  #last: StatusObject | undefined;
  #next: TimerHandle | undefined;

  constructor(clock: Clock, plan: RetryPlan | undefined, owner: RaceOwner<R>) {
    this.#clock = clock;
    this.plan = plan;
    this.#owner = owner;
  }

  /** Those that are under way. */
  get attempts(): readonly R[] {
    return this.#attempts;
  }

  get running(): number {
    return this.#attempts.length;
  }

  /** The attempt that is the call. */
  get winner(): R | undefined {
    return this.#winner;
  }

  get committed(): boolean {
    return this.#winner !== undefined;
  }

  get transparentRetries(): number {
    return this.#transparentRetries;
  }

  /** The first attempt, or one more. */
  begin(): void {
    const attempt = this.#add(this.#started++);
    const next = this.plan?.attemptStarted();
    if (next !== undefined) this.#beginIn(next);
    attempt.begin();
  }

  /** The server begins to answer this attempt. @returns whether it is the call. */
  commit(attempt: R): boolean {
    if (!this.#attempts.includes(attempt)) return false;
    this.#winner = attempt;
    this.#next?.cancel();
    if (this.#attempts.length > 1) {
      const others = this.#attempts.filter((other) => other !== attempt);
      this.#attempts = [attempt];
      for (const other of others) other.cancel();
    }
    return true;
  }

  /** @param unprocessed the server has not begun to process it. */
  ended(attempt: R, status: StatusObject, unprocessed: boolean): void {
    const at = this.#attempts.indexOf(attempt);
    if (at < 0) return;
    this.#attempts.splice(at, 1);
    this.#last = status;
    const next = afterEnd(status, unprocessed, this);
    if (next === 'transparent') {
      this.#transparentRetries++;
      this.#add(this.#started - 1).begin();
    } else if (typeof next === 'number') {
      this.#beginIn(next);
    } else if (next === 'give-up') {
      this.#over(status);
    }
  }

  /** Ends all that is under way, or planned. */
  stop(): void {
    this.#next?.cancel();
    for (const attempt of this.#attempts.splice(0)) attempt.cancel();
  }

  #over(status: StatusObject): void {
    this.stop();
    this.#owner.raceOver(status);
  }

  #add(previous: number): R {
    const attempt = this.#owner.createAttempt(previous);
    // A list that grows from nothing gets room for seventeen, and most calls have one attempt.
    if (this.#attempts.length === 0) this.#attempts = [attempt];
    else this.#attempts.push(attempt);
    return attempt;
  }

  #beginIn(milliseconds: number): void {
    this.#next?.cancel();
    this.#next = this.#clock.setTimer(() => this.#due(), milliseconds);
  }

  /** The wait is over. Much may have happened meanwhile, so the plan is asked again. */
  #due(): void {
    if (this.plan!.mayStart()) this.begin();
    else if (this.#attempts.length === 0) this.#over(this.#last!);
  }
}
