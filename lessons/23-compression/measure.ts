import type { Compression } from '#grpc/compression/compression';
import { gzipCompression } from '#grpc/compression/gzip';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { brotli, zstd } from './compressors.ts';
import type { Content } from './content.ts';

/** So many rounds, each of so many ms at least. */
const ROUNDS = 6;
const ENOUGH_MS = 3;
const MAX_SIZE = 64 * 1024 * 1024;

/**
 * What one run of `work` takes, in microseconds: the mean of the fastest round. What else runs on
 * this machine makes rounds slower, and none faster.
 */
function microseconds(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    let runs = 0;
    let ms = 0;
    do {
      work();
      runs++;
      ms = performance.now() - began;
    } while (ms < ENOUGH_MS);
    return (1000 * ms) / runs;
  });
  return Math.min(...rounds);
}

/** What packing a message saves, and what it takes. */
export function measured(compression: Compression, bytes: Uint8Array) {
  const packed = compression.compress(bytes);
  return {
    packed: packed.length,
    pack: microseconds(() => compression.compress(bytes)),
    unpack: microseconds(() => compression.decompress(packed, MAX_SIZE)),
  };
}

const number = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;

/** Up to which speed of the line, in Mbit/s, it saves time: what is saved, by how long it took. */
function speed(saved: number, us: number): string {
  if (saved <= 0) return 'never';
  const mbits = (8 * saved) / us;
  return mbits < 10 ? mbits.toFixed(1) : number(mbits);
}

/** Each content by gzip: sizes, times, and when it pays. */
export function packingTable(contents: readonly Content[]): string {
  const rows = [['message', 'bytes', 'gzip', 'of it', 'pack µs', 'unpack µs', 'Mbit/s']];
  for (const { name, bytes } of contents) {
    const { packed, pack, unpack } = measured(gzipCompression, bytes);
    rows.push([
      name,
      number(bytes.length),
      number(packed),
      percent(packed, bytes.length),
      number(pack),
      number(unpack),
      speed(bytes.length - packed, pack + unpack),
    ]);
  }
  return drawTable(rows);
}

const ALL: readonly [name: string, compression: Compression | undefined][] = [
  ['gzip', gzipCompression],
  ['br', brotli],
  ['zstd', zstd],
];

/** Each content by each compression: bytes. */
export function sizesTable(contents: readonly Content[]): string {
  const rows = [['message', 'bytes', ...ALL.map(([name]) => name)]];
  for (const { name, bytes } of contents) {
    const sizes = ALL.map(([, one]) => (one ? number(one.compress(bytes).length) : '–'));
    rows.push([name, number(bytes.length), ...sizes]);
  }
  return drawTable(rows);
}

/** One content by each compression: bytes, times, and when it pays. */
export function compressionsTable(bytes: Uint8Array): string {
  const rows = [['compression', 'bytes', 'of it', 'pack µs', 'unpack µs', 'Mbit/s']];
  rows.push(['none', number(bytes.length), '100 %', '–', '–', '–']);
  for (const [name, one] of ALL) {
    if (one === undefined) {
      rows.push([name, '–', '–', '–', '–', '–']);
      continue;
    }
    const { packed, pack, unpack } = measured(one, bytes);
    const pays = speed(bytes.length - packed, pack + unpack);
    rows.push([
      name,
      number(packed),
      percent(packed, bytes.length),
      number(pack),
      number(unpack),
      pays,
    ]);
  }
  return drawTable(rows);
}
