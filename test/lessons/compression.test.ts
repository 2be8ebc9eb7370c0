import { gunzipSync, gzipSync } from 'node:zlib';
import { compressionAlgorithms, Metadata } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { DecompressionError } from '#grpc/compression/compression';
import { gzipCompression } from '#grpc/compression/gzip';
import type { Order } from '#protobuf/generated/ecommerce';
import { crcOfZeros, makeBomb } from '../../lessons/23-compression/bomb.ts';
import { connectWithGzip, getOrder } from '../../lessons/23-compression/client.ts';
import { brotli, zstd } from '../../lessons/23-compression/compressors.ts';
import { CONTENTS } from '../../lessons/23-compression/content.ts';
import { LETTERS } from '../../lessons/23-compression/gift.ts';
import { metered } from '../../lessons/23-compression/meter.ts';
import { flagged, post } from '../../lessons/23-compression/post.ts';
import { ORDER, startServer } from '../../lessons/23-compression/server.ts';
import { attackShop } from '../../lessons/23-compression/voucher.ts';
import { QUIET } from '../../lessons/shop/with-shop.ts';

/** What lesson 23 says of compression, where its recorded output cannot say it again. */

const MIB = 1024 * 1024;

test('a server of grpc-js compresses no answer, whatever one tells it', async () => {
  const gzip = { 'grpc.default_compression_algorithm': compressionAlgorithms.gzip };
  const saysGzip = new Metadata();
  saysGzip.set('grpc-encoding', 'gzip');
  const servers = [
    [await startServer(QUIET), 'identity'],
    [await startServer(QUIET, gzip), 'identity'],
    [
      await startServer(QUIET, gzip, {
        GetOrder(call, callback) {
          call.sendMetadata(saysGzip);
          callback(null, ORDER as Order);
        },
      }),
      'gzip',
    ],
  ] as const;
  for (const [server, encoding] of servers) {
    const { server: answer } = await metered(server, async (at) => {
      const shop = connectWithGzip(at);
      expect(await getOrder(shop)).toMatch(/^a letter of/);
      shop.close();
    });
    expect([answer.encoding, answer.flag, answer.length]).toEqual([encoding, '0', 1278]);
    await server.close();
  }
});

test('the voucher is found by lengths, and not if the message goes as it is', async () => {
  let state = 23;
  const letter = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return LETTERS[(state >>> 16) % LETTERS.length]!;
  };
  for (const size of [1, 4, 7, 12]) {
    const voucher = Array.from({ length: size }, letter).join('');
    expect(await attackShop(voucher, false)).toMatchObject({ found: voucher, asked: 36 * size });
    expect(await attackShop(voucher, true)).toMatchObject({ found: '', asked: 36 });
  }
}, 30_000);

test('the bomb is real, and both servers stop it within the memory that a message may take', async () => {
  expect(gunzipSync(makeBomb(32, crcOfZeros(32))).length).toBe(32 * MIB);
  const bomb = makeBomb(4096);
  expect(bomb.length).toBeLessThan(4 * MIB);
  expect([...bomb.slice(-4)]).toEqual([0, 0, 0, 0]);
  const server = await startServer(QUIET);
  const { code } = await post(server.port, 'gzip', flagged(1, bomb));
  await server.close();
  expect(code).toBe('RESOURCE_EXHAUSTED');
  const before = process.resourceUsage().maxRSS;
  expect(() => gzipCompression.decompress(bomb, 4 * MIB)).toThrow('it inflates to too much');
  expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(64);
});

test('small messages grow, photos do not shrink', () => {
  const packed = Object.fromEntries(
    CONTENTS.map(({ name, bytes }) => [name, gzipSync(bytes, { level: 1 }).length / bytes.length]),
  );
  expect(packed['an id']).toBe(5);
  expect(packed['an order']).toBeGreaterThan(1);
  expect(packed['a photo']).toBeGreaterThan(1);
  expect(packed['a letter']).toBeLessThan(0.7);
  expect(packed['a log as JSON']).toBeLessThan(0.2);
});

test('compressors of one’s own: within the limit, too large, corrupt', () => {
  for (const one of [brotli, zstd]) {
    if (one === undefined) continue;
    for (const { bytes } of CONTENTS) {
      const packed = one.compress(bytes);
      expect(Buffer.compare(one.decompress(packed, bytes.length), bytes)).toBe(0);
      const tooSmall = () => one.decompress(packed, bytes.length - 1);
      expect(tooSmall).toThrow(new DecompressionError('too-large'));
      expect(() => one.decompress(packed.slice(0, -1), 8 * MIB)).toThrow(
        new DecompressionError('corrupt'),
      );
    }
  }
});

test('grpc-js does not export the flag for one message', async () => {
  expect('WriteFlags' in (await import('@grpc/grpc-js'))).toBe(false);
});
