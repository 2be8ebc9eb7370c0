import { gzipSync } from 'node:zlib';
import { concat } from '#bytes/concat';
import { FrameType } from '#http2/frames/frame-type';
import { uint32 } from '../../http2/raw-peer.ts';
import { chosenInt32s, chosenUint64s } from '../decode/chosen-keys.ts';
import { literal, prime, remembered } from './attacker.ts';
import { type Attack, ECHO, EMPTY, times, WORK } from './attacks.ts';
import { caller, closeWindows } from './calls.ts';

const { SETTINGS, WINDOW_UPDATE } = FrameType;
const MiB = 1024 * 1024;
const NOBODY = '/nobody.Has/This';

/** An entry of a map that has a key and no value. (In a `Map` the attacker would pay as well.) */
function entry(tag: number[], key: number[]): Uint8Array {
  return Uint8Array.from([...tag, 1 + key.length, 0x08, ...key]);
}

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  return [...bytes, Number(left)];
}

const zigzag = (value: number) => BigInt(((value << 1) ^ (value >> 31)) >>> 0);

export const KNOWN: Attack[] = [
  {
    number: 1,
    name: 'map<sint32, bytes> with chosen keys, 515 KB',
    async run(by) {
      const call = caller(by, `${WORK}/Read`);
      const keys = chosenInt32s(60_000);
      by.message(call(), concat(keys.map((key) => entry([0x82, 4], varint(zigzag(key))))));
      await by.settled();
    },
  },
  {
    number: 1,
    name: 'map<uint64, …> with chosen keys',
    async run(by) {
      const call = caller(by, `${WORK}/Read`);
      const keys = chosenUint64s(60_000);
      by.message(call(), concat(keys.map((key) => entry([0x9a, 4], varint(key)))));
      await by.settled();
    },
  },
  {
    number: 2,
    name: 'a -bin value of commas, in the table, in 10,000 calls',
    async run(by) {
      const call = caller(by, `${WORK}/Metadata`, remembered('x-bin', ','.repeat(3500)));
      for (let i = 0; i < by.some(10_000); i++) {
        by.message(call(), EMPTY);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    number: 3,
    name: 'a :path that is long, unknown, in the table, and whose answer nobody reads',
    async run(by) {
      closeWindows(by);
      const call = caller(by, `/${'é'.repeat(3000)}`);
      for (let i = 0; i < by.some(20_000); i++) {
        call(true);
        if (i % 500 === 0) by.flush();
      }
      by.peer.socket.pause();
      by.flush();
    },
  },
  {
    number: 5,
    name: 'rapid reset that pays for itself: handlers that go on',
    async run(by) {
      const { first, again } = prime(`${WORK}/Stay`);
      const nobody = literal(':path', NOBODY);
      const unknown = (block: number[]) => [...block.slice(0, 2), ...nobody, ...block.slice(3)];
      by.begin(first);
      const block = again(0);
      for (let i = 0; i < by.some(20_000) && !by.peer.isClosed; i++) {
        by.begin(unknown(block), true);
        const id = by.begin(block);
        by.message(id, EMPTY);
        by.reset(id);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    number: 6,
    name: 'streams of one-octet messages to a peer without a window',
    like: 'stream',
    async run(by) {
      closeWindows(by);
      const call = caller(by, `${ECHO}/Down`);
      for (let i = 0; i < by.some(1000); i++) by.message(call(), EMPTY);
      await by.settled();
    },
  },
  {
    number: 7,
    name: 'gzip of repeated bytes, 4 MiB of empty ones, in 20 handlers',
    costs: {
      most: 40,
      because:
        'bounded by the second: 32 MB of what messages become, a few hundredths of a processor',
    },
    async run(by) {
      const call = caller(by, `${WORK}/Hold`, remembered('grpc-encoding', 'gzip'));
      const bomb = gzipSync(times(1_390_000, [0xba, 3, 0]));
      for (let i = 0; i < by.some(20); i++) by.message(call(), bomb, true, true);
      await by.settled();
    },
  },
  {
    number: 7,
    name: 'the same, small enough for the decoder, in 2,000 handlers',
    async run(by) {
      const call = caller(by, `${WORK}/Hold`, remembered('grpc-encoding', 'gzip'));
      const bomb = gzipSync(times(50_000, [0xba, 3, 0]));
      for (let i = 0; i < by.some(2000); i++) by.message(call(), bomb, true, true);
      await by.settled();
    },
  },
  {
    number: 8,
    name: 'whole unary messages of 4 MiB without an end, 100 streams',
    async run(by) {
      const call = caller(by, `${ECHO}/Unary`);
      const message = new Uint8Array(4 * MiB);
      for (let i = 0; i < by.some(100); i++) {
        by.message(call(), message, false);
        await by.settled();
      }
    },
  },
  {
    number: 9,
    name: 'empty messages packed densely, in streams that nobody reads',
    async run(by) {
      const call = caller(by, `${ECHO}/Up`);
      const window = times(100_000, [0, 0, 0, 0, 0]);
      for (let i = 0; i < by.some(150); i++) {
        by.data(call(), window);
        await by.settled();
      }
    },
  },
  {
    number: 10,
    name: 'watches of Health, 10,000 of them',
    async run(by) {
      const call = caller(by, '/grpc.health.v1.Health/Watch');
      for (let i = 0; i < by.some(10_000); i++) {
        by.message(call(), EMPTY);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    number: 11,
    name: 'WINDOW_UPDATE of one octet, 1,000 starved streams',
    like: 'stream',
    async run(by) {
      by.frame(SETTINGS, 0, 0, [0, 4, ...uint32(0x7fffffff)]);
      const call = caller(by, `${ECHO}/Down`);
      for (let i = 0; i < by.some(1000); i++) by.message(call(), new Uint8Array(4));
      await by.settled();
      for (let i = 0; i < by.some(1500); i++) by.frame(WINDOW_UPDATE, 0, 0, uint32(1));
      await by.settled();
    },
  },
  {
    number: 12,
    name: 'messages of 1 MiB that are wrong in their last octet',
    async run(by) {
      const call = caller(by, `${WORK}/Read`);
      const message = times(300_000, [0xba, 3, 0, 0x40, 1]).subarray(0, MiB);
      message[MiB - 1] = 0x07;
      for (let i = 0; i < by.some(10); i++) by.message(call(), message);
      await by.settled();
    },
  },
];
