import { startTests, type Test, type VitestRunner } from '@vitest/runner';
import { getTests } from '@vitest/runner/utils';
import { TEST_TIMEOUT_MS } from '#course/grading/job';
import {
  type CaughtError,
  describeError,
  type Place,
  type TestReport,
} from '#course/grading/report';
import { taskNumber } from '#course/kit/task-name';
import type { GraderMessage } from './messages.ts';

/** What stands in the place of Node throws it (`build/exercise/bundle-suite.ts`). */
const NEEDS_NODE = 'NeedsNodeError';

const CONFIG: VitestRunner['config'] = {
  root: '/',
  setupFiles: [],
  name: undefined,
  passWithNoTests: false,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { shuffle: false, concurrent: false, seed: 0, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: TEST_TIMEOUT_MS,
  hookTimeout: TEST_TIMEOUT_MS,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
};

/**
 * Runs a suite and says how it goes, in the words of the terminal's reporter.
 * @param load loads the suite, and the subject with it
 * @param placeOf the learner's line that an error came through
 */
export async function runSuite(
  load: () => void,
  placeOf: (error: CaughtError & { stack?: string }) => Place | undefined,
  say: (message: GraderMessage) => void,
): Promise<void> {
  const about = (test: Test) => ({
    job: 0,
    task: taskNumber(test.suite?.name ?? '') ?? 0,
    test: test.name,
  });
  const describe = (error: CaughtError) =>
    describeError(error, placeOf(error), inWrittenNames(error.message));
  const runner: VitestRunner = {
    config: CONFIG,
    importFile: load,
    onBeforeRunTask: (test) => say({ type: 'begin', ...about(test) }),
    onAfterRunTask: (test) => {
      say({ type: 'end', ...about(test), passed: test.result?.state !== 'fail' });
    },
  };
  const [file] = await startTests(['suite'], runner);
  // A promise that was rejected and not awaited is heard of a turn later.
  await new Promise((resolve) => setTimeout(resolve));
  const tests = getTests(file!).map((test): TestReport => {
    const { task, test: name } = about(test);
    const [error] = test.result?.errors ?? [];
    return {
      task,
      name,
      passed: test.result?.state === 'pass',
      ms: test.result?.duration ?? 0,
      ...(error && { error: describe(error) }),
    };
  });
  const isHere = ({ error }: TestReport) => error?.name !== NEEDS_NODE;
  const elsewhere = tests.filter((test) => !isHere(test)).map(({ name }) => name);
  say({ type: 'elsewhere', tests: elsewhere });
  const errors = (file!.result?.errors ?? []).map(describe);
  say({ type: 'done', job: 0, tests: tests.filter(isHere), errors });
}

/** What is imported has a compiler's name in an engine's message: `(0 , import_frame.encodeFrame)`. */
function inWrittenNames(message: string | undefined): string | undefined {
  return message?.replace(/\(0 ?, ?\w+\.(\w+)\)/g, '$1').replace(/\b(?:import)?_\w+\.(\w+)/g, '$1');
}
