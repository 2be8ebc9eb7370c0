import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These put a module in the place of another, and so need modules of their own. */
export const MOCKING = ['test/http2/plain-reader.test.ts'];

/** The folders of the stack, and of what stands on it. None of these tests changes what another sees. */
const SHARED = [
  'bytes',
  'framing',
  'time',
  'transport',
  'rpc',
  'protobuf',
  'hpack',
  'http2',
  'grpc',
  'channel',
  'services',
  'inspect',
  'faults',
  'reports',
  'docs',
]
  .map((folder) => `test/${folder}/**/*.test.ts`)
  // But for those that begin with a process for each lesson.
  .concat('test/lessons/**/!(lessons|mine).test.ts');

/** They wait for many processes: begun last, they would be waited for alone. */
const LONGEST = [
  'test/course/graders',
  'test/lessons/lessons',
  'test/lessons/mine',
  'test/course/cli/',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.findIndex((part) => moduleId.includes(part));
      return rank < 0 ? LONGEST.length : rank;
    };
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

/** `npm test`: everything that needs Node and nothing else. */
export default defineConfig({
  test: {
    // Some files mostly wait: for processes of theirs, for deadlines. Another one works meanwhile.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['test/end-with-vitest.ts'],
    // A hang ends; a machine that is busy with other things is not a failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        // A process runs many of these files, and loads vitest and the stack once.
        test: { name: 'stack', include: SHARED, exclude: MOCKING, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['test/**/*.test.ts'],
          // Of the judges only their kit: what they fetch from others may have tests of its own.
          exclude: [
            ...SHARED,
            'test/static/**',
            'test/graded/**',
            'test/site/**',
            'test/judges/!(kit)/**',
          ],
        },
      },
      { extends: true, test: { name: 'alone', include: MOCKING } },
      // A part of `npm run lint`: what can be said of the files as a whole without running them.
      { extends: true, test: { name: 'static', include: ['test/static/*.test.ts'] } },
      // Not a part of `npm test`: the graders' proof runs these suites, on src/ and on more.
      { extends: true, test: { name: 'graded', include: ['test/graded/*.test.ts'] } },
    ],
  },
});
