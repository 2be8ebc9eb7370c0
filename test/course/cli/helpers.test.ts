import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { linesOver, PROGRESS, Sandbox } from './sandbox.ts';

/** hint, solution, reset, progress, doctor, skeletons. */
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.create();
});
beforeEach(() => sandbox.beginAnew());
afterAll(() => sandbox.remove());

const FRAME = 'exercises/03-framing/frame.ts';

test('hint: one more each time, three deep, never more', async () => {
  for (const shown of [1, 2, 3, 3]) {
    const ended = await sandbox.run(['hint', '3']);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('Task 1 · Say how long it is');
    expect(ended.stdout.match(/hint \d:/g)).toHaveLength(shown);
    expect(ended.stdout).toContain(shown === 3 ? 'that was the last one' : `(${3 - shown} more`);
    expect(linesOver(80, ended)).toEqual([]);
  }
  sandbox.solve('03-framing', [
    { file: 'frame.ts', find: 'if (length > this.#maxSize) {', put: 'if (length > 1e12) {' },
  ]);
  const later = await sandbox.run(['hint', '3']);
  expect(later.stdout).toContain('Task 3 · Refuse');
  expect(later.stdout.match(/hint \d:/g)).toHaveLength(1);
  sandbox.solve('03-framing');
  const none = await sandbox.run(['hint', '3']);
  expect(none.stdout).toContain('Every task of exercise 3 passes. Compare: npm run solution 3\n');
  const named = await sandbox.run(['hint', '3', '2']);
  expect(named.stdout).toContain('Task 2 · ');
  expect(named.stdout.match(/hint \d:/g)).toHaveLength(1);
  expect((await sandbox.run(['hint', '3', '6'])).stderr).toBe(
    "a task is a number from 1 to 5, not '6'\n",
  );
});

test('solution: refused before a pass, shown with --spoil, and after', async () => {
  const refused = await sandbox.run(['solution', '3']);
  expect(refused.code).toBe(1);
  expect(refused.stdout).toBe('');
  expect(refused.stderr).toContain('0 of 5 tasks passed so far');
  expect(refused.stderr).toContain('-- --spoil');

  const spoilt = await sandbox.run(['solution', '3', '--spoil']);
  expect(spoilt.code).toBe(0);
  expect(spoilt.stdout).toContain('-  throw notYet(1);');
  expect(spoilt.stdout).toContain('+  const frame = new Uint8Array(');
  expect(spoilt.stdout).not.toMatch(/<\/?task|\/\/\?/);

  const tasks = Object.fromEntries([1, 2, 3, 4, 5].map((task) => [task, { passed: '2026-01-01' }]));
  sandbox.write(PROGRESS, JSON.stringify({ version: 1, lessons: { 3: { tasks } } }));
  const earned = await sandbox.run(['solution', '3']);
  expect(earned.code).toBe(0);
  expect(earned.stdout).toBe(spoilt.stdout);
});

test('reset: asks first, keeps the text and tells where', async () => {
  const skeleton = sandbox.read(FRAME);
  expect((await sandbox.run(['reset', '3'])).stdout).toContain('nothing to do');

  sandbox.write(FRAME, 'my own work\n');
  const asked = await sandbox.run(['reset', '3']);
  expect(asked.code).toBe(2);
  expect(asked.stderr).toContain('--yes');
  expect(sandbox.read(FRAME)).toBe('my own work\n');

  const done = await sandbox.run(['reset', '3', '--yes']);
  expect(done.code).toBe(0);
  expect(sandbox.read(FRAME)).toBe(skeleton);
  const kept = /your text is kept in (\S+)/.exec(done.stdout)?.[1] ?? '';
  expect(sandbox.read(kept)).toBe('my own work\n');

  const which = await sandbox.run(['reset']);
  expect(which).toEqual({
    code: 2,
    stdout: '',
    stderr: 'which exercise? For example: npm run reset 3\n',
  });
});

test('progress: a table; what a later version wrote survives; damage is told and set aside', async () => {
  const first = await sandbox.run(['progress']);
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^ 3 {2}Framing +· +0\/5$/m);
  expect(first.stdout).toContain('Next:  npm run lesson 1');
  expect(linesOver(80, first)).toEqual([]);

  const later = {
    version: 1,
    theme: 'dark',
    lessons: {
      3: { stars: 5, tasks: { 1: { passed: '2026-01-01', seconds: 7 } } },
      77: { tasks: {} },
    },
  };
  sandbox.write(PROGRESS, JSON.stringify(later));
  expect((await sandbox.run(['lesson', '3', '--no-wire'])).code).toBe(0);
  expect(JSON.parse(sandbox.read(PROGRESS))).toMatchObject(later);
  expect((await sandbox.run(['progress'])).stdout).toMatch(/^ 3 {2}Framing +✓ +1\/5$/m);

  const damaged = [
    '{"version":1,"less',
    '[]',
    'null',
    '{"version":1,"lessons":{"3":7}}',
    '{"version":2}',
  ];
  for (const [i, text] of damaged.entries()) {
    sandbox.write(PROGRESS, text);
    const ended = await sandbox.run(['progress']);
    expect(ended.code, text).toBe(0);
    expect(ended.stderr).toContain('the progress file was damaged');
    expect(sandbox.read(`${PROGRESS}.damaged-${i + 1}`)).toBe(text);
  }
  expect(readdirSync(`${sandbox.root}/.course`).filter((file) => file.endsWith('.tmp'))).toEqual(
    [],
  );
});

test('progress: what passed once and fails now is marked, until it passes again', async () => {
  sandbox.solve('03-framing');
  await sandbox.run(['exercise', '3', '--no-types']);
  sandbox.solve('03-framing', [
    { file: 'frame.ts', find: 'if (length > this.#maxSize) {', put: 'if (length > 1e12) {' },
  ]);
  await sandbox.run(['exercise', '3', '--no-types']);
  for (const command of ['progress', 'lesson']) {
    const { stdout } = await sandbox.run([command]);
    expect(stdout).toMatch(/^ *3 {2}Framing .*5\/5 {2}✗ now: 3$/m);
  }
  sandbox.solve('03-framing');
  await sandbox.run(['exercise', '3', '--no-types']);
  expect((await sandbox.run(['progress'])).stdout).toMatch(/^ 3 {2}Framing .*5\/5$/m);
});

test('progress --export and --table: for a class', async () => {
  const tasks = {
    1: { passed: '2026-01-01', hints: 2 },
    2: { passed: '2026-01-01', failed: '2026-01-02' },
  };
  sandbox.write(PROGRESS, JSON.stringify({ version: 1, lessons: { 3: { tasks } } }));
  expect((await sandbox.run(['progress', '--export', 'Zoë.json'])).code).toBe(0);
  sandbox.delete(PROGRESS);
  const { stdout } = await sandbox.run(['progress', '--export', '-']);
  sandbox.write('Ada.json', stdout);
  const third = JSON.parse(sandbox.read('Zoë.json')).lessons[2];
  expect(third).toEqual({
    number: 3,
    title: 'Framing',
    run: null,
    tasks: 5,
    passed: 2,
    failing: [2],
    hints: 2,
  });
  const table = await sandbox.run(['progress', '--table', 'Zoë.json', 'Ada.json']);
  expect(table.stdout).toMatch(/^Ada +· .* 0\nZoë +· +· +2\/5! .* 2$/m);
  expect(linesOver(80, table)).toEqual([]);
  const wrong = await sandbox.run(['progress', '--table', 'package.json']);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain('package.json was not written by');
});

test('doctor: says what is here, and fails for what is needed and is not', async () => {
  const well = await sandbox.run(['doctor']);
  expect(well.code).toBe(0);
  expect(well.stdout).toMatch(/^✓ Node \d+\.\d+\.\d+ \(needed: >=20\.19\)$/m);
  expect(well.stdout).toContain('✓ every dependency is installed');

  const whole = sandbox.read('package.json');
  const manifest = JSON.parse(whole);
  manifest.dependencies['not-there'] = '1.0.0';
  manifest.engines.node = '>=99.0';
  sandbox.write('package.json', JSON.stringify(manifest));
  const ill = await sandbox.run(['doctor']);
  expect(ill.code).toBe(1);
  expect(ill.stdout).toContain('is too old: >=99.0 is needed');
  expect(ill.stdout).toContain('not installed: not-there; run npm ci');
  expect(ill.stdout).toContain('2 to mend before you begin.');
  sandbox.write('package.json', whole);
});

test('a folder whose path is read as an address: doctor says so first, and no verdict is wrong', async () => {
  const parent = join(sandbox.root, '.course/a#b');
  mkdirSync(parent, { recursive: true });
  const odd = await Sandbox.create(parent, '03-framing');
  try {
    const doctor = await odd.run(['doctor']);
    expect(doctor.code).toBe(1);
    expect(doctor.stdout).toMatch(/^✗ there is a # in the path \S+\/a#b\//);
    const verdict = await odd.run(['exercise', '3']);
    expect(verdict).toMatchObject({ code: 1, stdout: '' });
    expect(verdict.stderr).toContain('there is a # in the path');
  } finally {
    odd.remove();
  }
});

test('skeletons: --check sees the switch, and solutions; a gap that is gone is said in a line', async () => {
  const manifest = sandbox.read('package.json');
  const stub = sandbox.read('src/rpc/stub.ts');
  sandbox.write('package.json', manifest.replace('./src/rpc/stub.ts', './src/rpc/stubs.ts'));
  sandbox.write('solutions/01-local-to-remote/skeleton.ts', 'changed here\n');
  expect(await sandbox.run(['skeletons', '--check'])).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'not as derived: solutions/01-local-to-remote/skeleton.ts, "imports" in package.json; run npm run skeletons\n',
  });
  expect((await sandbox.run(['skeletons'])).code).toBe(0);
  expect(sandbox.read('package.json')).toBe(manifest);

  sandbox.write('src/rpc/stub.ts', stub.replaceAll('marshalCall', 'packCall'));
  expect(await sandbox.run(['skeletons'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'src/rpc/stub.ts: there is no function or constant marshalCall\n',
  });
  sandbox.write('src/rpc/stub.ts', stub);
});

test('skeletons: --check is strict; deriving keeps a text that was not a skeleton', async () => {
  const skeleton = sandbox.read(FRAME);
  expect((await sandbox.run(['skeletons', '--check'])).code).toBe(0);
  sandbox.write(FRAME, 'my own work\n');
  const strict = await sandbox.run(['skeletons', '--check']);
  expect(strict.code).toBe(1);
  expect(strict.stderr).toBe(`not as derived: ${FRAME}; run npm run skeletons\n`);

  const derived = await sandbox.run(['skeletons']);
  expect(derived.code).toBe(0);
  expect(sandbox.read(FRAME)).toBe(skeleton);
  const kept = /is kept in (\S+)/.exec(derived.stdout)?.[1] ?? '';
  expect(sandbox.read(kept)).toBe('my own work\n');
});
