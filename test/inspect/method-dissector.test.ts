import { expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { toHex } from '#bytes/hex';
import { encodeUtf8 } from '#bytes/utf8';
import { cutAnywhere } from '#course/kit/chunks';
import { Random } from '#course/kit/random';
import { encodeFrame } from '#framing/frame';
import { fieldPathAt, findCoverageGap } from '#inspect/coverage';
import type { Dissected, Dissectors } from '#inspect/dissector';
import { createMethodDissectors } from '#inspect/rpc/method-dissector';
import { HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { pick, randomJson } from './random-json.ts';

const PATH = '/hello.Greeter/SayHello';
const METHODS = new Map([
  [PATH, { request: HelloRequest.descriptor, response: HelloReply.descriptor }],
]);

const frame = (json: unknown) => encodeFrame(encodeUtf8(JSON.stringify(json)));
const call = (id: unknown, message: Uint8Array, method = PATH) =>
  frame({ id, method, params: [toHex(message, '')] });
const reply = (id: unknown, message: Uint8Array) => frame({ id, result: toHex(message, '') });

const HELLO = HelloRequest.encode({ name: 'Ada' });
const HI = HelloReply.encode({ message: 'Hi' });

const create = () => createMethodDissectors(METHODS);

/** Reads a conversation: what the client said, then what the server said. */
function readAll(dissectors: Dissectors, asked: Uint8Array[], answered: Uint8Array[]) {
  const { client, server } = dissectors;
  return [
    ...asked.flatMap((chunk) => client.push(chunk)),
    ...client.end(),
    ...answered.flatMap((chunk) => server.push(chunk)),
    ...server.end(),
  ];
}

function expectCovered(messages: Dissected[], stream: Uint8Array, what: string): void {
  expect(concat(messages.map(({ bytes }) => bytes)), what).toEqual(stream);
  for (const { fields, bytes } of messages) {
    expect(findCoverageGap(fields, bytes.length), `${what}: ${toHex(bytes)}`).toBeUndefined();
  }
}

test('a call and its reply: both messages, by the method’s types', () => {
  const [asked, answered] = readAll(create(), [call(7, HELLO)], [reply(7, HI)]);
  expect(asked?.title).toBe('call 7: SayHello HelloRequest { name: "Ada" }');
  expect(answered?.title).toBe('reply 7: HelloReply { message: "Hi" }');
  expect(answered?.call).toBe('7');
  const bytes = answered!.bytes;
  const at = new TextDecoder().decode(bytes).indexOf('0a024869');
  expect(bytes.length).toBe(at + 8 + 2);
  expect(fieldPathAt(answered!.fields, at + 5)?.map(({ name }) => name)).toEqual([
    'payload',
    'result',
    'message',
    'value',
  ]);
});

test('replies in another order find their methods by id', () => {
  const methods = new Map([
    ...METHODS,
    ['/x', { request: HelloReply.descriptor, response: HelloRequest.descriptor }],
  ]);
  const read = readAll(
    createMethodDissectors(methods),
    [call(1, HELLO), call(2, HI, '/x')],
    [reply(2, HELLO), reply(1, HI)],
  );
  expect(read.map(({ title }) => title)).toEqual([
    'call 1: SayHello HelloRequest { name: "Ada" }',
    'call 2: x HelloReply { message: "Hi" }',
    'reply 2: HelloRequest { name: "Ada" }',
    'reply 1: HelloReply { message: "Hi" }',
  ]);
});

test('what is not such a call is JSON as before', () => {
  const { client, server } = create();
  for (const [bytes, title] of [
    [frame({ id: 1, method: 'cook', params: ['soup'] }), 'call 1: cook("soup")'],
    [frame({ id: 2, method: PATH, params: ['soup'] }), `call 2: ${PATH}("soup")`],
    [frame({ id: 3, method: PATH, params: [] }), `call 3: ${PATH}()`],
  ] as const) {
    const [read] = client.push(bytes);
    expect(read?.title).toBe(title);
    expect(findCoverageGap(read!.fields, bytes.length)).toBeUndefined();
  }
  const error = frame({ id: 2, error: { code: 'NOT_FOUND', message: 'no soup' } });
  expect(server.push(error)[0]?.title).toBe('reply 2: error NOT_FOUND');
});

test('a message that is not a message says so', () => {
  const [read] = create().client.push(call(1, Uint8Array.of(0x0a, 0x05, 0x41)));
  expect(findCoverageGap(read!.fields, read!.bytes.length)).toBeUndefined();
  expect(JSON.stringify(read!.fields)).toMatch(/unfinished|unreadable/);
});

test('random traffic: every byte is covered once, however it was cut', () => {
  const random = new Random(6);
  for (let round = 0; round < 200; round++) {
    const asked = Array.from({ length: random.integer(0, 4) }, () => randomCall(random));
    const answered = asked.map((_, id) => reply(id, random.bytes(random.integer(0, 12))));
    const stream = concat([...asked, ...answered]);
    const whole = readAll(create(), asked, answered);
    expectCovered(whole, stream, `round ${round}`);
    const cut = readAll(
      create(),
      cutAnywhere(concat(asked), 9, random),
      cutAnywhere(concat(answered), 9, random),
    );
    expect(cut).toEqual(whole);
  }
});

function randomCall(random: Random): Uint8Array {
  const message = pick(random, [HELLO, HI, random.bytes(random.integer(0, 12))]);
  const bytes = call(random.integer(0, 3), message);
  if (random.integer(0, 3) > 0) return bytes;
  const json = encodeUtf8(
    `{"id":1,"method":"${PATH}","params":${randomJson(random)},"result":${randomJson(random)}}`,
  );
  return encodeFrame(json);
}

test('truncated at each position', () => {
  const bytes = call(1, HELLO);
  for (let end = 0; end < bytes.length; end++) {
    const stream = bytes.slice(0, end);
    expectCovered(readAll(create(), [stream], []), stream, `cut at ${end}`);
  }
});
