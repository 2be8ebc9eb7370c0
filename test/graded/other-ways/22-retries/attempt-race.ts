import { afterEnd, type CallSoFar } from '#channel/retries/after-end';
import type { RetryPlan } from '#channel/retries/retry-plan';
import type { StatusObject } from '#grpc/status';
import type { Clock, TimerHandle } from '#time/clock';

export interface Racer {
  begin(): void;
  cancel(): void;
}

export interface RaceOwner<R extends Racer> {
  createAttempt(previous: number): R;
  raceOver(status: StatusObject): void;
}

/** Somebody else's way: a set of those under way, and a snapshot for whoever asks. */
export class AttemptRace<R extends Racer> implements CallSoFar {
  readonly plan: RetryPlan | undefined;
  readonly #clock: Clock;
  readonly #owner: RaceOwner<R>;
  readonly #underWay = new Set<R>();
  #timers: TimerHandle[] = [];
  #seen = 0;
  #status: StatusObject | undefined;
  winner: R | undefined;
  transparentRetries = 0;

  constructor(clock: Clock, plan: RetryPlan | undefined, owner: RaceOwner<R>) {
    this.#clock = clock;
    this.plan = plan;
    this.#owner = owner;
  }

  get attempts(): readonly R[] {
    return [...this.#underWay];
  }

  get running(): number {
    return this.#underWay.size;
  }

  get committed(): boolean {
    return this.winner !== undefined;
  }

  begin(): void {
    this.#seen += 1;
    const attempt = this.#add();
    const delay = this.plan?.attemptStarted();
    if (typeof delay === 'number') this.#plan(delay);
    attempt.begin();
  }

  commit(attempt: R): boolean {
    if (!this.#underWay.has(attempt)) return false;
    if (this.winner === attempt) return true;
    this.winner = attempt;
    this.#endAllBut(attempt);
    return true;
  }

  ended(attempt: R, status: StatusObject, unprocessed: boolean): void {
    if (!this.#underWay.delete(attempt)) return;
    this.#status = status;
    const next = afterEnd(status, unprocessed, this);
    switch (next) {
      case 'give-up':
        this.#over();
        break;
      case 'transparent':
        this.transparentRetries += 1;
        this.#add().begin();
        break;
      case 'wait':
        break;
      default:
        this.#plan(next);
    }
  }

  stop(): void {
    this.#endAllBut(undefined);
  }

  #endAllBut(kept: R | undefined): void {
    for (const timer of this.#timers.splice(0)) timer.cancel();
    const rest = [...this.#underWay].filter((attempt) => attempt !== kept);
    for (const attempt of rest) this.#underWay.delete(attempt);
    for (const attempt of rest) attempt.cancel();
  }

  #over(): void {
    this.stop();
    this.#owner.raceOver(this.#status!);
  }

  #add(): R {
    const attempt = this.#owner.createAttempt(this.#seen - 1);
    this.#underWay.add(attempt);
    return attempt;
  }

  #plan(milliseconds: number): void {
    for (const timer of this.#timers.splice(0)) timer.cancel();
    const due = () => {
      this.#timers = [];
      if (this.plan!.mayStart()) this.begin();
      else if (this.#underWay.size === 0) this.#over();
    };
    this.#timers.push(this.#clock.setTimer(due, milliseconds));
  }
}
