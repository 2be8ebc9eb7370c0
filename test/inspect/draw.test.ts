import { describe, expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { toHex } from '#bytes/hex';
import { encodeUtf8 } from '#bytes/utf8';
import { Random } from '#course/kit/random';
import { encodeFrame } from '#framing/frame';
import { encodeMessage } from '#framing/message';
import { drawDifference } from '#inspect/draw/difference';
import { drawTrace } from '#inspect/draw/draw';
import type { Paint } from '#inspect/draw/paint';
import { createPrefixDissectors, FRAME_PREFIX, MESSAGE_PREFIX } from '#inspect/prefix-dissector';
import { createRecorder } from '#inspect/recorder';
import { dissectRpcPayload } from '#inspect/rpc/payload';
import type { Trace } from '#inspect/trace';
import { createPipe } from '#transport/memory';
import { randomJson } from './random-json.ts';

/** What `payloads` look like on the wire, without a wire. */
function record(payloads: Uint8Array[], tail: Uint8Array = new Uint8Array(0)): Trace {
  const recorder = createRecorder('a trace', 'frames');
  const [client] = createPipe();
  const connection = recorder.wrap(
    client,
    'client',
    createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload),
  );
  connection.write(concat([...payloads.map(encodeFrame), tail]));
  recorder.mark(
    'wire',
    'the connection is lost, and what was under way is lost with it, whatever it was',
  );
  connection.end();
  return recorder.trace;
}

const CALL = encodeUtf8('{"id":1,"method":"recipe","params":["Grüße",{"deep":[1,[]]}]}');
const TRACE = record(
  [CALL, new Random(1).bytes(90), new Uint8Array(0)],
  Uint8Array.of(0, 0, 1, 0, 7),
);

test('a drawn trace, as it is read without colour', async () => {
  await expect(`${drawTrace(TRACE.events)}\n`).toMatchFileSnapshot('__snapshots__/trace.txt');
});

test('what was explained is not said again', async () => {
  const events = record([CALL, CALL]).events;
  const text = drawTrace(events, { unfold: true, explained: new Set() });
  await expect(`${text}\n`).toMatchFileSnapshot('__snapshots__/trace-told-once.txt');
});

test('several rows that were drawn before are named in one row', () => {
  const events = record([CALL, CALL]).events;
  const drawn = new Set<string>();
  const explained = new Set<string>();
  const texts = events
    .slice(0, 2)
    .map((event) => drawTrace([event], { unfold: true, drawn, explained }).split('\n'));
  const [first = [], second = []] = texts;
  expect(first.length).toBeGreaterThan(6);
  expect(second[0]).toBe(first[0]);
  expect(second.slice(1)).toEqual([
    `  0000  … ${encodeFrame(CALL).length} bytes               as before: length, payload`,
  ]);
  // Of other bytes, only what is the same is left out.
  const other = record([
    encodeUtf8('{"id":2,"method":"recipe","params":["Grüße",{"deep":[1,[]]}]}'),
  ]);
  const third = drawTrace(other.events.slice(0, 1), { unfold: true, drawn, explained });
  expect(third).toContain('as before: ');
  expect(third).toContain('id = 2');
});

test.each([40, 60, 80, 100])('nothing is wider than %i columns', (width) => {
  const random = new Random(width);
  const payloads = Array.from({ length: 60 }, () => encodeUtf8(randomJson(random)));
  const lines = drawTrace(record([CALL, ...payloads]).events, { width }).split('\n');
  expect(lines.filter((line) => line.length > width)).toEqual([]);
  expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
});

test('control characters of a payload never reach the terminal', () => {
  const evil = encodeUtf8('{"id":"\\u001b[2J","method":"\\u0007","params":["\\u009b31m"]}');
  const text = drawTrace(record([evil]).events);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('colour changes nothing but colour', () => {
  const mark = (text: string) => `\x1b[1m${text}\x1b[22m`;
  const paint: Paint = {
    strong: mark,
    faint: mark,
    client: mark,
    server: mark,
    good: mark,
    bad: mark,
  };
  const coloured = drawTrace(TRACE.events, { paint });
  expect(coloured).toContain('\x1b');
  const bare = coloured
    .replaceAll(/\x1b\[\d+m/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
  expect(bare).toEqual(
    drawTrace(TRACE.events)
      .split('\n')
      .map((line) => line.trimEnd()),
  );
});

describe('a difference', () => {
  const message = encodeMessage(encodeUtf8('{"id":1,"result":"a longer one, for some rows more"}'));
  const [{ fields } = { fields: [] }] = createPrefixDissectors(
    MESSAGE_PREFIX,
    dissectRpcPayload,
  ).client.push(message);
  const changed = (at: number) => message.map((byte, i) => (i === at ? byte ^ 0xff : byte));
  const long = new Random(5).bytes(500);

  test.each([
    ['first-byte', message, changed(0)],
    ['in-the-length', message, changed(4)],
    ['in-a-nested-field', message, changed(30)],
    ['missing', message, message.slice(0, 16)],
    ['too-many', message.slice(0, 16), message],
    ['nothing-received', message, new Uint8Array(0)],
    ['far-down', long, long.map((byte, i) => (i === 300 ? byte ^ 1 : byte))],
  ])('%s', async (name, expected, received) => {
    const lines = drawDifference(toHex(expected, ''), toHex(received, ''), fields);
    // They are drawn two columns in.
    expect(lines.filter((line) => line.length > 78)).toEqual([]);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `__snapshots__/difference/${name}.txt`,
    );
  });
});
