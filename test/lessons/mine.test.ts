import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { conditionOf } from '#course/catalogue';
import { loadExercises } from '#course/exercise/switch';
import { ROOT } from '#course/paths';

const run = promisify(execFile);

/**
 * What `npm run lesson 9 -- --mine` comes to for somebody who has built everything: each layer that
 * an exercise can replace, replaced, and strangers at both ends. (`--mine` itself asks the graders
 * first; our solutions stand in for the learner's files.)
 */
async function tellOnSolutions(lesson: number): Promise<string> {
  const exercises = await loadExercises();
  const conditions = exercises.map(({ entry }) => conditionOf(entry, 'solution'));
  expect(conditions).toContain(`solution-${String(lesson).padStart(2, '0')}`);
  const { stdout } = await run(
    process.execPath,
    [
      ...conditions.map((condition) => `--conditions=${condition}`),
      ...['--import', 'tsx', 'src/course/main.ts', 'lesson', String(lesson), '--no-wire'],
    ],
    { cwd: ROOT },
  );
  return stdout;
}

test('lesson 9 on the solutions of every exercise: grpc-js notices nothing', async () => {
  const stdout = await tellOnSolutions(9);
  expect(stdout).toContain('our client      got "Hello, Ada, says grpc-js"');
  expect(stdout).toContain('our client      got 5 NOT_FOUND: no Zoë here, 100%');
  expect(stdout).toContain('grpc-js client  got "Hello, Ada"');
  expect(stdout).toContain('grpc-js client  got 5 NOT_FOUND: nobody here is called Zoë, 100%');
});

test('lesson 14 on them: windows, turns and credit do what they do in src/', async () => {
  const stdout = await tellOnSolutions(14);
  expect(stdout).toContain('65,535       1.64 MB/s   1.64 MB/s        1.3 %');
  expect(stdout).toContain('when DATA is read          65,535          0                0');
  expect(stdout).toContain('600 ms  32,000       33,535  64,306  229,376');
});

test('lesson 17 on them: what is left is handed on, and all three stop at one moment', async () => {
  const stdout = await tellOnSolutions(17);
  expect(stdout).toContain('price  for ever   200 ms  100 ms      300 ms, done');
  expect(stdout).toContain('price  100 ms     100 ms  0 ms        200 ms, stopped');
  expect(stdout).toContain('an answer on its way  DEADLINE_EXCEEDED    OK');
});

test('lesson 20 on them: paths are explained, and who waits for a stream goes in order', async () => {
  const stdout = await tellOnSolutions(20);
  expect(stdout).toContain(
    'ours            UNIMPLEMENTED: hello.Greeter has no method sayHello; did you',
  );
  expect(stdout).toContain('ours            at the server at first: 101 102 103');
  expect(stdout).toContain('ours            in the end, in order: 101 102 103 104 105 107');
});

test('lesson 22 on them: the bucket, the plans and the race do what they do in src/', async () => {
  const stdout = await tellOnSolutions(22);
  expect(stdout).toContain('UNAVAILABLE, pushback "later"  3       3        1');
  expect(stdout).toContain('REFUSED_STREAM                 no      2        2');
  expect(stdout).toContain('ours            2, 1, 1');
});

test('lesson 21 on them: turns, two choices and the joint state choose as those of src/', async () => {
  const stdout = await tellOnSolutions(21);
  expect(stdout).toContain('least_request_experimental  968 966 958 303');
  expect(stdout).toContain('round_robin                 798 799 800 798');
  expect(stdout).toContain('shop-4  10');
});

test('lesson 29 on them: a board, a watch and an end do what they do in src/', async () => {
  const stdout = await tellOnSolutions(29);
  expect(stdout).toContain(
    'Watch "ecommerce.Stock"            SERVICE_UNKNOWN     SERVICE_UNKNOWN',
  );
  expect(stdout).toContain('… to SERVING again                 SERVING             –');
  expect(stdout).toMatch(/in order +\d+ +0 +0 +\d+ +\d+ +drained/);
  expect(stdout).toContain('ours     Watch   shutdown            at once           OK');
});
