import { describe, expect, it } from 'vitest';
import { Everything } from './generated/everything.ts';
import { PATHS } from './paths.ts';
import { Random } from './random.ts';
import { randomMessage } from './random-message.ts';

/**
 * A `Buffer` from Node's pool lies between the data of others, and its `slice` shares memory. What
 * is decoded must not change with it, and nothing around it may be written.
 */
const POOL = 4096;
const AT = 1000;

function pooled(bytes: Uint8Array): { pool: Buffer; view: Buffer } {
  const pool = Buffer.alloc(POOL + bytes.length, 0xaa);
  pool.set(bytes, AT);
  return { pool, view: pool.subarray(AT, AT + bytes.length) };
}

describe.each(PATHS)('a Buffer out of a pool, $path', ({ decode, encode }) => {
  /** Unknown fields between known ones, in the message and in one inside: they are put together. */
  const unknown = [0xd8, 6, 1, 0x18, 5, 0xd8, 6, 2, 0xd8, 6, 3, 0x7a, 2, 7, 8];
  const inside = [0x8a, 1, 4, 0x18, 1, 0x18, 2, 0x8a, 1, 2, 0x18, 3];
  const random = new Random(11);
  const inputs = [
    Uint8Array.from([...unknown, ...inside]),
    ...Array.from({ length: 50 }, () => {
      const message = randomMessage(Everything.descriptor, random, { sparse: 4, depth: 2 });
      return Everything.encode(Everything.create(message));
    }),
  ];

  it.each(inputs.map((bytes, i) => [i, bytes] as const))('input %i', (_, bytes) => {
    const { pool, view } = pooled(bytes);
    const before = Uint8Array.from(pool);
    const message = decode(Everything, view);
    expect(Buffer.compare(pool, before)).toBe(0);
    pool.fill(0x55);
    expect(message).toEqual(decode(Everything, bytes));
    expect(encode(Everything, message)).toEqual(encode(Everything, decode(Everything, bytes)));
  });
});
