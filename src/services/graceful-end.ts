import { checkNumber } from '#grpc/check-number';
import { type Clock, systemClock, type TimerHandle } from '#time/clock';
import { GRACE_MS, NOTICE_MS, SAME_SIGNAL_MS } from './limits.ts';

/** What a server does at its end. Each may throw: the end goes on all the same. */
export interface EndSteps {
  /** Health says NOT_SERVING. New calls are still taken. */
  notServing(): void;
  /** No new connections and no new calls; settles when the last call is over, however long it takes. */
  drain(): Promise<unknown>;
  /** Cuts off what is left, also if `drain` has not been called. It may return a promise. */
  force(): unknown;
}

export interface EndOptions {
  /** How long balancers have to notice. */
  noticeMs?: number;
  /** How long the calls have to end, from the moment at which `drain` begins. */
  graceMs?: number;
  clock?: Clock;
}

export type EndPhase = 'serving' | 'leaving' | 'draining' | 'forcing' | 'ended';

export interface EndReport {
  how: 'drained' | 'forced';
  /** What the steps threw, in that order. */
  errors: unknown[];
}

/**
 * How a server ends without losing a call: in an order, with a limit for each wait.
 *
 *     serving ──signal──▶ leaving ──noticeMs──▶ draining ──the last call──▶ ended
 *                            │                     │                          ▲
 *                            └─── signal again, ───┴─ graceMs ──▶ forcing ────┘
 *                                 or drain fails
 */
export class GracefulEnd {
  /** Resolves once, when all is over. Never rejects. */
  readonly ended: Promise<EndReport>;
  readonly #steps: EndSteps;
  readonly #noticeMs: number;
  readonly #graceMs: number;
  readonly #clock: Clock;
  #phase: EndPhase = 'serving';
  #signalledAt = 0;
  /** The one that is set: for the end of `leaving`, then for the end of `draining`. */
  #timer: TimerHandle | undefined;
  readonly #errors: unknown[] = [];
  #resolve!: (report: EndReport) => void;

  /** @throws RangeError if an option is not a number from 0 on. */
  constructor(
    steps: EndSteps,
    { noticeMs = NOTICE_MS, graceMs = GRACE_MS, clock = systemClock }: EndOptions = {},
  ) {
    checkNumber('noticeMs', noticeMs);
    checkNumber('graceMs', graceMs);
    this.#steps = steps;
    this.#noticeMs = noticeMs;
    this.#graceMs = graceMs;
    this.#clock = clock;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  get phase(): EndPhase {
    return this.#phase;
  }

  /**
   * SIGTERM came, or SIGINT. One that comes less than `SAME_SIGNAL_MS` after the first is the same
   * one: `npm` and a terminal both pass it on. A later one means: now.
   */
  signal(): void {
    const now = this.#clock.now();
    if (this.#phase !== 'serving') {
      if (now - this.#signalledAt >= SAME_SIGNAL_MS) this.#force();
      return;
    }
    this.#phase = 'leaving';
    this.#signalledAt = now;
    this.#timer = this.#clock.setTimer(() => this.#drain(), this.#noticeMs);
    try {
      this.#steps.notServing();
    } catch (thrown) {
      this.#errors.push(thrown);
    }
  }

  /** Balancers have had their time. */
  async #drain(): Promise<void> {
    this.#phase = 'draining';
    this.#timer = this.#clock.setTimer(() => this.#force(), this.#graceMs);
    try {
      await this.#steps.drain();
    } catch (error) {
      // Once it is forced, drain fails because of that.
      if (this.#phase !== 'draining') return;
      this.#errors.push(error);
      this.#force();
    }
    if (this.#phase === 'draining') this.#over('drained');
  }

  /** Does nothing if it has been done, or if all is over. */
  async #force(): Promise<void> {
    if (this.#phase === 'forcing' || this.#phase === 'ended') return;
    this.#phase = 'forcing';
    this.#timer?.cancel();
    try {
      await this.#steps.force();
    } catch (error) {
      this.#errors.push(error);
    }
    this.#over('forced');
  }

  #over(how: EndReport['how']): void {
    this.#phase = 'ended';
    this.#timer?.cancel();
    this.#resolve({ how, errors: this.#errors });
  }
}
