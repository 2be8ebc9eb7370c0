import { describe, expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { concat } from '#bytes/concat';
import { cutAnywhere } from '#course/kit/chunks';
import { Random } from '#course/kit/random';
import { HpackEncoder } from '#hpack/encoder';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import { findCoverageGap } from '#inspect/coverage';
import { headersTitle, hpackHeaderBlock } from '#inspect/hpack/plug';
import { createHttp2Dissectors } from '#inspect/http2/dissector';
import type { Field } from '#inspect/trace';
import { frameOf } from './random-frames.ts';

const END_HEADERS = 4;
const END_STREAM = 1;

function blockOf(encoder: HpackEncoder, headers: Record<string, string>): Uint8Array {
  const out = new ByteWriter();
  const fields = Object.entries(headers).map(([name, value]) => ({ name, value }));
  encoder.encode(fields, out);
  return out.take();
}

/** All that is called `name` on any level. */
function valuesOf(fields: readonly Field[], name: string): (string | undefined)[] {
  return fields.flatMap((field) => [
    ...(field.name === name ? [field.value] : []),
    ...valuesOf(field.children ?? [], name),
  ]);
}

const REQUEST = { ':method': 'POST', ':path': '/hello.Greeter/SayHello', te: 'trailers' };

describe('header blocks inside HTTP/2 frames', () => {
  test('each direction has its own table', () => {
    const { client, server } = createHttp2Dissectors({ headerBlock: hpackHeaderBlock() });
    const requests = new HpackEncoder();
    const responses = new HpackEncoder();
    client.push(CLIENT_PREFACE);
    const said = [1, 3].flatMap((stream) => [
      ...client.push(frameOf(1, END_HEADERS | END_STREAM, stream, blockOf(requests, REQUEST))),
      ...server.push(frameOf(1, END_HEADERS, stream, blockOf(responses, { ':status': '200' }))),
      ...server.push(
        frameOf(1, END_HEADERS | END_STREAM, stream, blockOf(responses, { 'grpc-status': '0' })),
      ),
    ]);
    expect(said.map(({ title }) => title)).toEqual(
      [1, 3].flatMap((stream) => [
        `HEADERS · stream ${stream} · POST /hello.Greeter/SayHello · END_STREAM`,
        `HEADERS · stream ${stream} · 200`,
        `HEADERS · stream ${stream} · grpc-status 0 · END_STREAM`,
      ]),
    );
    // The second request is three bytes, found in the table that the first one filled.
    expect(said[3]!.bytes).toHaveLength(9 + 3);
    expect(valuesOf(said[3]!.fields, 'te')).toEqual(['trailers']);
  });

  test('a block spread over CONTINUATION frames, wherever it was cut', () => {
    const random = new Random(10);
    const block = blockOf(new HpackEncoder(), { ...REQUEST, 'x-long': 'long '.repeat(20) });
    for (let round = 0; round < 200; round++) {
      const pieces = cutAnywhere(block, random.integer(1, 60), random);
      const frames = pieces.map((piece, i) =>
        frameOf(i === 0 ? 1 : 9, i === pieces.length - 1 ? END_HEADERS : 0, 1, piece),
      );
      const { client } = createHttp2Dissectors({ headerBlock: hpackHeaderBlock() });
      const messages = client.push(concat([CLIENT_PREFACE, ...frames])).slice(1);
      expect(messages.map(({ bytes }) => bytes)).toEqual(frames);
      expect(messages[0]?.title).toContain('POST /hello.Greeter/SayHello');
      for (const { fields, bytes } of messages) {
        expect(findCoverageGap(fields, bytes.length)).toBeUndefined();
      }
    }
  });

  test('noise is covered too', () => {
    const random = new Random(11);
    const { server } = createHttp2Dissectors({ headerBlock: hpackHeaderBlock() });
    for (let i = 0; i < 1000; i++) {
      const frame = frameOf(1, END_HEADERS, 1, random.bytes(random.integer(0, 40)));
      for (const { fields, bytes } of server.push(frame)) {
        expect(findCoverageGap(fields, bytes.length)).toBeUndefined();
      }
    }
  });
});

test.each([
  [{}, '0 headers'],
  [{ 'x-a': '1' }, '1 header'],
  [{ ':method': 'GET', ':path': '/' }, 'GET /'],
  [{ ':method': 'CONNECT' }, 'CONNECT'],
  [{ ':status': '200', 'content-type': 'application/grpc' }, '200'],
  [{ ':status': '200', 'grpc-status': '12' }, '200, grpc-status 12'],
  [{ 'grpc-status': '5', 'grpc-message': 'none' }, 'grpc-status 5'],
] as [Record<string, string>, string][])('the title of %j is %s', (headers, title) => {
  const list = Object.entries(headers).map(([name, value]) => ({ name, value }));
  expect(headersTitle(list)).toBe(title);
});
