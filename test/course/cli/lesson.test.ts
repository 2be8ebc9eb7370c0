import { type AddressInfo, connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadLesson } from '#course/catalogue';
import { writtenLessons } from '../subjects.ts';
import { isGroupGone, linesOver, Sandbox } from './sandbox.ts';

/** `npm run lesson`, with its story, its two ends and everything that one can type wrong. */
const lessons = await writtenLessons();
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.create();
});
afterAll(() => sandbox.remove());

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    probe.on('connect', () => probe.destroy());
  });
}

test('without a number: the lessons and what is next', async () => {
  const ended = await sandbox.run(['lesson']);
  expect(ended.code).toBe(0);
  for (const { title } of lessons) expect(ended.stdout).toContain(title);
  expect(ended.stdout).toContain('(not written yet)');
  expect(ended.stdout).toMatch(/^Next: {2}npm run lesson \d+/m);
  expect(linesOver(80, ended)).toEqual([]);
});

describe.each(lessons)('lesson $number', (entry) => {
  test('runs to its end and leaves nothing', { timeout: 30_000 }, async () => {
    const running = sandbox.start(['lesson', String(entry.number)]);
    const ended = await running.ended;
    expect(ended.stderr).toBe('');
    expect(ended.code).toBe(0);
    expect(linesOver(80, ended)).toEqual([]);
    expect(ended.stdout).not.toContain('\x1b');
    expect(ended.stdout).toContain(`Build it:  npm run exercise ${entry.number}`);
    expect(await isGroupGone(running.child)).toBe(true);
    const { lessons: done } = JSON.parse(sandbox.read('.course/progress.json'));
    expect(Date.parse(done[entry.number].run)).toBeGreaterThan(0);
  });

  test('its two ends are two processes; Ctrl-C closes the server', {
    timeout: 30_000,
  }, async () => {
    const port = await freePort();
    const flags = ['--port', String(port)];
    const server = sandbox.start(['lesson', String(entry.number), 'server', ...flags]);
    await server.prints(/listening on 127\.0\.0\.1:\d+/);
    for (let i = 0; i < 2; i++) {
      const client = await sandbox.run(['lesson', String(entry.number), 'client', ...flags]);
      expect(client.stderr).toBe('');
      expect(client.code).toBe(0);
      expect(client.stdout).not.toBe('');
    }
    const second = await sandbox.run(['lesson', String(entry.number), 'server', ...flags]);
    expect(second.code).toBe(1);
    expect(second.stderr).toBe(
      `port ${port} is in use; choose another: npm run lesson ${entry.number} server -- --port ${port + 100}\n`,
    );

    process.kill(-server.child.pid!, 'SIGINT');
    const ended = await server.ended;
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/closed\n$/);
    expect(await isGroupGone(server.child)).toBe(true);
    expect(await isListening(port)).toBe(false);
  });

  test('no server: one line', async () => {
    const port = await freePort();
    const ended = await sandbox.run([
      'lesson',
      String(entry.number),
      'client',
      '--port',
      String(port),
    ]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toBe(
      `no server at 127.0.0.1:${port}; start one: npm run lesson ${entry.number} server\n`,
    );
  });

  test('its help names every experiment, and the parser knows each', async () => {
    const { experiments } = await loadLesson(entry);
    const help = await sandbox.run(['lesson', String(entry.number), '--help']);
    expect(help.code).toBe(0);
    for (const { flag } of experiments) expect(help.stdout).toContain(flag);
    expect(help.stdout).toContain('--step');
    expect(linesOver(80, help)).toEqual([]);
  });
});

test('experiments and --no-wire, as one types them', async () => {
  const [entry] = lessons;
  const plain = await sandbox.run(['lesson', '3', '--no-wire']);
  expect(plain.code).toBe(0);
  expect(plain.stdout).not.toMatch(/──▶ server/);
  const chunk = await sandbox.run(['lesson', 'framing', '--chunk', '3']);
  expect(chunk.code).toBe(0);
  expect(chunk.stdout).toContain('pieces of 3 bytes');
  const colour = await sandbox.run(['lesson', String(entry?.number)], { FORCE_COLOR: '1' });
  expect(colour.stdout).toContain('\x1b[1m');
  const none = await sandbox.run(['lesson'], { NO_COLOR: '1', CI: '1' });
  expect(none.stdout).not.toContain('\x1b');
}, 30_000);

describe('--step', () => {
  test('waits for Enter, scene by scene', { timeout: 20_000 }, async () => {
    const running = sandbox.start(['lesson', '3', '--step']);
    await running.prints(/Enter to go on/);
    expect(running.stdout()).not.toContain('Say how long it is');
    for (let i = 0; i < 3; i++) {
      running.child.stdin?.write('\n');
      if (i < 2) await running.prints(/Enter to go on/);
    }
    const ended = await running.ended;
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('Build it:');
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

describe.concurrent('what one can type wrong ends in a line and with a code', () => {
  test.each([
    [['lesson', 'faming'], 2, "there is no lesson 'faming'; did you mean 'framing'?"],
    [['lesson', '99'], 2, "there is no lesson '99'"],
    [['lesson', '33'], 2, 'lesson 33 (Your own gRPC) is not written yet'],
    [['lesson', '3', 'sever'], 2, "a lesson has two ends, server and client; 'sever' is neither"],
    [['lesson', '3', '--gleu'], 2, "unknown option '--gleu'"],
    [['lesson', '3', '--chunk', 'x'], 2, '--chunk takes a number of bytes'],
    [['lesson', '3', 'server', '--port', 'http'], 2, 'a port is a number from 0 to 65535'],
    [['lesson', '3', 'server', '--host', '203.0.113.1'], 1, 'is no address of this machine'],
    [['lessen'], 2, "unknown command 'lessen'"],
  ])('%j', async (args, code, says) => {
    const ended = await sandbox.run(args);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });
});
