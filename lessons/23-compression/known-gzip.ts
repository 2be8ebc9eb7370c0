import zlib, { gunzipSync } from 'node:zlib';
import { fromHex } from '#bytes/hex';
import type { Compression } from '#grpc/compression/compression';
import { gzipCompression } from '#grpc/compression/gzip';

/**
 * What zlib makes of a message is its own affair: the header names the operating system, and a zlib
 * of another version, or on another processor, finds other copies. A recording that is to be the
 * same on each machine packs its messages as one zlib once has: 1.3.1 of Node 20, on Linux. They are
 * what they claim to be, since what they unpack to is what decides which one is sent.
 */
const SONG =
  'e36236323617622b494d2cc82f11624e2e2d001352868e0a25a9890a69f9450a25e5f93a0a89706e6e2a32afa43c5f' +
  '213f4da1b4584f958141c1498bd5273535a51800147b5d4756000000';
const ID = 'e36236343004003cf9163505000000';
const USUAL = '1f8b0800000000000003';
const FAST = '1f8b0800000000000403';

/** As grpc-js packs them, at the usual level. */
const usual = [SONG, ID].map((packed) => fromHex(USUAL + packed));
/** As our stack packs them, at the fast level. */
const fast = [SONG].map((packed) => fromHex(FAST + packed));

function known(message: Uint8Array, packed: readonly Uint8Array[]): Uint8Array {
  const found = packed.find((one) => Buffer.compare(gunzipSync(one), message) === 0);
  if (found === undefined) throw new Error('nobody has packed this message for a recording');
  return found;
}

/** For a server of ours that is recorded. */
export const knownGzip: Compression = {
  ...gzipCompression,
  compress: (message) => known(message, fast),
};

/** Runs `scene` while grpc-js, which asks `zlib.gzip`, packs what is known here. */
export async function withKnownGzip<T>(scene: () => Promise<T>): Promise<T> {
  const { gzip } = zlib;
  const packed = (message: Uint8Array, done: (error: null, packed: Buffer) => void) =>
    done(null, Buffer.from(known(message, usual)));
  zlib.gzip = packed as typeof gzip;
  try {
    return await scene();
  } finally {
    zlib.gzip = gzip;
  }
}
