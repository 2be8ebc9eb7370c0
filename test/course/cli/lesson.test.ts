import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writtenLessons } from '../subjects.ts';
import { isGroupGone, linesOver, Sandbox } from './sandbox.ts';

/** `npm run lesson`, with its story, its two ends and everything that one can type wrong. */
const lessons = await writtenLessons();
/** Runs a program on a terminal of its own. Linux and macOS have it; macOS with other flags. */
const SCRIPT = process.platform === 'linux' ? '/usr/bin/script' : '';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.create();
});
afterAll(() => sandbox.remove());

test('without a number: the lessons and what is next', async () => {
  const ended = await sandbox.run(['lesson']);
  expect(ended.code).toBe(0);
  for (const { title } of lessons) expect(ended.stdout).toContain(title);
  expect(ended.stdout).not.toContain('(not written yet)');
  expect(ended.stdout).toMatch(/^Next: {2}npm run lesson \d+/m);
  expect(linesOver(80, ended)).toEqual([]);
});

test('a lesson that is not written is said to be so', async () => {
  const begun = await Sandbox.create(undefined, '01-local-to-remote');
  try {
    expect((await begun.run(['lesson'])).stdout).toContain('(not written yet)');
    expect(await begun.run(['lesson', '33'])).toMatchObject({
      code: 2,
      stderr: 'lesson 33 (Your own gRPC) is not written yet; lessons 1 to 1 are\n',
    });
  } finally {
    begun.remove();
  }
});

test('in processes of their own: a story, and two ends with Ctrl-C', async () => {
  const story = sandbox.start(['lesson', '3']);
  expect(await story.ended).toMatchObject({ code: 0, stderr: '' });
  expect(await isGroupGone(story.child)).toBe(true);

  const server = sandbox.start(['lesson', '3', 'server', '--port', '0']);
  await server.prints(/listening on 127\.0\.0\.1:\d+/);
  const port = /:(\d+);/.exec(server.stdout())?.[1] ?? '';
  const client = sandbox.start(['lesson', '3', 'client', '--port', port]);
  expect(await client.ended).toMatchObject({ code: 0, stderr: '' });
  expect(await isGroupGone(client.child)).toBe(true);
  process.kill(-server.child.pid!, 'SIGINT');
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
  expect(await isGroupGone(server.child)).toBe(true);

  const wrong = await sandbox.runAlone(['lessen']);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("unknown command 'lessen'");
});

test('experiments and --no-wire, as one types them', async () => {
  const [entry] = lessons;
  const plain = await sandbox.run(['lesson', '3', '--no-wire']);
  expect(plain.code).toBe(0);
  expect(plain.stdout).not.toMatch(/──▶ server/);
  const chunk = await sandbox.run(['lesson', 'framing', '--chunk', '3']);
  expect(chunk.code).toBe(0);
  expect(chunk.stdout).toContain('pieces of 3 bytes');
  expect(chunk.stdout).not.toContain('Try 3');
  const banana = await sandbox.run(['lesson', '5', '--retype', 'price=banana']);
  expect(banana.stdout).toContain('nothing was sent');
  expect(banana.stdout).not.toContain('compatible');
  const colour = await sandbox.run(['lesson', String(entry?.number)], { FORCE_COLOR: '1' });
  expect(colour.stdout).toContain('\x1b[1m');
  const none = await sandbox.run(['lesson'], { NO_COLOR: '1', CI: '1' });
  expect(none.stdout).not.toContain('\x1b');
});

describe('--step', () => {
  test('waits for Enter, scene by scene', async () => {
    const running = sandbox.start(['lesson', '3', '--step']);
    await running.prints(/Enter to go on/);
    expect(running.stdout()).not.toContain('── 2 ·');
    for (let i = 0; i < 3; i++) {
      running.child.stdin?.write('\n');
      if (i < 2) await running.prints(/Enter to go on/);
    }
    const ended = await running.ended;
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('Build it:');
  });

  test('q ends it there, says how to go on, and that is not a failure', async () => {
    const running = sandbox.start(['lesson', '3', '--step']);
    await running.prints(/Enter to go on/);
    running.child.stdin?.write('q\n');
    const ended = await running.ended;
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('npm run lesson 3 -- --scene 2');
    expect(ended.stdout).not.toContain('Build it:');
    expect(await isGroupGone(running.child)).toBe(true);
  });

  test('Ctrl-C there ends it with 130, in one line', async () => {
    const running = sandbox.start(['lesson', '3', '--step']);
    await running.prints(/Enter to go on/);
    process.kill(-running.child.pid!, 'SIGINT');
    const ended = await running.ended;
    expect(ended.code).toBe(130);
    expect(ended.stderr.trim()).toBe('stopped');
    expect(await isGroupGone(running.child)).toBe(true);
  });
});

test.runIf(existsSync(SCRIPT))(
  'on a terminal, even one without columns, it stops between scenes; q needs no Enter',
  async () => {
    const command = `stty cols 0; '${process.execPath}' --import tsx src/course/main.ts lesson 3`;
    const terminal = spawn(SCRIPT, ['-qec', command, '/dev/null'], { cwd: sandbox.root });
    let text = '';
    terminal.stdout.setEncoding('utf8').on('data', (more: string) => {
      const before = text.split('Enter to go on').length;
      text += more;
      const stops = text.split('Enter to go on').length - 1;
      // On from the first scene; enough after the second.
      if (stops >= before) terminal.stdin.write(stops === 1 ? '\r' : 'q');
    });
    const code = await new Promise((resolve) => terminal.on('close', resolve));
    expect(text).toContain('── 2 · ');
    expect(text).not.toContain('── 3 · ');
    expect(text).toContain('--scene 3');
    expect(code).toBe(0);
  },
);

test('--scene: one scene alone, or a list of them', async () => {
  const second = await sandbox.run(['lesson', '3', '--scene', '2']);
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(second.stdout).toContain('── 2 · ');
  expect(second.stdout).not.toMatch(/── [13] · /);
  const list = await sandbox.run(['lesson', '3', '--scene']);
  expect(list.stdout).toMatch(/^ {2}1 · .*\n {2}2 · /m);
  const none = await sandbox.run(['lesson', '3', '--scene', '9']);
  expect(none.code).toBe(2);
  expect(none.stderr).toMatch(/^there is no scene 9; the scenes are:\n {2}1 · /);
});

test('--mine: one line says whose layers they are; an exception of the learner is theirs', async () => {
  const mine = sandbox.start(['lesson', '3', '--mine', '--no-wire']);
  mine.child.stdin?.end();
  const { stdout } = await mine.ended;
  expect(stdout).toMatch(/^On your layers: frame, message \(ours: exercise 3 does not pass\)/);
  expect(stdout.split('Lesson 3')[0]?.trim().split('\n').length).toBeLessThanOrEqual(2);

  // It passes its tests, and fails in the lesson.
  const find = 'return frame;\n';
  const put = `if (process.argv.includes('lesson')) throw new TypeError('my own');\n  ${find}`;
  sandbox.solve('03-framing', [{ file: 'frame.ts', find, put }]);
  const broken = sandbox.start(['lesson', '3', '--mine', '--no-wire']);
  broken.child.stdin?.end();
  const ended = await broken.ended;
  expect(ended.code).toBe(1);
  expect(ended.stdout).toMatch(/^On your layers: frame, message \(yours\)/);
  expect(ended.stderr).toMatch(
    /^your code threw TypeError: my own\n {2}at exercises\/03-framing\/frame\.ts:\d+:\d+\n/,
  );
  expect(ended.stderr).not.toContain('src/course');
  await sandbox.beginAnew();
});

describe.concurrent('what one can type wrong ends in a line and with a code', () => {
  test.each([
    [['lesson', 'faming'], 2, "there is no lesson 'faming'; did you mean 'framing'?"],
    [['lesson', '99'], 2, "there is no lesson '99'"],
    [['lesson', '3', 'sever'], 2, "a lesson has two ends, server and client; 'sever' is neither"],
    [['lesson', '3', '--gleu'], 2, "unknown option '--gleu'"],
    [['lesson', '3', '--chunk', 'x'], 2, '--chunk takes a number of bytes'],
    [['lesson', '3', 'server', '--port', 'http'], 2, 'a port is a number from 0 to 65535'],
    [['lesson', '3', 'server', '--host', '203.0.113.1'], 1, 'is not an address of this machine'],
    [['lessen'], 2, "unknown command 'lessen'"],
  ])('%j', async (args, code, says) => {
    const ended = await sandbox.run(args);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });
});
