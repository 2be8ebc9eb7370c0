import { throwGap } from '#course/kit/compare/gap';
import type { FakeClock } from '#time/fake-clock';
import { createTools, type Tools } from './tools.ts';
import { quiet } from './turns.ts';

/** The other side of a test: what it is run against. */
export interface World<Own> {
  /** What a test of this kind is given beside the tools. */
  own: Own;
  /** Goes up whenever something happens. */
  activity(): number;
  /** Calls that the test has begun and that are not over. */
  openCalls(): number;
  close(): void;
}

export type Run<Own> = (bench: Own & Tools) => unknown;

/** What became of one run of a test. */
export interface Report {
  name: string;
  /** `hung`: nothing could happen any more, and it was not over. */
  state: 'passed' | 'failed' | 'hung';
  error?: unknown;
  checks: number;
  /** What it compared after its end. */
  late: string[];
  /** Calls that it left under way. */
  openCalls: number;
  /** How long it took, on its own clock. */
  tookMs: number;
  /** Timers of the machine that it set. */
  sleeps: number;
}

/** Longer than anything on the bench takes, shorter than a connection's own timers. */
const LONGEST_MS = 120_000;

/**
 * Runs one test on a clock that jumps: when nothing happens any more and the test is not over, the
 * clock goes to the next timer. So a minute takes no time, and a wait for what never comes ends.
 */
export async function runTest<Own extends object>(
  name: string,
  run: Run<Own>,
  clock: FakeClock,
  world: World<Own>,
): Promise<Report> {
  const { tools, ledger } = createTools(clock);
  const report: Report = {
    name,
    state: 'hung',
    checks: 0,
    late: ledger.late,
    openCalls: 0,
    tookMs: 0,
    sleeps: 0,
  };
  const watched = watchTimers();
  const began = clock.now();
  const until = began + LONGEST_MS;
  const settle = (state: Report['state'], error?: unknown) => {
    // What happens in the moments after a test has given up is not its result.
    if (ledger.over) return;
    ledger.over = true;
    Object.assign(report, {
      state,
      error,
      openCalls: world.openCalls(),
      tookMs: clock.now() - began,
    });
  };
  try {
    (async () => run({ ...world.own, ...tools }))().then(
      () => settle('passed'),
      (error) => settle('failed', error),
    );
    // #region jump
    for (;;) {
      await quiet(world.activity);
      const step = clock.untilNext;
      if (ledger.over || step === undefined || clock.now() + step > until) break;
      clock.advance(step);
    }
    // #endregion jump
    settle('hung');
    report.sleeps = watched.count();
  } finally {
    watched.stop();
  }
  world.close();
  await quiet(world.activity);
  report.checks = ledger.checks;
  throwGap(report.error);
  return report;
}

/** Counts who sets a timer of the machine, on which the bench's clock has no influence. */
function watchTimers() {
  const before = globalThis.setTimeout;
  let count = 0;
  const counting = (...args: Parameters<typeof before>) => {
    count++;
    return before(...args);
  };
  globalThis.setTimeout = Object.assign(counting, before);
  return {
    count: () => count,
    stop() {
      globalThis.setTimeout = before;
    },
  };
}
