import { describe, expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { toHex } from '#bytes/hex';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { Random } from '#course/kit/random';
import { encodeFrame } from '#framing/frame';
import { encodeLine } from '#framing/line';
import { encodeMessage } from '#framing/message';
import { fieldPathAt, findCoverageGap } from '#inspect/coverage';
import type { Dissected, Dissector } from '#inspect/dissector';
import { createPrefixDissectors, FRAME_PREFIX, MESSAGE_PREFIX } from '#inspect/prefix-dissector';
import { createLineDissectors } from '#inspect/rpc/line-dissector';
import { dissectRpcPayload } from '#inspect/rpc/payload';
import type { Field } from '#inspect/trace';
import { pick, randomJson } from './random-json.ts';

/** The ways in which lessons 1 to 3 put a payload on the wire, and who reads along. */
const WAYS = [
  {
    name: 'lines',
    create: () => createLineDissectors().client,
    // A newline inside a line would end it: that is what lesson 3 is about.
    frame: (payload: Uint8Array) => encodeLine(payload.filter((byte) => byte !== 0x0a)),
  },
  {
    name: 'frames',
    create: () => createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload).client,
    frame: (payload: Uint8Array) => encodeFrame(payload),
  },
  {
    name: 'gRPC messages',
    create: () => createPrefixDissectors(MESSAGE_PREFIX, dissectRpcPayload).client,
    frame: (payload: Uint8Array) => encodeMessage(payload, payload.length % 2 === 1),
  },
];

function readAll(dissector: Dissector, chunks: Uint8Array[]): Dissected[] {
  return [...chunks.flatMap((chunk) => dissector.push(chunk)), ...dissector.end()];
}

/** Every byte of the stream is in one message, and every byte of a message in one field. */
function expectCovered(messages: Dissected[], stream: Uint8Array, what: string): void {
  // As text: byte by byte, `toEqual` would take most of the time.
  expect(toHex(concat(messages.map(({ bytes }) => bytes))), what).toBe(toHex(stream));
  for (const { fields, bytes } of messages) {
    const gap = findCoverageGap(fields, bytes.length);
    if (gap !== undefined) expect(gap, `${what}: ${toHex(bytes)}`).toBeUndefined();
  }
}

/** JSON of any shape, JSON that is broken, and bytes that never were any. */
function randomPayload(random: Random): Uint8Array {
  const json = encodeUtf8(randomJson(random));
  switch (random.integer(0, 4)) {
    case 0:
      return random.bytes(random.integer(0, 40));
    case 1:
      return json.slice(0, random.integer(0, json.length));
    case 2: {
      const at = random.integer(0, json.length);
      return concat([json.slice(0, at), random.bytes(1), json.slice(at)]);
    }
    default:
      return json;
  }
}

describe.each(WAYS)('$name', ({ create, frame }) => {
  test('random traffic: every byte is covered once, however it was cut', () => {
    const random = new Random(20);
    for (let round = 0; round < 300; round++) {
      const parts = Array.from({ length: random.integer(0, 5) }, () =>
        frame(randomPayload(random)),
      );
      const stream = concat(parts);
      const whole = readAll(create(), [stream]);
      expectCovered(whole, stream, `round ${round}`);
      expect(whole.map(({ bytes }) => bytes)).toEqual(parts);
      expect(readAll(create(), cutAnywhere(stream, pick(random, [2, 9, 50]), random))).toEqual(
        whole,
      );
    }
  });

  test('truncated at every place: covered, and what came whole is the same', () => {
    const random = new Random(21);
    const parts = [1, 2, 3].map(() => frame(encodeUtf8(randomJson(random))));
    const stream = concat(parts);
    const whole = readAll(create(), [stream]);
    for (let length = 0; length <= stream.length; length++) {
      const part = stream.slice(0, length);
      const messages = readAll(create(), cutEvery(part, 3));
      expectCovered(messages, part, `${length} bytes`);
      const complete = messages.filter(({ title }) => !title.startsWith('the beginning of'));
      expect(complete).toEqual(whole.slice(0, complete.length));
      expect(messages.length - complete.length).toBeLessThanOrEqual(1);
    }
  });

  test('bytes at random: covered, and never an error', () => {
    const random = new Random(22);
    for (let round = 0; round < 300; round++) {
      const stream = random.bytes(random.integer(0, 200));
      expectCovered(readAll(create(), cutAnywhere(stream, 20, random)), stream, `round ${round}`);
    }
  });
});

test('the fields of JSON spell the JSON: names and values as they were sent', () => {
  const text = ' { "id" : 7, "params":["Grüße", {"x":[]}] }\r';
  const [message] = createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload).client.push(
    encodeFrame(encodeUtf8(text)),
  );
  const [, payload] = message?.fields ?? [];
  const flat: string[] = [];
  const visit = (field: Field, level: number) => {
    const own = decodeUtf8(message!.bytes.subarray(field.offset, field.offset + field.length));
    flat.push(`${'  '.repeat(level)}${field.name} = ${field.value} ⟨${own}⟩`);
    for (const child of field.children ?? []) visit(child, level + 1);
  };
  for (const child of payload?.children ?? []) visit(child, 0);
  expect(flat).toEqual([
    'id = 7 ⟨ { "id" : 7⟩',
    'params = ["Grüße", {"x":[]}] ⟨, "params":["Grüße", {"x":[]}]⟩',
    '  name = params ⟨, "params":⟩',
    '  [0] = "Grüße" ⟨["Grüße"⟩',
    '  [1] = {"x":[]} ⟨, {"x":[]}⟩',
    '    separator = undefined ⟨, ⟩',
    '    x = [] ⟨{"x":[]⟩',
    '      name = x ⟨{"x":⟩',
    '      end of list = empty list ⟨[]⟩',
    '    end of object = undefined ⟨}⟩',
    '  end of list = undefined ⟨]⟩',
    'end of object = undefined ⟨ }⟩',
    'white space = undefined ⟨\r⟩',
  ]);
});

describe('coverage', () => {
  const field = (offset: number, length: number, children?: Field[]): Field => ({
    offset,
    length,
    name: `f${offset}`,
    meaning: '',
    ...(children && { children }),
  });

  test.each([
    ['a gap', [field(0, 2), field(3, 1)], "'f3' in the message begins at 3, expected 2"],
    ['an overlap', [field(0, 2), field(1, 3)], "'f1' in the message begins at 1, expected 2"],
    ['an end too early', [field(0, 3)], 'the message ends at 4, its fields at 3'],
    ['an end too late', [field(0, 5)], 'the message ends at 4, its fields at 5'],
    ['a gap inside', [field(0, 4, [field(0, 1)])], 'f0 ends at 4, its fields at 1'],
    ['nothing at all', [], 'the message ends at 4, its fields at 0'],
  ])('%s is found', (_, fields, gap) => expect(findCoverageGap(fields, 4)).toBe(gap));

  test('the path to a byte', () => {
    const fields = [field(0, 1), field(1, 3, [field(1, 1), field(2, 2)])];
    expect(fieldPathAt(fields, 3).map(({ name }) => name)).toEqual(['f1', 'f2']);
    expect(fieldPathAt(fields, 4)).toEqual([]);
  });
});
