// Derived from src/services/graceful-end.ts by npm run skeletons: change it there.
import { checkNumber } from '#grpc/check-number';
import { GRACE_MS, NOTICE_MS, SAME_SIGNAL_MS } from '#services/limits';
import { type Clock, systemClock, type TimerHandle } from '#time/clock';

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
    switch (this.#phase) {
      case 'serving': {
        this.#signalledAt = this.#clock.now();
        this.#phase = 'leaving';
        this.#attempt(() => this.#steps.notServing());
        // A step may have been asked to force it meanwhile.
        if (this.phase === 'leaving') {
          this.#timer = this.#clock.setTimer(() => void this.#drain(), this.#noticeMs);
        }
        return;
      }
      case 'leaving':
      case 'draining':
        if (this.#clock.now() < this.#signalledAt + SAME_SIGNAL_MS) return;
        void this.#force();
    }
  }

  /** Balancers have had their time. */
  async #drain(): Promise<void> {
    if (this.#phase !== 'leaving') return;
    this.#phase = 'draining';
    this.#timer = this.#clock.setTimer(() => void this.#force(), this.#graceMs);
    const outcome = await this.#draining();
    if (this.#phase !== 'draining') return;
    if (outcome.ok) return this.#over('drained');
    this.#errors.push(outcome.error);
    await this.#force();
  }

  #draining(): Promise<{ ok: true } | { ok: false; error: unknown }> {
    const failed = (error: unknown) => ({ ok: false, error }) as const;
    try {
      return this.#steps.drain().then(() => ({ ok: true }) as const, failed);
    } catch (error) {
      return Promise.resolve(failed(error));
    }
  }

  async #force(): Promise<void> {
    if (this.#phase !== 'leaving' && this.#phase !== 'draining') return;
    this.#timer?.cancel();
    this.#phase = 'forcing';
    await this.#attempt(() => this.#steps.force());
    this.#over('forced');
  }

  #over(how: EndReport['how']): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#phase = 'ended';
    this.#resolve({ errors: [...this.#errors], how });
  }

  /** Does a step, and keeps what it throws. */
  async #attempt(step: () => unknown): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.#errors.push(error);
    }
  }
}
