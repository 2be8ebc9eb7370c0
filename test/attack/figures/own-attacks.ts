import { gzipSync } from 'node:zlib';
import { encodeMessage } from '#framing/message';
import { FrameType } from '#http2/frames/frame-type';
import { uint32 } from '../../http2/raw-peer.ts';
import { Everything } from '../../protobuf/generated/everything.ts';
import { chosenInt32s } from '../decode/chosen-keys.ts';
import { type Attacker, indexed, integer, literal, prime, remembered } from './attacker.ts';
import { type Attack, ECHO, EMPTY, times, WORK } from './attacks.ts';
import { caller, closeWindows, openWindows } from './calls.ts';

const { DATA, SETTINGS, PING, PRIORITY } = FrameType;
const MiB = 1024 * 1024;

/** Fills the network's buffer with messages that are read at once, and sent back. */
async function ballast(by: Attacker): Promise<() => void> {
  const id = by.begin([
    0x83,
    0x86,
    ...literal(':path', `${ECHO}/Both`),
    ...literal('te', 'trailers'),
    ...literal('content-type', 'application/grpc'),
  ]);
  await by.settled();
  const message = encodeMessage(new Uint8Array(15_000));
  return () => {
    for (let i = 0; i < 4; i++) by.data(id, message);
    by.flush();
  };
}

export const OWN: Attack[] = [
  {
    name: 'grpc-accept-encoding of commas, taken apart for each compressed answer',
    async run(by) {
      const call = caller(
        by,
        `${WORK}/Read`,
        remembered('grpc-encoding', 'gzip'),
        remembered('grpc-accept-encoding', ','.repeat(3500)),
        remembered('grpc-accept-encoding', 'gzip'),
      );
      for (let i = 0; i < by.some(3000); i++) {
        by.message(call(), EMPTY);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: 'one tiny unread message in each network buffer, the rest of it read at once',
    async run(by) {
      openWindows(by);
      const call = caller(by, `${ECHO}/Up`);
      const unread = Array.from({ length: by.some(900) }, () => call());
      const fill = await ballast(by);
      for (let round = 0; round < 3; round++) {
        for (const id of unread) {
          by.data(id, encodeMessage(Uint8Array.of(1)));
          fill();
          if (id % 40 === 1) await by.settled();
        }
      }
      await by.settled();
    },
  },
  {
    name: 'whole unary messages of one octet without an end, each in a buffer of its own',
    async run(by) {
      openWindows(by);
      const call = caller(by, `${ECHO}/Unary`);
      call(true);
      const fill = await ballast(by);
      for (let i = 0; i < by.some(1000); i++) {
        by.message(call(), Uint8Array.of(1), false);
        fill();
        if (i % 40 === 1) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: 'whole messages of 4 MiB in streams that nobody reads',
    async run(by) {
      const call = caller(by, `${ECHO}/Up`);
      const message = new Uint8Array(4 * MiB);
      for (let i = 0; i < by.some(60); i++) {
        const id = call();
        by.message(id, Uint8Array.of(1), false);
        by.message(id, message, false);
        await by.settled();
      }
    },
  },
  {
    name: '4 MiB announced in each stream, an eighth sent: the array is made ahead',
    async run(by) {
      const call = caller(by, `${ECHO}/Unary`);
      const eighth = new Uint8Array(5 + 520_000);
      eighth.set([0, ...uint32(4 * MiB)]);
      for (let i = 0; i < by.some(120); i++) {
        by.data(call(), eighth);
        await by.settled();
      }
    },
  },
  {
    name: 'handlers that hold strings: 1 MiB of letters beyond Latin-1 each',
    async run(by) {
      const call = caller(by, `${WORK}/Hold`, remembered('grpc-encoding', 'gzip'));
      const message = Everything.encode(Everything.create({ aString: 'щ'.repeat(MiB / 2) }));
      const packed = gzipSync(message);
      for (let i = 0; i < by.some(500); i++) by.message(call(), packed, true, true);
      await by.settled();
    },
  },
  {
    name: 'handlers that hold unknown fields in small submessages',
    async run(by) {
      const call = caller(by, `${WORK}/Hold`, remembered('grpc-encoding', 'gzip'));
      const packed = gzipSync(times(30_000, [0xca, 3, 2, 0x78, 1]));
      for (let i = 0; i < by.some(1500); i++) by.message(call(), packed, true, true);
      await by.settled();
    },
  },
  {
    name: 'header lists of 480 fields from an octet each, in 1,000 calls',
    async run(by) {
      const call = caller(by, `${WORK}/Metadata`, remembered('x', ''));
      const id = call();
      by.message(id, EMPTY);
      const more = times(450, indexed(0));
      for (let i = 0; i < by.some(999); i++) {
        const block = [0x83, 0x86, ...[4, 3, 2, 1].flatMap((age) => indexed(age)), ...more];
        by.message(by.begin(block), EMPTY);
      }
      await by.settled();
    },
  },
  {
    name: 'header lists of 200 fields that are all different, in 1,000 calls',
    async run(by) {
      const call = caller(by, `${WORK}/Metadata`);
      for (let i = 0; i < by.some(1000); i++) {
        const id = call();
        by.message(id, EMPTY);
        if (i === 0) continue;
        const fields = Array.from({ length: 200 }, (_, k) => literal(`x-${i}-${k}`, `${i * k}`));
        const block = [
          0x83,
          0x86,
          ...[3, 2, 1, 0].flatMap((age) => indexed(age)),
          ...fields.flat(),
        ];
        by.message(by.begin(block), EMPTY);
        if (i % 100 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: 'large answers to a peer without a window, 2,000 calls',
    like: 'large',
    async run(by) {
      closeWindows(by);
      const call = caller(by, `${WORK}/Large`);
      for (let i = 0; i < by.some(2000); i++) by.message(call(), EMPTY);
      await by.settled();
    },
  },
  {
    name: 'INITIAL_WINDOW_SIZE up and down, 1,000 starved streams',
    like: 'stream',
    async run(by) {
      closeWindows(by);
      const call = caller(by, `${ECHO}/Down`);
      for (let i = 0; i < by.some(1000); i++) by.message(call(), new Uint8Array(4));
      await by.settled();
      for (let i = 0; i < by.some(90); i++) by.frame(SETTINGS, 0, 0, [0, 4, ...uint32(i % 2)]);
      await by.settled();
    },
  },
  {
    name: 'compressed messages of one octet that nobody reads',
    async run(by) {
      const call = caller(by, `${ECHO}/Up`, remembered('grpc-encoding', 'gzip'));
      const window = times(85_000, [1, 0, 0, 0, 1, 7]);
      for (let i = 0; i < by.some(150); i++) {
        by.data(call(), window);
        await by.settled();
      }
    },
  },
  {
    name: 'a table that is emptied and filled again in each block',
    async run(by) {
      for (let i = 0; i < by.some(3000); i++) {
        const block = [
          ...integer(0, 5, 0x20),
          ...integer(4096, 5, 0x20),
          0x83,
          0x86,
          ...remembered(':path', `${WORK}/Read`),
          ...remembered(':authority', 'a'),
          ...remembered('te', 'trailers'),
          ...remembered('content-type', 'application/grpc'),
        ];
        by.message(by.begin(block), EMPTY);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: '-bin values of 4 KB by an octet each, to be looked through in each call',
    async run(by) {
      const call = caller(by, `${WORK}/Read`, remembered('x-bin', 'A'.repeat(3500)));
      by.message(call(), EMPTY);
      const more = times(3, indexed(0));
      for (let i = 0; i < by.some(3000); i++) {
        const block = [0x83, 0x86, ...[4, 3, 2, 1].flatMap((age) => indexed(age)), ...more];
        by.message(by.begin(block), EMPTY);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: 'long values from an octet each, at another place in each list',
    async run(by) {
      const values = [remembered('x-bin', 'A'.repeat(1800)), remembered('y-bin', 'B'.repeat(1800))];
      const call = caller(by, `${WORK}/Read`, ...values);
      by.message(call(), EMPTY);
      for (let i = 0; i < by.some(3000); i++) {
        const more = [0, 1, 0, 1, 0, 1, 0, 1].flatMap((age) => indexed(age ^ (i & 1)));
        const block = [0x83, 0x86, ...[5, 4, 3, 2].flatMap((age) => indexed(age)), ...more];
        by.message(by.begin(block), EMPTY);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: 'octets for streams that we have reset, 20,000 late frames',
    async run(by) {
      const call = caller(by, '/a.B/C');
      const ids = Array.from({ length: by.some(1000) }, () => call());
      await by.settled();
      for (let i = 0; i < by.some(20_000); i++) by.data(ids[i % ids.length]!, Uint8Array.of(0));
      await by.settled();
    },
  },
  {
    name: 'deadlines of a nanosecond, 20,000 calls',
    async run(by) {
      const call = caller(by, `${WORK}/Hold`, remembered('grpc-timeout', '1n'));
      for (let i = 0; i < by.some(20_000); i++) {
        by.message(call(), EMPTY);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: 'deadlines of two milliseconds, which the handlers live to see, 20,000 calls',
    costs: {
      most: 25,
      because: 'each of 30 octets begins a handler, makes its AbortSignal, and aborts it',
    },
    async run(by) {
      const call = caller(by, `${WORK}/Hold`, remembered('grpc-timeout', '2m'));
      for (let i = 0; i < by.some(20_000); i++) {
        by.message(call(), EMPTY);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: 'a message of 100 KB, an octet a frame',
    async run(by) {
      const call = caller(by, `${ECHO}/Unary`);
      const id = call();
      by.data(id, Uint8Array.from([0, ...uint32(100_000)]));
      for (let i = 0; i < by.some(100_000); i++) by.frame(DATA, 0, id, [7]);
      await by.settled();
    },
  },
  {
    name: 'calls of a method that nobody has, from 15 octets each',
    async run(by) {
      const call = caller(by, '/a.B/C');
      for (let i = 0; i < by.some(20_000); i++) {
        call(true);
        if (i % 500 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: 'PING, SETTINGS and PRIORITY as fast as they are taken',
    connections: 10,
    async run(by) {
      for (let i = 0; i < by.some(5000) && !by.peer.isClosed; i++) {
        by.frame(PING, 0, 0, new Uint8Array(8));
        by.frame(SETTINGS, 0, 0);
        by.frame(PRIORITY, 0, 1 + 2 * i, new Uint8Array(5));
        if (i % 50 === 0) await by.settled();
      }
      await by.settled();
    },
  },
  {
    name: 'stream ids that all fall into one bucket of a map, 1,000 open streams',
    async run(by) {
      const { first, again } = prime(`${ECHO}/Up`);
      const ids = chosenInt32s(65_536)
        .filter((id) => id > 0 && id % 2 === 1)
        .sort((a, b) => a - b)
        .slice(0, by.some(900));
      for (const [i, id] of ids.entries()) by.headers(id, i === 0 ? first : again(0));
      await by.settled();
      for (let round = 0; round < 20; round++) {
        for (const id of ids) by.data(id, Uint8Array.of(0));
        await by.settled();
      }
    },
  },
];
