import { randomFillSync } from 'node:crypto';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Random } from '#course/kit/random';
import { rememberCompressed, wasCompressed } from '#grpc/compression/compressed-flag';
import { DecompressionError } from '#grpc/compression/compression';
import { CompressionSet } from '#grpc/compression/compression-set';
import { gunzipPieces } from '#grpc/compression/gunzip';
import { gzipCompression } from '#grpc/compression/gzip';
import { inflate } from '#grpc/compression/inflate';
import { gzipCompression as plainGzip } from '#grpc/compression/plain-gzip';
import { outgoingMessage } from '#grpc/messages/outgoing-message';

const { Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_DEFAULT_STRATEGY } = constants;
const LIMIT = 4 * 1024 * 1024;

/** Text with copies near and far, of any length, some of which overlap themselves. */
function text(random: Random, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const distance = random.integer(0, 1) * random.integer(0, Math.min(at, 40_000));
    const times = random.integer(1, 400);
    for (let i = 0; i < times && at < length; i++, at++) {
      bytes[at] = distance === 0 ? random.integer(0, 63) : bytes[at - distance]!;
    }
  }
  return bytes;
}

describe('a hand-made gunzip', () => {
  test('reads what zlib writes, in each of its ways', () => {
    const random = new Random(23);
    for (const length of [0, 1, 2, 300, 32_767, 32_768, 32_769, 150_000]) {
      const message = text(random, length);
      for (const level of [0, 1, 6, 9]) {
        for (const strategy of [Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE]) {
          const packed = gzipSync(message, { level, strategy });
          const unpacked = plainGzip.decompress(packed, length);
          expect(Buffer.compare(unpacked, message), `${length}, level ${level}`).toBe(0);
        }
      }
    }
  });

  test('reads a header with all its parts', () => {
    const packed = gzipSync('hello');
    const head = [0x1f, 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3];
    const parts = [3, 0, 1, 2, 3, ...Buffer.from('name\0comment\0'), 0, 0];
    const whole = Buffer.concat([Buffer.from([...head, ...parts]), packed.subarray(10)]);
    expect(`${Buffer.from(plainGzip.decompress(whole, 5))}`).toBe('hello');
  });

  test('agrees with zlib on what is cut off or changed: corrupt, and nothing else is thrown', () => {
    const random = new Random(24);
    const packed = gzipSync(text(random, 1_000));
    for (let end = 0; end < packed.length; end++) {
      expect(endOf(plainGzip, packed.subarray(0, end)), `${end} octets`).toBe('corrupt');
    }
    for (let round = 0; round < 600; round++) {
      const broken = Uint8Array.from(packed);
      // Time, system and level of the header may be anything; its flags are another test's.
      broken[random.integer(10, broken.length - 1)]! ^= 1 << random.integer(0, 7);
      expect(endOf(plainGzip, broken)).toBe(endOf(gzipCompression, broken));
    }
  });

  test('of noise it makes an error, or less than 1032 bytes an octet', () => {
    for (let round = 0; round < 500; round++) {
      const noise = randomFillSync(new Uint8Array(200));
      let size = 0;
      try {
        for (const piece of inflate(noise)) size += piece.length;
      } catch (error) {
        expect(error).toBeInstanceOf(DecompressionError);
      }
      expect(size).toBeLessThan(1032 * 200);
    }
  });

  test('makes no more than it is asked for', () => {
    const bomb = gzipSync(new Uint8Array(16 * 1024 * 1024));
    const pieces = gunzipPieces(bomb);
    expect(pieces.next().value).toHaveLength(32_768);
    pieces.return(undefined);
    expect(endOf(plainGzip, bomb)).toBe('too-large');
  });

  test('tells a watcher of literals and copies', () => {
    const seen: string[] = [];
    const watcher = {
      literal: (byte: number) => seen.push(String.fromCharCode(byte)),
      copy: (length: number, distance: number) => seen.push(`<${length},${distance}>`),
    };
    for (const _ of inflate(deflateRawSync('A tea for two, a tea for me'), watcher));
    expect(seen.join('')).toBe('A tea for two, a<9,15>me');
  });
});

function endOf(gzip: typeof plainGzip, bytes: Uint8Array): string {
  try {
    gzip.decompress(bytes, LIMIT);
    return 'read';
  } catch (error) {
    if (error instanceof DecompressionError) return error.reason;
    throw error;
  }
}

test('a message that does not become smaller goes as it is', () => {
  const noise = randomFillSync(new Uint8Array(1_000));
  expect(outgoingMessage(noise, gzipCompression, LIMIT, 'request')).toEqual({
    bytes: noise,
    compressed: false,
  });
});

test('a decoder that makes no object of a compressed message', () => {
  expect(rememberCompressed('a text')).toBe('a text');
  expect(rememberCompressed(null)).toBe(null);
  expect(wasCompressed(rememberCompressed({}))).toBe(true);
});

test('what a flag means, by the encoding', () => {
  const set = new CompressionSet([gzipCompression]);
  expect(set.decompressor('gzip')).toBe(gzipCompression);
  for (const encoding of [undefined, 'identity']) {
    expect(() => set.decompressor(encoding)).toThrow('no grpc-encoding says how');
  }
  expect(() => set.decompressor('br')).toThrow("'br', which was not offered");
});
