import { notYet } from '#course/exercise/not-yet';
import { afterEnd, type CallSoFar } from '#channel/retries/after-end';
import type { RetryPlan } from '#channel/retries/retry-plan';
import type { StatusObject } from '#grpc/status';
import type { Clock, TimerHandle } from '#time/clock';

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
    // ── Task 5 ──
    // this.#add(previous) makes an attempt and puts it among those that are under way; begin()
    // starts it. Ask the plan before that: an attempt may end while it begins.
    throw notYet(5);
  }

  /** The server begins to answer this attempt. @returns whether it is the call. */
  commit(attempt: R): boolean {
    // ── Task 5 ──
    // The first that is answered is the call, for good. An attempt that was cancelled may still
    // have something on its way: that one is not the call. Nothing that is planned may begin any
    // more.
    throw notYet(5);
  }

  /** @param unprocessed the server has not begun to process it. */
  ended(attempt: R, status: StatusObject, unprocessed: boolean): void {
    // ── Task 5 ──
    // An attempt that is not under way any more says nothing that counts. afterEnd(status,
    // unprocessed, this) says what follows; this.#last keeps the status. An attempt in place of one
    // that the server has not seen asks the plan nothing, and the one that it replaces does not
    // count as seen.
    throw notYet(5);
  }

  /** Ends all that is under way, or planned. */
  stop(): void {
    // ── Task 5 ──
    // The timer, and every attempt that is under way, each once.
    throw notYet(5);
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
    // ── Task 5 ──
    // One timer at a time: this.#due when it fires.
    throw notYet(5);
  }

  /** The wait is over. Much may have happened meanwhile, so the plan is asked again. */
  #due(): void {
    // ── Task 5 ──
    // Ask the plan again. If it says no, others may still be answered; if nothing is under way, the
    // call has ended: with the status that came last.
    throw notYet(5);
  }
}
