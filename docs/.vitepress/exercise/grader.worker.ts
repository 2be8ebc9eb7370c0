import { format } from '@vitest/utils/display';
import {
  type CaughtError,
  describeError,
  type ErrorReport,
  type Place,
} from '#course/grading/report';
import { type Compiled, compile, SyntaxProblem } from './compile.ts';
import type { GradeRequest, GraderMessage } from './messages.ts';
import { createRequire, type Exports, type Factory } from './modules.ts';
import { runSuite } from './run-suite.ts';
import { vitest } from './vitest.ts';

/**
 * The thread in which a learner's code runs: it judges once, and the page ends it when it falls
 * silent. Its name is the address of the suite's bundle.
 */
const ALIVE_MS = 200;

interface Bundle {
  suite: string;
  modules: Record<string, Factory>;
}

/** The suite's own copy of it. */
type Tasks = typeof import('#course/kit/task');

const say = (message: GraderMessage) => self.postMessage(message);
/** Errors that no test caught. */
const strays: ErrorReport[] = [];
let compiled: Compiled[] = [];

const bundle: Promise<Bundle | Error> = import(/* @vite-ignore */ self.name).catch(
  (error: Error) => error,
);

self.onmessage = async ({ data }: MessageEvent<GradeRequest>) => {
  const loaded = await bundle;
  if (loaded instanceof Error) return say({ type: 'unreachable', reason: loaded.message });
  say({ type: 'load' });
  setInterval(() => say({ type: 'alive' }), ALIVE_MS);
  try {
    await grade(loaded, data);
  } catch (error) {
    const report =
      error instanceof SyntaxProblem
        ? error.report
        : describeError(error as Error, placeOf(error as Error));
    say({ type: 'done', job: 0, tests: [], errors: [report] });
  }
};

async function grade({ suite, modules }: Bundle, { files, lastTask }: GradeRequest) {
  const factories = new Map(Object.entries(modules));
  compiled = files.map(compile);
  for (const [i, { name }] of files.entries()) factories.set(name, await compiled[i]!.load());
  const require = createRequire(factories, { vitest: vitest as Exports });
  const { limitTasks, stopAtFailure } = require('#course/kit/task') as unknown as Tasks;
  const load = () => {
    limitTasks(lastTask);
    stopAtFailure((task) => task === lastTask);
    require(suite);
  };
  await runSuite(load, placeOf, (message) =>
    say(message.type === 'done' ? { ...message, errors: [...message.errors, ...strays] } : message),
  );
}

/** The innermost line of the learner's that an error came through. */
function placeOf({ stack = '' }: CaughtError & { stack?: string }): Place | undefined {
  for (const [, url, line, column] of stack.matchAll(/(blob:\S+?):(\d+):(\d+)/g)) {
    const file = compiled.find((one) => one.url === url);
    const place = file?.original(Number(line), Number(column));
    if (place !== undefined) return place;
  }
  return undefined;
}

self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  strays.push(describeError(event.reason ?? {}, placeOf(event.reason ?? {})));
});
self.addEventListener('error', (event) => {
  event.preventDefault();
  strays.push(describeError(event.error ?? event, placeOf(event.error ?? {})));
});
/** So many items of a list are printed, as Node does it. */
const MAX_ITEMS = 100;

/** Suites send payloads of 16 MiB, and one that the learner prints would take longer than a verdict. */
function shortened(value: unknown): unknown {
  const isBytes = value instanceof Uint8Array;
  if ((!isBytes && !Array.isArray(value)) || value.length <= MAX_ITEMS) return value;
  const more = `… ${value.length - MAX_ITEMS} more items`;
  return isBytes
    ? `Uint8Array(${value.length}) [ ${value.subarray(0, MAX_ITEMS).join(', ')}, ${more} ]`
    : [...value.slice(0, MAX_ITEMS), more];
}

for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[method] = (...values: unknown[]) =>
    say({ type: 'printed', text: `${format(...values.map(shortened))}\n` });
}
