import { afterEach, expect, test } from 'vitest';
import { isGroupGone, Sandbox } from './sandbox.ts';

/** `npm run exercise N -- --watch`: a verdict on every save, and keys. */
const FOLDER = '03-framing';
const LITTLE = {
  file: 'frame.ts',
  find: 'setUint32(0, payload.length)',
  put: 'setUint32(0, payload.length, true)',
};
const ENDLESS = { file: 'frame.ts', find: 'this.#queue.push(chunk);\n', put: 'for (;;);\n' };
let sandbox: Sandbox;
afterEach(() => sandbox.remove());

test('save by save: not yet, wrong, endless, right; hints, and q', {
  timeout: 60_000,
}, async () => {
  sandbox = await Sandbox.create();
  const running = sandbox.start(['exercise', '3', '--watch']);
  const { stdin } = running.child;
  await running.prints(/· 1 {2}Say how long it is[\s\S]*watching exercises\/03-framing/);
  stdin?.write('h');
  await running.prints(/hint 1: {2}How long is the whole frame/);

  sandbox.solve(FOLDER, [LITTLE]);
  await running.prints(/✗ 1 {2}[\s\S]*little-endian[\s\S]*h hint/);
  sandbox.solve(FOLDER, [ENDLESS]);
  await running.prints(/your code never gave control back[\s\S]*h hint/);
  sandbox.solve(FOLDER);
  await running.prints(/✓ 5 {2}[\s\S]*n next exercise · q quit/);

  stdin?.write('q');
  const { code, stderr, stdout } = await running.ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).not.toContain('\x1b');
  expect(await isGroupGone(running.child)).toBe(true);
});

test('n goes on to the next exercise; Ctrl-C ends it', { timeout: 60_000 }, async () => {
  sandbox = await Sandbox.create();
  const running = sandbox.start(['exercise', '2', '--watch']);
  await running.prints(/watching exercises\/02-/);
  running.child.stdin?.write('n');
  await running.prints(/watching exercises\/03-/);
  process.kill(-running.child.pid!, 'SIGINT');
  const { stderr } = await running.ended;
  expect(stderr).toBe('');
  expect(await isGroupGone(running.child)).toBe(true);
});
