import { describe, expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { Random } from '#course/kit/random';
import { encodeMessage } from '#framing/message';
import { HpackEncoder } from '#hpack/encoder';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import { findCoverageGap } from '#inspect/coverage';
import type { Dissected, Dissector } from '#inspect/dissector';
import { createGrpcDissectors } from '#inspect/grpc/dissector';
import type { Field, Side } from '#inspect/trace';
import { HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { frameOf, randomBlock, randomFrame } from './random-frames.ts';
import { pick } from './random-json.ts';

const END_STREAM = 1;
const END_HEADERS = 4;
const PATH = '/hello.Greeter/SayHello';

/** One connection, spoken by hand. */
function createTalk() {
  const dissectors = createGrpcDissectors({
    methods: { [PATH]: [HelloRequest.descriptor, HelloReply.descriptor] },
  });
  const encoders = { client: new HpackEncoder(), server: new HpackEncoder() };
  dissectors.client.push(CLIENT_PREFACE);
  return {
    headers(from: Side, fields: Record<string, string>, endStream = false, stream = 1): Dissected {
      const out = new ByteWriter();
      const list = Object.entries(fields).map(([name, value]) => ({ name, value }));
      encoders[from].encode(list, out);
      const flags = END_HEADERS | (endStream ? END_STREAM : 0);
      return only(dissectors[from].push(frameOf(1, flags, stream, out.take())));
    },
    data(from: Side, bytes: Uint8Array, endStream = false, stream = 1): Dissected {
      return only(dissectors[from].push(frameOf(0, endStream ? END_STREAM : 0, stream, bytes)));
    },
  };
}

function only(messages: Dissected[]): Dissected {
  expect(messages).toHaveLength(1);
  const [message] = messages as [Dissected];
  expect(findCoverageGap(message.fields, message.bytes.length)).toBeUndefined();
  return message;
}

function find(fields: readonly Field[], name: string): Field | undefined {
  for (const field of fields) {
    const found = field.name === name ? field : find(field.children ?? [], name);
    if (found) return found;
  }
  return undefined;
}

const REQUEST = {
  ':method': 'POST',
  ':path': PATH,
  'grpc-timeout': '250m',
  te: 'trailers',
  'content-type': 'application/grpc',
  'x-key-bin': 'AQL/',
};
const RESPONSE = { ':status': '200', 'content-type': 'application/grpc' };

test('a call from its first header to its status', () => {
  const talk = createTalk();
  const hello = encodeMessage(HelloRequest.encode(HelloRequest.create({ name: 'Ada' })));
  const reply = encodeMessage(HelloReply.encode(HelloReply.create({ message: 'Hello, Ada' })));
  const call = [
    talk.headers('client', REQUEST),
    talk.data('client', hello, true),
    talk.headers('server', RESPONSE),
    talk.data('server', reply),
    talk.headers('server', { 'grpc-status': '0' }, true),
  ];
  expect(call.map(({ title }) => title)).toEqual([
    `HEADERS · stream 1 · POST ${PATH}`,
    'DATA · stream 1 · HelloRequest { name: "Ada" } · END_STREAM',
    'HEADERS · stream 1 · 200',
    'DATA · stream 1 · HelloReply { message: "Hello, Ada" }',
    'HEADERS · stream 1 · trailers: 0 OK · END_STREAM',
  ]);
  const [request, message, response, , end] = call as [Dissected, ...Dissected[]];
  expect(find(request.fields, 'grpc-timeout')?.value).toBe('250m: 250 ms');
  expect(find(request.fields, 'x-key-bin')?.value).toBe('AQL/: 01 02 ff');
  expect(find(request.fields, 'te')?.source).toContain('PROTOCOL-HTTP2');
  expect(find(message!.fields, 'compressed flag')?.value).toBe('0');
  expect(find(response!.fields, ':status')?.meaning).toContain('of the call it says nothing');
  expect(find(end!.fields, 'grpc-status')?.value).toBe('0 OK');
});

describe('the server’s blocks are told apart', () => {
  test('Trailers-Only', () => {
    const talk = createTalk();
    talk.headers('client', REQUEST, true);
    const end = { ...RESPONSE, 'grpc-status': '5', 'grpc-message': 'no caf%C3%A9' };
    const message = talk.headers('server', end, true);
    expect(message.title).toContain('stream 1 · Trailers-Only: 5 NOT_FOUND');
    expect(find(message.fields, 'grpc-status')?.value).toBe('5 NOT_FOUND');
    expect(find(message.fields, 'grpc-message')?.value).toBe('no caf%C3%A9');
    expect(find(message.fields, 'grpc-message')?.meaning).toContain('it reads: no café');
  });

  test('a status that comes too early means nothing', () => {
    const talk = createTalk();
    talk.headers('client', REQUEST, true);
    const early = talk.headers('server', { ...RESPONSE, 'grpc-status': '0' });
    expect(find(early.fields, 'grpc-status')?.meaning).toContain('means nothing');
  });

  test('a web page is not a message, whatever its first five bytes say', () => {
    const talk = createTalk();
    talk.headers('client', REQUEST, true);
    const begin = talk.headers('server', { ':status': '200', 'content-type': 'text/html' });
    expect(find(begin.fields, 'content-type')?.meaning).toContain('not gRPC');
    const page = talk.data('server', encodeUtf8('<html>busy</html>'), true);
    expect(find(page.fields, 'body')?.value).toBe('"<html>busy</html>"');
    // And the next stream is judged by its own headers.
    talk.headers('client', REQUEST, true, 3);
    talk.headers('server', RESPONSE, false, 3);
    expect(talk.data('server', encodeMessage(new Uint8Array(0)), false, 3).title).toContain(
      'HelloReply',
    );
  });

  test('an empty DATA frame that ends the stream', () => {
    const talk = createTalk();
    talk.headers('client', REQUEST);
    expect(talk.data('client', new Uint8Array(0), true).title).toContain('no more messages');
  });
});

test.each([
  ['grpc-status', 'abc', 'abc (no code: UNKNOWN)'],
  ['grpc-status', '99', '99 CODE_99'],
  ['grpc-message', '100%', '100%'],
  ['x-key-bin', '!', '! (not base64)'],
])('%s %s is shown as %s', (name, value, shown) => {
  const talk = createTalk();
  talk.headers('client', REQUEST, true);
  const { fields } = talk.headers('server', { ...RESPONSE, [name]: value }, true);
  expect(find(fields, name)?.value).toBe(shown);
});

describe('whatever comes, every byte is covered', () => {
  const readAll = (dissector: Dissector, chunks: Uint8Array[]) => [
    ...chunks.flatMap((chunk) => dissector.push(chunk)),
    ...dissector.end(),
  ];
  function expectCovered(messages: Dissected[], stream: Uint8Array) {
    expect(concat(messages.map(({ bytes }) => bytes))).toEqual(stream);
    for (const { fields, bytes } of messages) {
      expect(findCoverageGap(fields, bytes.length)).toBeUndefined();
    }
  }

  test('random frames, cut anywhere', () => {
    const random = new Random(91);
    for (let round = 0; round < 150; round++) {
      const frames = Array.from({ length: random.integer(0, 6) }, () =>
        pick(random, [randomFrame, (r: Random) => randomBlock(r, pick(r, [1, 3])), randomCall])(
          random,
        ),
      );
      const stream = concat([CLIENT_PREFACE, ...frames]);
      const whole = readAll(createGrpcDissectors().client, [stream]);
      expectCovered(whole, stream);
      const cut = cutAnywhere(stream, pick(random, [2, 9, 50]), random);
      expect(readAll(createGrpcDissectors().client, cut)).toEqual(whole);
      expectCovered(readAll(createGrpcDissectors().server, frames), concat(frames));
    }
  });

  test('a call truncated at every place', () => {
    const stream = concat([CLIENT_PREFACE, randomCall(new Random(92))]);
    for (let length = 0; length <= stream.length; length++) {
      const part = stream.slice(0, length);
      expectCovered(readAll(createGrpcDissectors().client, cutEvery(part, 7)), part);
    }
  });
});

/** A request as it should be, with a message of random bytes. */
function randomCall(random: Random): Uint8Array {
  const out = new ByteWriter();
  const fields = Object.entries({
    ...REQUEST,
    'content-type': pick(random, ['application/grpc', 'text/html']),
  });
  new HpackEncoder().encode(
    fields.map(([name, value]) => ({ name, value })),
    out,
  );
  const message = encodeMessage(random.bytes(random.integer(0, 30)));
  return concat([frameOf(1, END_HEADERS, 1, out.take()), frameOf(0, END_STREAM, 1, message)]);
}
