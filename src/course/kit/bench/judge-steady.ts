import { check } from '#course/kit/compare/finding';
import { Random } from '#course/kit/random';
import { FakeClock } from '#time/fake-clock';
import { type Report, type Run, runTest, type World } from './run-test.ts';

const RUNS = 40;
/** With a fault a few are enough: the test is the same. */
const FAULTY_RUNS = 10;
/** The longest that one access takes, in milliseconds; the shortest is 1. */
const LONGEST_ACCESS_MS = 200;
/** In every eighth run all of it takes so many times as long: no wait is long enough for that. */
const BAD_DAY = 8;
const TIMES_AS_LONG = 50;

/** Makes the other side; each access takes another time. */
type MakeWorld<Own> = (takes: () => number, clock: FakeClock) => World<Own>;

/**
 * Runs one test many times, each time with other lengths of time, the same ones for everybody.
 * @param fault the other side has it, and the test must fail each time
 * @throws an error that says how often it was wrong
 */
export async function expectSteady<Own extends object>(
  run: Run<Own>,
  make: MakeWorld<Own>,
  fault?: { notice: string },
): Promise<void> {
  if (typeof run !== 'function') throw new TypeError('twoAtOnce is not a function');
  const reports: Report[] = [];
  for (let seed = 1; seed <= (fault ? FAULTY_RUNS : RUNS); seed++) {
    const random = new Random(seed);
    const clock = new FakeClock();
    const times = seed % BAD_DAY === 0 ? TIMES_AS_LONG : 1;
    const takes = () => times * random.integer(1, LONGEST_ACCESS_MS);
    const report = await runTest('twoAtOnce', run, clock, make(takes, clock));
    reports.push(report);
    if (report.state === 'hung') break;
  }
  if (fault) expectAllFail(reports, fault.notice);
  else expectAllPass(reports);
}

function expectAllPass(reports: Report[]): void {
  const bad = reports.find(({ state }) => state !== 'passed');
  const passed = reports.filter(({ state }) => state === 'passed').length;
  check(
    bad === undefined,
    `twoAtOnce passes ${passed} times of ${reports.length} with a server that is right. Otherwise: ${bad && textOf(bad)}`,
    bad?.state === 'hung'
      ? 'It awaits something that never comes, or a timer of the machine: pass(ms) is the time here.'
      : 'It believes in something that is different each time: how long an access takes, which of two things that happen at once comes first, or how often it has run.',
  );
  const left = reports.find(({ openCalls }) => openCalls > 0);
  check(
    left === undefined,
    'twoAtOnce leaves a call under way when it is over',
    'Await the answers, and read the stream to its end. Otherwise the next test has it.',
  );
  check(
    reports.every(({ late }) => late.length === 0),
    'twoAtOnce compares something after it is over: nobody hears of it',
    'A test is over when its promise is. Await what it compares.',
  );
}

function expectAllFail(reports: Report[], notice: string): void {
  check(
    reports.every(({ state }) => state !== 'hung'),
    `with a server where ${notice}, twoAtOnce does not come to an end`,
    'A test that waits for ever has found nothing. It has to end, and to fail.',
  );
  const found = reports.filter(({ state }) => state === 'failed').length;
  check(
    found === reports.length,
    `with a server where ${notice}, twoAtOnce fails ${found} times of ${reports.length}`,
    'It passes in the others, and nobody would notice the fault. It has to ask for both orders, each once, and for nothing else.',
  );
}

function textOf({ error, state }: Report): string {
  if (state === 'hung') return 'it does not come to an end';
  return error instanceof Error ? error.message : String(error);
}
