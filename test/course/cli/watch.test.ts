import { renameSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isGroupGone, Sandbox } from './sandbox.ts';

/** `npm run exercise N -- --watch`: a verdict on every save, and keys. */
const FOLDER = '03-framing';
const LITTLE = {
  file: 'frame.ts',
  find: 'setUint32(0, payload.length)',
  put: 'setUint32(0, payload.length, true)',
};
/** Fails no task, and an editor underlines it. */
const UNTYPED = {
  file: 'frame.ts',
  find: 'return frame;\n',
  put: "const size: number = 'four';\n  void size;\n  return frame;\n",
};
/** The thread never comes back, as from an endless loop, and the other tests lose nothing by it. */
const ENDLESS = {
  file: 'frame.ts',
  find: 'this.#queue.push(chunk);\n',
  put: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);\n',
};
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.create();
});
beforeEach(() => sandbox.beginAnew());
afterAll(() => sandbox.remove());

test('save by save: not yet, wrong, endless, right; hints, and q', async () => {
  const running = sandbox.start(['exercise', '3', '--watch']);
  const { stdin } = running.child;
  await running.prints(/· 1 {2}Say how long it is[\s\S]*watching exercises\/03-framing/);
  stdin?.write('h');
  await running.prints(/hint 1: {2}How long is the whole frame/);

  sandbox.solve(FOLDER, [LITTLE, UNTYPED]);
  await running.prints(/✗ 1 {2}[\s\S]*little-endian[\s\S]*h hint[\s\S]*fail no task/);
  sandbox.solve(FOLDER, [ENDLESS]);
  await running.prints(/your code never gave control back[\s\S]*h hint/);
  sandbox.solve(FOLDER);
  await running.prints(/✓ 5 {2}[\s\S]*n next exercise · q quit/);

  // As a slow editor saves, and as git changes branches: the file, and the folder, go and come back.
  const folder = `exercises/${FOLDER}`;
  const text = sandbox.read(`${folder}/frame.ts`);
  sandbox.delete(`${folder}/frame.ts`);
  await running.prints(/frame\.ts is gone/);
  sandbox.write(`${folder}/frame.ts`, text.replace(LITTLE.find, LITTLE.put));
  await running.prints(/✗ 1 {2}[\s\S]*h hint/);
  renameSync(`${sandbox.root}/${folder}`, `${sandbox.root}/elsewhere`);
  await running.prints(/ is gone/);
  renameSync(`${sandbox.root}/elsewhere`, `${sandbox.root}/${folder}`);
  await running.prints(/✗ 1 {2}[\s\S]*h hint/);
  sandbox.solve(FOLDER);
  await running.prints(/✓ 5 {2}[\s\S]*n next exercise · q quit/);

  stdin?.write('q');
  const { code, stderr, stdout } = await running.ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).not.toContain('\x1b');
  expect(await isGroupGone(running.child)).toBe(true);
});

test('n goes on to the next exercise; Ctrl-C ends it', async () => {
  const running = sandbox.start(['exercise', '2', '--watch', '--no-types']);
  await running.prints(/watching exercises\/02-/);
  running.child.stdin?.write('n');
  await running.prints(/watching exercises\/03-/);
  process.kill(-running.child.pid!, 'SIGINT');
  const { stderr } = await running.ended;
  expect(stderr).toBe('');
  expect(await isGroupGone(running.child)).toBe(true);
});

test('without types; it ends itself when nobody holds its input any more', async () => {
  sandbox.solve(FOLDER, [UNTYPED]);
  const running = sandbox.start(['exercise', '3', '--watch', '--no-types']);
  await running.prints(/✓ 5 {2}[\s\S]*n next exercise · q quit/);
  running.child.stdin?.end();
  const ended = await running.ended;
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).not.toContain('fail no task');
  expect(await isGroupGone(running.child)).toBe(true);
});
