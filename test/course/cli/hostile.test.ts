import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lengthFraming } from '#framing/frame';
import { FrameType } from '#http2/frames/frame-type';
import { rawFrame, uint32 } from '../../http2/raw-peer.ts';
import { writtenLessons } from '../subjects.ts';
import {
  type Forge,
  honest,
  inHttp2,
  listen,
  proxy,
  refusingWith,
  replacing,
} from './forging-proxy.ts';
import { type Ended, Sandbox } from './sandbox.ts';

/**
 * Both ends of each lesson talk to somebody who sends what moves a cursor, clears a screen, turns
 * text around, ends a string or forges a line. Nothing of it may reach the terminal as it is. The
 * words that a lesson shows are found by looking: what was on the wire, and then on a terminal.
 */
const lessons = await writtenLessons();
/**
 * Three show only numbers, and their own words. Those over TLS give nobody between their ends anything
 * to read or to change: a client ends before it shows a word of a stranger.
 */
const SHOW_NO_TEXT = new Set([4, 17, 24, 25, 26, 27, 30]);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.create();
});
afterAll(() => sandbox.remove());

const JUNK = '\u001b[2J\r\nforged\r\n\0\u009b2J\u202elive\u2028\u0007\r\n';
const AS_JSON = `{"id":1,"ok":false,"error":{"code":"NOT_FOUND","message":${JSON.stringify(JUNK)}},"result":${JSON.stringify(JUNK)}}\n`;
/** What is sent to an end without any regard for what it expects. */
const STRAYS = [
  Buffer.from(JUNK),
  Buffer.from(AS_JSON),
  // In a frame of lesson 3, and in one of HTTP/2.
  Buffer.from(lengthFraming.encode(Buffer.from(AS_JSON))),
  Buffer.concat([
    rawFrame(FrameType.SETTINGS, 0, 0),
    rawFrame(FrameType.GOAWAY, 0, 0, [...uint32(0), ...uint32(11), ...Buffer.from(JUNK)]),
  ]),
];

/** Of so many octets: as a program writes it into its strings, and as JSON escapes it. */
const raw = (length: number) => '\u001b[2J\r\nforged\0\u0007'.repeat(length).slice(0, length);
function escaped(length: number): string {
  const parts = ['\\u001b', '\\n', 'forged', '\\r', '\\u0000'];
  let text = '';
  for (let i = 0; text.length < length; i = (i + 1) % parts.length) {
    const part = parts[i]!;
    text += text.length + part.length <= length ? part : 'x';
  }
  return text;
}

const HARMFUL = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const ESCAPED = /\\u(001b|009b)|\\r/;

function expectHarmless({ stdout, stderr }: Ended): void {
  for (const text of [stdout, stderr]) {
    const at = HARMFUL.exec(text);
    expect(at && text.slice(Math.max(0, at.index - 60), at.index + 20)).toBeNull();
    expect(text).not.toMatch(/^forged/m);
  }
}

/** So long a client may wait for somebody who talks nonsense, in ms. Then its connection breaks. */
const PATIENCE_MS = 1_000;

/** Enough lines of a client to know what it shows. */
const ENOUGH = /(.*\n){6}/;

/** Runs a client until it ends, or has said enough, or has waited for so many ms; then its peer goes. */
async function runClient(
  lesson: string,
  peer: { port: number; close(): void },
  patienceMs?: number,
): Promise<Ended> {
  const args = ['lesson', lesson, 'client', '--port', String(peer.port)];
  const running = sandbox.host(1).begin(args);
  const timer = patienceMs && setTimeout(() => peer.close(), patienceMs);
  await Promise.race([running.returned, running.prints(ENOUGH).catch(() => {})]);
  if (timer) clearTimeout(timer);
  peer.close();
  return running.ended;
}

/** The words on both sides of a connection that one end or the other has shown. */
function shownWords(wire: string, shown: string): string[] {
  const words = new Set(wire.match(/[A-Za-z][A-Za-z .]{3,}/g));
  return [...words]
    .map((word) => word.trim())
    .filter((word) => shown.includes(word))
    .sort((a, b) => b.length - a.length);
}

/** Everything that can be said to a lesson in other words than its own. */
function forgeries(wire: string, words: string[]): [toServer: Forge, toClient: Forge][] {
  const texts = [replacing(words, raw)];
  if (wire.includes('PRI * ')) {
    const same = (fields: Record<string, string>) => fields;
    const withEvil = (evil: string) => (fields: Record<string, string>) => ({
      ...fields,
      'x-evil': evil,
    });
    return [
      [inHttp2(same, texts[0]!), honest],
      [inHttp2(withEvil('\u009b2J'), honest), inHttp2(withEvil('\u009b2J'), texts[0]!)],
      [inHttp2((fields) => ({ ...fields, ':path': '/\u009b2J' }), honest), honest],
      [honest, inHttp2(refusingWith(JUNK), honest)],
      [honest, inHttp2(withEvil('\u001b[2J'), honest)],
      [inHttp2(withEvil('\u001b[2J'), honest), honest],
    ];
  }
  if (wire.includes('{"')) texts.push(replacing(words, escaped));
  return texts.flatMap((forge): [Forge, Forge][] => [
    [forge, honest],
    [honest, forge],
  ]);
}

describe.each(lessons)('lesson $number', ({ number }) => {
  const lesson = String(number);

  test('strangers to its two ends cannot write to the terminal', async () => {
    const host = sandbox.host(0);
    const server = host.begin(['lesson', lesson, 'server', '--port', '0']);
    await server.prints(/listening on 127\.0\.0\.1:\d+/);
    const clients: Ended[] = [];
    try {
      const port = Number(/listening on 127\.0\.0\.1:(\d+)/.exec(server.stdout())![1]);

      let wire = '';
      const listening = () => (chunk: Buffer) => {
        wire += chunk.toString('latin1');
        return chunk;
      };
      const listener = await proxy(port, listening, listening);
      const undisturbed = await runClient(lesson, listener);
      const words = shownWords(wire, undisturbed.stdout + server.stdout());

      for (const [toServer, toClient] of forgeries(wire, words)) {
        clients.push(await runClient(lesson, await proxy(port, toServer, toClient), PATIENCE_MS));
      }
      for (const stray of STRAYS) {
        const socket = connect(port, '127.0.0.1').on('error', () => {});
        socket.resume().end(stray);
        await new Promise((resolve) => socket.on('close', resolve));
        const liar = await listen((client) => client.resume().end(stray));
        clients.push(await runClient(lesson, liar, PATIENCE_MS));
      }
    } finally {
      host.child.kill('SIGINT');
    }
    const all = [await server.ended, ...clients];
    all.forEach(expectHarmless);
    // Otherwise nothing of it was shown, and this would not be a test.
    const shown = all.some(({ stdout, stderr }) => ESCAPED.test(stdout + stderr));
    expect(shown).toBe(!SHOW_NO_TEXT.has(number));
  });
});
