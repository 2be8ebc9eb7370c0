import { afterAll, beforeAll, expect, test } from 'vitest';
import { conditionOf } from '#course/catalogue';
import { loadExercises } from '#course/exercise/switch';
import { Sandbox } from '../course/cli/sandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.create();
});
afterAll(() => sandbox.remove());

/**
 * What `npm run lesson 9 -- --mine` comes to for somebody who has built everything: each layer that
 * an exercise can replace, replaced, and strangers at both ends. (`--mine` itself asks the graders
 * first; our solutions stand in for the learner's files.) One process tells all of these lessons.
 */
async function tellOnSolutions(lesson: number): Promise<string> {
  const exercises = await loadExercises();
  const conditions = exercises.map(({ entry }) => conditionOf(entry, 'solution'));
  expect(conditions).toContain(`solution-${String(lesson).padStart(2, '0')}`);
  const host = sandbox.host(0, conditions);
  const { code, stdout, stderr } = await host.begin(['lesson', String(lesson), '--no-wire']).ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
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

test('lesson 26 on them: tokens, scopes and caches, at a real token server', async () => {
  const stdout = await tellOnSolutions(26);
  expect(stdout).toContain('gave 6 tokens and was asked 6 times about one');
  expect(stdout).toContain('token server    1 token given, asked 1 time about it');
  expect(stdout).toContain('ProcessOrders  1         1               UNAUTHENTICATED    OK');
  expect(stdout).toContain('30,000 ms       UNAUTHENTICATED; asked 2 times');
});

test('lesson 21 on them: turns, two choices and the joint state choose as those of src/', async () => {
  const stdout = await tellOnSolutions(21);
  expect(stdout).toContain('least_request_experimental  968 966 958 303');
  expect(stdout).toContain('round_robin                 798 799 800 798');
  expect(stdout).toContain('shop-4  10');
});

test('lesson 24 on them: names are read, credentials hold, and principals decide', async () => {
  const stdout = await tellOnSolutions(24);
  expect(stdout).toContain('names           localhost, h2');
  expect(stdout).toContain('grpc-js  a till’s          O P P P            O P P P');
  expect(stdout).toContain('ours     an impostor’s     U U U U            U U U U');
  expect(stdout).toContain('ours     number 1  number 2  number 2     OK OK OK OK');
});

test('lesson 25 on them: the guard stands in front of all four kinds, and plaintext is refused', async () => {
  const stdout = await tellOnSolutions(25);
  expect(stdout).toContain('ProcessOrders  OK, 2             OK, 2          16       16');
  expect(stdout).toContain(
    'ours, of the call        nothing       16 UNAUTHENTICATED: call credential',
  );
  expect(stdout).toContain('nobody of that name  0, below 1 ms  1, ');
});

test('lesson 27 on them: nine attacks stop at the guard, and a new key is found', async () => {
  const stdout = await tellOnSolutions(27);
  expect(stdout).toContain('jose and ours   UNAUTHENTICATED, 72 of them');
  expect(stdout).toContain('the new key            let in 20×');
  expect(stdout).toContain('and a kid that is not among them  UNAUTHENTICATED 4×  UNAVAILABLE 4×');
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

test('lesson 33 on them: all solutions at once, and strangers at both ends', async () => {
  const stdout = await tellOnSolutions(33);
  expect(stdout).toMatch(/hpack +▣+ +0 of \d+ borrowed/);
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    '33: attach, begin-call, incoming-call, server-stream',
  );
  expect(stdout).toMatch(/grpc-js +14 of 14 cases +14 of 14 cases/);
  expect(stdout).toMatch(/#framing\/message +lesson 3, solution +10/);
});
