import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from '#course/paths';

const run = promisify(execFile);

/**
 * What `npm run lesson 9 -- --mine` comes to for somebody who has built everything: each layer that
 * an exercise can replace, replaced, and strangers at both ends. (`--mine` itself asks the graders
 * first; our solutions stand in for the learner's files.)
 */
test('lesson 9 on the solutions of every exercise: grpc-js notices nothing', async () => {
  const manifest = readFileSync(`${ROOT}package.json`, 'utf8');
  const conditions = [...new Set(manifest.match(/solution-\d\d/g))];
  expect(conditions).toContain('solution-09');
  const { stdout } = await run(
    process.execPath,
    [
      ...conditions.map((condition) => `--conditions=${condition}`),
      ...['--import', 'tsx', 'src/course/main.ts', 'lesson', '9', '--no-wire'],
    ],
    { cwd: ROOT },
  );
  expect(stdout).toContain('our client      got "Hello, Ada, says grpc-js"');
  expect(stdout).toContain('our client      got 5 NOT_FOUND: no Zoë here, 100%');
  expect(stdout).toContain('grpc-js client  got "Hello, Ada"');
  expect(stdout).toContain('grpc-js client  got 5 NOT_FOUND: nobody here is called Zoë, 100%');
}, 60_000);
