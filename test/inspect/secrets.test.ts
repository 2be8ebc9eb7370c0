import { expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { concat } from '#bytes/concat';
import { toHex } from '#bytes/hex';
import { HpackEncoder } from '#hpack/encoder';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import { findCoverageGap } from '#inspect/coverage';
import { createGrpcDissectors } from '#inspect/grpc/dissector';
import { frameOf } from './random-frames.ts';

const END_HEADERS = 4;

/** A request's header block as it goes over the wire. */
function blockOf(encoder: HpackEncoder, authorization: string): Uint8Array {
  const out = new ByteWriter();
  const fields = { ':method': 'POST', ':path': '/a.B/C', authorization, 'x-other': 'public' };
  encoder.encode(
    Object.entries(fields).map(([name, value]) => ({ name, value })),
    out,
  );
  return out.take();
}

const framesOf = (block: Uint8Array, cut: number, stream: number) =>
  cut === 0
    ? frameOf(1, END_HEADERS, stream, block)
    : concat([
        frameOf(1, 0, stream, block.subarray(0, cut)),
        frameOf(9, END_HEADERS, stream, block.subarray(cut)),
      ]);

test('a secret is in no text and in no byte of a trace, wherever its block is cut', () => {
  const length = blockOf(new HpackEncoder(), 'Bearer tea-1').length;
  for (let cut = 0; cut < length; cut++) {
    const encoder = new HpackEncoder();
    const { client } = createGrpcDissectors();
    client.push(CLIENT_PREFACE);
    const block = blockOf(encoder, 'Bearer tea-1');
    const wire = framesOf(block, cut, 1);
    const before = wire.slice();
    const messages = client.push(wire);
    expect(wire).toEqual(before);
    for (const { bytes, fields } of messages) {
      expect(findCoverageGap(fields, bytes.length)).toBeUndefined();
    }
    const shown = JSON.stringify(messages.map(({ fields, title }) => [fields, title]));
    expect(shown).toContain('(secret 1)');
    expect(shown).toContain('public');
    expect(shown).not.toContain('tea-1');
    // All the zeros are the token's, which takes nine bytes in Huffman code.
    const zeros = (all: Uint8Array) => all.filter((byte) => byte === 0).length;
    expect(zeros(concat(messages.map(({ bytes }) => bytes))) - zeros(wire)).toBe(9);
  }
});

test('each secret has its number; another block with it has the same', () => {
  const encoder = new HpackEncoder();
  const { client } = createGrpcDissectors();
  client.push(CLIENT_PREFACE);
  const seen = ['Bearer a', 'Bearer b', 'Bearer a'].map((token, i) => {
    const messages = client.push(framesOf(blockOf(encoder, token), 0, 2 * i + 1));
    return /\(secret \d\)/.exec(JSON.stringify(messages))?.[0];
  });
  expect(seen).toEqual(['(secret 1)', '(secret 2)', '(secret 1)']);
});

test('one that stands in the table is hidden, too; and shown if one says so', () => {
  // 0x7f 0x00 …: a literal with the name of index 23, added to the table; then its index, 62.
  const block = Uint8Array.of(0x57, 3, 0x74, 0x65, 0x61, 0x80 + 62);
  for (const showSecrets of [false, true]) {
    const { client } = createGrpcDissectors({ showSecrets });
    client.push(CLIENT_PREFACE);
    const [message] = client.push(frameOf(1, END_HEADERS, 1, block));
    expect(JSON.stringify(message!.fields).includes('tea')).toBe(showSecrets);
    expect(toHex(message!.bytes, '').includes('746561')).toBe(showSecrets);
    expect(toHex(message!.bytes, '').endsWith('be')).toBe(true);
  }
});
