import { fail, withFinding } from '#course/kit/compare/finding';
import { FakeClock } from '#time/fake-clock';
import { type Report, type Run, runTest, type World } from './run-test.ts';
import { MisusedError } from './tools.ts';

/** What tests are run against: a server, or a client. */
export interface Subject<Own> {
  make(clock: FakeClock): World<Own>;
}

export interface RightSubject<Own> extends Subject<Own> {
  /** In what it differs from the first, where the contract leaves it open. */
  differs?: string;
}

export interface FaultySubject<Own> extends Subject<Own> {
  notice: string;
  breaks: string;
}

/** A learner's tests, by their names, in their order. */
export type Tests<Own> = ReadonlyMap<string, Run<Own>>;

/** Calls the function that declares them. @param what its name */
export function collect<Own>(
  what: string,
  define: (test: (name: string, run: Run<Own>) => void) => unknown,
): Tests<Own> {
  const tests = new Map<string, Run<Own>>();
  // As the engine says it of a name that is called: this one is called here, by another name.
  if (typeof define !== 'function') throw new TypeError(`${what} is not a function`);
  define((name, run) => {
    if (typeof name !== 'string' || typeof run !== 'function') {
      fail(
        'test(…) was not given a name and a function',
        "A test is declared like this: test('its name', async ({ shop, equal }) => { … }).",
      );
    }
    if (tests.has(name)) fail(`two tests have the name ${quoted(name)}`, 'Give each its own.');
    tests.set(name, run);
  });
  if (tests.size === 0) {
    fail(
      `${what} declares no test, and so it finds nothing wrong with any of them`,
      "It calls test('a name', async ({ … }) => { … }) once for each test.",
    );
  }
  return tests;
}

const quoted = (name: string) => `“${name}”`;

async function runAll<Own extends object>(
  tests: Iterable<[string, Run<Own>]>,
  subject: Subject<Own>,
  goOn: (report: Report) => boolean,
): Promise<Report[]> {
  const reports = [];
  for (const [name, run] of tests) {
    const clock = new FakeClock();
    const report = await runTest(name, run, clock, subject.make(clock));
    reports.push(report);
    if (!goOn(report)) break;
  }
  return reports;
}

/** @throws an error that says what is wrong with the tests, if one of these subjects fails them */
export async function expectRightPass<Own extends object>(
  kind: 'server' | 'client',
  tests: Tests<Own>,
  rights: readonly RightSubject<Own>[],
): Promise<void> {
  for (const right of rights) {
    const reports = await runAll(tests, right, () => true);
    const bad = reports.find(({ state }) => state !== 'passed');
    if (bad)
      refuse(
        kind,
        bad,
        right.differs,
        reports.every(({ state }) => state === 'failed'),
      );
    for (const report of reports) expectTidy(report);
    const backwards = await runAll([...tests].reverse(), right, () => true);
    const shy = backwards.find(({ state }) => state !== 'passed');
    if (shy) {
      fail(
        `${quoted(shy.name)} passes in its place, and fails if the tests run in another order: ${textOf(shy)}`,
        'Something outlives a test: a variable beside the tests, for example. What a test needs, it makes itself.',
      );
    }
  }
}

function refuse(kind: string, bad: Report, differs: string | undefined, all: boolean): never {
  const whom = `a ${kind} that does all that the contract says`;
  if (bad.state === 'hung') {
    fail(
      `${quoted(bad.name)} does not come to an end, with ${whom}`,
      bad.sleeps > 0
        ? 'It waits for a timer of the machine (setTimeout). Here time does not pass by itself: pass(ms) lets it pass.'
        : `It awaits something that never comes. ${differs ?? 'Nothing happens any more, and no timer is set.'}`,
    );
  }
  if (all && differs === undefined) {
    fail(
      `every test fails with ${whom}: ${textOf(bad)}`,
      `Tests that fail with every ${kind} tell none from another.`,
    );
  }
  failAt(
    bad,
    `${quoted(bad.name)} fails with ${whom}: ${textOf(bad)}`,
    isSlip(bad.error)
      ? 'It is the test itself that breaks, and not what it tests.'
      : differs === undefined
        ? 'Either the contract does not say what this test asks for, or the test asks in a wrong way.'
        : `It asks for more than the contract says. ${differs}, and all of that is allowed.`,
  );
}

/** As `fail`, with the line of the learner's at which it happened; the message is ours. */
function failAt({ error }: Report, message: string, cause: string): never {
  const told = new Error(message);
  if (error instanceof Error) Object.assign(told, { name: 'AssertionError', stack: error.stack });
  throw withFinding(told, { cause });
}

const SLIPS = new Set(['TypeError', 'ReferenceError', 'RangeError', MisusedError.name]);

const isSlip = (error: unknown) => error instanceof Error && SLIPS.has(error.name);

function textOf({ error, state }: Report): string {
  if (state === 'hung') return 'it does not come to an end';
  return error instanceof Error ? error.message : String(error);
}

function expectTidy({ name, late, openCalls }: Report): void {
  if (late.length > 0) {
    fail(
      `${quoted(name)} compares something after it is over: nobody hears of it`,
      'A promise was not awaited, or a callback is called later. A test is over when its promise is.',
    );
  }
  if (openCalls > 0) {
    fail(
      `${quoted(name)} leaves ${openCalls === 1 ? 'a call' : `${openCalls} calls`} under way when it is over`,
      'Await each call, read each stream to its end or leave it (break). Otherwise the next test has it.',
    );
  }
}

/**
 * @param right they pass with it
 * @throws an error that names the faults that the tests do not see
 */
export async function expectFaultsFound<Own extends object>(
  kind: 'server' | 'client',
  tests: Tests<Own>,
  right: Subject<Own> | undefined,
  faults: readonly FaultySubject<Own>[],
): Promise<void> {
  const missed: { fault: FaultySubject<Own>; reports: Report[] }[] = [];
  for (const fault of faults) {
    const reports = await runAll(tests, fault, ({ state }) => state !== 'failed');
    if (reports.every(({ state }) => state !== 'failed')) missed.push({ fault, reports });
  }
  const [first] = missed;
  if (first === undefined) return;
  const lines = missed.map(({ fault: { notice }, reports }) => {
    const hung = reports.find(({ state }) => state === 'hung');
    return `· ${notice}${hung ? ` (${quoted(hung.name)} waits for ever there)` : ''}`;
  });
  const found = faults.length - missed.length;
  fail(
    `your tests find ${found} of ${faults.length} faulty ${kind}s. These go through:\n${lines.join('\n')}`,
    causeOf(first.fault, first.reports, right ? await runAll(tests, right, () => true) : []),
  );
}

function causeOf({ breaks }: { breaks: string }, reports: Report[], usual: Report[]): string {
  const late = reports.find((report) => report.late.length > 0);
  if (late) {
    return `${quoted(late.name)} would have found it, but only after it was over: a promise is not awaited there.`;
  }
  const hung = reports.find(({ state }) => state === 'hung');
  if (hung) {
    return `A test that waits for ever has not found anything. Give the call a deadline (timeoutMs): then it ends, and the test says why. The contract: ${breaks}`;
  }
  const skipped = reports.find(({ checks }, i) => checks === 0 && (usual[i]?.checks ?? 0) > 0);
  if (skipped) {
    return `${quoted(skipped.name)} compares something with a right one, and nothing with this one: its comparison stands where it is not reached then, in a catch, a callback or a loop.`;
  }
  const idle = reports.filter(({ checks }) => checks === 0);
  if (idle.length === reports.length) return `No test compares anything. The contract: ${breaks}`;
  return `For the first of them the contract says: ${breaks}`;
}
