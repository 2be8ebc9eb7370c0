import { describe, expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { toHex } from '#bytes/hex';
import { encodeUtf8 } from '#bytes/utf8';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { Random } from '#course/kit/random';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import { findCoverageGap } from '#inspect/coverage';
import type { Dissected, Dissector } from '#inspect/dissector';
import { createFrameDissector, createHttp2Dissectors } from '#inspect/http2/dissector';
import type { Http2Plug, Http2Plugs } from '#inspect/http2/plugs';
import type { Field } from '#inspect/trace';
import { frameOf, randomBlock, randomFrame } from './random-frames.ts';
import { pick } from './random-json.ts';

/** A plug that makes two fields of what it gets, one of them with children, and keeps it. */
function spy(): { plug: Http2Plug; heard: [bytes: string, stream: number, end: boolean][] } {
  const heard: [string, number, boolean][] = [];
  const plug: Http2Plug = (bytes, { streamId, endStream }) => {
    heard.push([toHex(bytes, ''), streamId, endStream]);
    const half = bytes.length >> 1;
    const children = [{ offset: 0, length: half, name: 'inner', meaning: '' }];
    const fields: Field[] = [
      { offset: 0, length: half, name: 'one', meaning: '', children },
      { offset: half, length: bytes.length - half, name: 'two', meaning: '' },
    ];
    return { title: 'plugged', fields };
  };
  return { plug, heard };
}

const PLUGS: Record<string, () => Http2Plugs> = {
  none: () => ({}),
  folded: () => ({ foldHeaders: true }),
  both: () => ({ headerBlock: spy().plug, data: spy().plug }),
};

function readAll(dissector: Dissector, chunks: Uint8Array[]): Dissected[] {
  return [...chunks.flatMap((chunk) => dissector.push(chunk)), ...dissector.end()];
}

function expectCovered(messages: Dissected[], stream: Uint8Array, what: string): void {
  // As text: byte by byte, `toEqual` would take most of the time.
  expect(toHex(concat(messages.map(({ bytes }) => bytes))), what).toBe(toHex(stream));
  for (const { fields, bytes } of messages) {
    const gap = findCoverageGap(fields, bytes.length);
    if (gap !== undefined) expect(gap, `${what}: ${toHex(bytes)}`).toBeUndefined();
  }
}

/** One frame's fields as `name = value`, its children indented. */
function lines(fields: readonly Field[], level = 0): string[] {
  return fields.flatMap((field) => [
    `${'  '.repeat(level)}${field.name}${field.value === undefined ? '' : ` = ${field.value}`}`,
    ...lines(field.children ?? [], level + 1),
  ]);
}

function dissect(frame: Uint8Array, plugs?: Http2Plugs): Dissected {
  const messages = readAll(createFrameDissector('client', plugs), [frame]);
  expectCovered(messages, frame, 'a frame');
  return messages[0]!;
}

describe.each(Object.entries(PLUGS))('plugs: %s', (_, plugs) => {
  test('random frames: every byte is covered once, however the stream was cut', () => {
    const random = new Random(70);
    for (let round = 0; round < 400; round++) {
      const frames = Array.from({ length: random.integer(0, 6) }, () =>
        pick(random, [randomFrame, randomFrame, (r: Random) => randomBlock(r, 5)])(random),
      );
      const stream = concat([CLIENT_PREFACE, ...frames]);
      const whole = readAll(createHttp2Dissectors(plugs()).client, [stream]);
      expectCovered(whole, stream, `round ${round}`);
      const cut = cutAnywhere(stream, pick(random, [2, 9, 50]), random);
      expect(readAll(createHttp2Dissectors(plugs()).client, cut)).toEqual(whole);
    }
  });

  test('truncated at every place: covered, and what came whole is the same', () => {
    const random = new Random(71);
    const parts = [CLIENT_PREFACE, ...Array.from({ length: 8 }, () => randomFrame(random))];
    const stream = concat(parts);
    for (let length = 0; length <= stream.length; length++) {
      const part = stream.slice(0, length);
      expectCovered(
        readAll(createHttp2Dissectors(plugs()).client, cutEvery(part, 7)),
        part,
        `${length} bytes`,
      );
    }
  });

  test('bytes at random: covered, and never an error', () => {
    const random = new Random(72);
    for (let round = 0; round < 300; round++) {
      const stream = random.bytes(random.integer(0, 200));
      for (const side of ['client', 'server'] as const) {
        const dissector = createHttp2Dissectors(plugs())[side];
        expectCovered(readAll(dissector, cutAnywhere(stream, 20, random)), stream, side);
      }
    }
  });
});

test('each type of frame, field by field', async () => {
  const frames: [string, Uint8Array][] = [
    ['DATA · stream 1 · 2 bytes · END_STREAM', frameOf(0, 1, 1, [104, 105])],
    ['HEADERS · stream 3', frameOf(1, 0x2c, 3, [1, 0x80, 0, 0, 5, 15, 0x82, 0])],
    ['PRIORITY · stream 3', frameOf(2, 0, 3, [0, 0, 0, 1, 255])],
    ['RST_STREAM · stream 1 · CANCEL', frameOf(3, 0, 1, [0, 0, 0, 8])],
    ['SETTINGS', frameOf(4, 0, 0, [0, 4, 0, 1, 0, 0, 0, 99, 0, 0, 0, 7])],
    ['SETTINGS ACK', frameOf(4, 1, 0)],
    ['PUSH_PROMISE · stream 1', frameOf(5, 4, 1, [0, 0, 0, 2, 0x82])],
    ['PING ACK', frameOf(6, 1, 0, [1, 2, 3, 4, 5, 6, 7, 8])],
    [
      'GOAWAY · PROTOCOL_ERROR · last stream 3',
      frameOf(7, 0, 0, [0, 0, 0, 3, 0, 0, 0, 1, 111, 111]),
    ],
    ['WINDOW_UPDATE · stream 1 · +65535', frameOf(8, 0, 1, [0, 0, 255, 255])],
    ['CONTINUATION · stream 1', frameOf(9, 4, 1, [0x82])],
    ['type 0x2a · stream 1', frameOf(0x2a, 0xff, 0x80000001, [1])],
  ];
  expect(frames.map(([, frame]) => dissect(frame).title)).toEqual(frames.map(([title]) => title));
  const shown = frames.map(([title, frame]) => [title, ...lines(dissect(frame).fields)].join('\n'));
  await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot('__snapshots__/http2-frames.txt');
});

describe('what is wrong is said', () => {
  test.each([
    ['a payload too short', frameOf(3, 0, 1, [0, 0]), 'error code', '2 of its 4 bytes are here'],
    ['one too long', frameOf(8, 0, 1, [0, 0, 0, 1, 9]), 'too much', /ends before these bytes/],
    ['padding too long', frameOf(0, 8, 1, [9, 0]), 'pad length', /not allowed/],
    [
      'a setting cut',
      frameOf(4, 0, 0, [0, 1, 0]),
      'unfinished setting',
      '3 of its 6 bytes are here',
    ],
    [
      'a flag of another type',
      frameOf(3, 4, 1, [0, 0, 0, 0]),
      'flags',
      'RST_STREAM has no such flag: ignored',
    ],
    [
      'the reserved bit',
      frameOf(6, 0, 0x80000000, new Uint8Array(8)),
      'stream',
      /reserved bit is set/,
    ],
  ])('%s', (_, frame, name, meaning) => {
    const field = dissect(frame).fields.find((each) => each.name === name);
    expect(field?.meaning).toMatch(meaning);
  });

  test('a stream that ends inside a frame', () => {
    const dissector = createFrameDissector('server');
    dissector.push(frameOf(0, 0, 1, [1, 2, 3, 4]).slice(0, 11));
    const [message] = dissector.end();
    expect(message?.fields.at(-1)?.meaning).toBe('2 of 4 bytes came before the stream ended');
  });

  test('a client that speaks HTTP/1.1', () => {
    const request = encodeUtf8('GET / HTTP/1.1\r\n\r\n');
    const [message] = createHttp2Dissectors().client.push(request);
    expect(message).toMatchObject({ title: 'not HTTP/2', bytes: request });
  });
});

describe('plugs', () => {
  test('a block in three frames is told once, whole, and its fields are cut as the frames are', () => {
    const { plug, heard } = spy();
    const frames = [
      frameOf(1, 1, 5, [1, 2, 3]),
      frameOf(9, 0, 5, [4, 5, 6, 7]),
      frameOf(9, 4, 5, [8]),
    ];
    function name(field: Field): unknown {
      return field.children === undefined ? field.name : [field.name, field.children.map(name)];
    }
    const dissector = createFrameDissector('client', { headerBlock: plug });
    const cut = frames.flatMap((frame) => dissector.push(frame));
    expect(heard).toEqual([['0102030405060708', 5, true]]);
    expect(cut.map(({ fields }) => fields.at(-1)!.children!.map(name))).toEqual([
      [['one (begins)', ['inner (begins)']]],
      [['one (goes on)', ['inner (goes on)']], 'two (begins)'],
      ['two (goes on)'],
    ]);
    expect(cut.map(({ title }) => title)).toEqual([
      'HEADERS · stream 5 · plugged · END_STREAM',
      'CONTINUATION · stream 5',
      'CONTINUATION · stream 5',
    ]);
  });

  test('a block that another frame breaks off stays opaque, and nothing is lost', () => {
    const { plug, heard } = spy();
    const stream = concat([frameOf(1, 0, 1, [1]), frameOf(6, 0, 0, new Uint8Array(8))]);
    const messages = readAll(createFrameDissector('client', { headerBlock: plug }), [stream]);
    expectCovered(messages, stream, 'broken off');
    expect(messages.map(({ title }) => title)).toEqual(['HEADERS · stream 1', 'PING']);
    expect(heard).toEqual([]);
  });

  test('data is told without its padding, and who has ended', () => {
    const { plug, heard } = spy();
    dissect(frameOf(0, 8 | 1, 7, [2, 1, 2, 3, 0, 0]), { data: plug });
    expect(heard).toEqual([['010203', 7, true]]);
  });
});
