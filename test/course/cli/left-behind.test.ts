import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '#course/paths';
import { isGroupGone } from './sandbox.ts';

/** A test run is killed, by SIGKILL, in the middle of the worst: a watch whose grader loops. */
const folder = mkdtempSync(join(tmpdir(), 'left-behind-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a test run that is killed leaves no process behind', { timeout: 300_000 }, async () => {
  const file = join(folder, 'started.json');
  const config = 'test/course/cli/left-behind.config.ts';
  const run = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', config],
    { cwd: ROOT, env: { ...process.env, LEFT_BEHIND: file }, stdio: 'ignore', detached: true },
  );
  const ended = new Promise((resolve) => run.on('close', resolve));
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 20))]);
    expect(run.exitCode, 'the test run ended by itself').toBeNull();
  }
  const { groups, root } = JSON.parse(readFileSync(file, 'utf8')) as {
    groups: number[];
    root: string;
  };
  run.kill('SIGKILL');
  await ended;
  for (const pid of [run.pid, ...groups]) expect(await isGroupGone({ pid })).toBe(true);
  rmSync(root, { recursive: true, force: true });
});
