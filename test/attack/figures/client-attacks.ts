import { gzipSync } from 'node:zlib';
import { FrameType } from '#http2/frames/frame-type';
import { type Attacker, indexed, literal, remembered } from './attacker.ts';
import { times } from './attacks.ts';

/** How honest servers answer: as was asked, or with an error. */
export type Answers = 'answers' | 'errors';

/** An attack of a server on a client of ours that has made so many calls. */
export interface ClientAttack {
  number?: number;
  name: string;
  kind: 'unary' | 'down';
  /** The honest server's answers to which its CPU time is compared. */
  like?: Answers;
  calls: number;
  /** @param ids the streams of the calls. */
  run(by: Attacker, ids: readonly number[]): Promise<void>;
}

const { WINDOW_UPDATE } = FrameType;
const MiB = 1024 * 1024;
const STATUS_200 = 0x88;
const HEADERS = [STATUS_200, ...literal('content-type', 'application/grpc')];
const OK = literal('grpc-status', '0');

/**
 * Answers as any server gives them, with the header fields that each has in the table: attacks on
 * clients are compared to them. A call that fails is an error with a stack, which costs several times
 * what an answer does.
 */
export const HONEST_ANSWERS: Readonly<Record<Answers, ClientAttack>> = {
  answers: {
    name: 'honest: 1,000 answers',
    kind: 'unary',
    calls: 1000,
    async run(by, ids) {
      let head = [STATUS_200, ...remembered('content-type', 'application/grpc')];
      let end = remembered('grpc-status', '0');
      for (const id of ids) {
        by.headers(id, head);
        by.message(id, new Uint8Array(100), false);
        by.headers(id, end, true);
        head = [STATUS_200, ...indexed(1)];
        end = indexed(0);
      }
      await by.settled();
    },
  },
  errors: {
    name: 'honest: 1,000 errors',
    kind: 'unary',
    calls: 1000,
    async run(by, ids) {
      for (const id of ids) {
        const message = literal('grpc-message', `there is no order ${id}`);
        by.headers(id, [...HEADERS, ...literal('grpc-status', '5'), ...message], true);
      }
      await by.settled();
    },
  },
};

export const ON_CLIENTS: ClientAttack[] = [
  {
    number: 2,
    name: 'a -bin value of commas in the trailers of 1,000 calls',
    kind: 'unary',
    like: 'errors',
    calls: 1000,
    async run(by, ids) {
      let commas = remembered('x-bin', ','.repeat(3500));
      for (const id of ids) {
        by.headers(id, [...HEADERS, ...literal('grpc-status', '5'), ...commas], true);
        commas = [0xbe];
      }
      await by.settled();
    },
  },
  {
    number: 8,
    name: 'whole responses of 4 MiB without a status, 100 calls',
    kind: 'unary',
    calls: 100,
    async run(by, ids) {
      const message = new Uint8Array(4 * MiB);
      for (const id of ids) {
        by.headers(id, HEADERS);
        by.message(id, message, false);
        await by.settled();
      }
    },
  },
  {
    number: 9,
    name: 'empty responses packed densely, 150 streams that nobody has begun to read',
    kind: 'down',
    calls: 150,
    async run(by, ids) {
      const window = times(100_000, [0, 0, 0, 0, 0]);
      for (const id of ids) {
        by.headers(id, HEADERS);
        by.data(id, window);
        await by.settled();
      }
    },
  },
  {
    name: 'the same, and each stream ends at once',
    kind: 'down',
    calls: 300,
    async run(by, ids) {
      const window = times(100_000, [0, 0, 0, 0, 0]);
      for (const id of ids) {
        by.headers(id, HEADERS);
        by.data(id, window);
        by.headers(id, OK, true);
        await by.settled();
      }
    },
  },
  {
    name: 'gzip of 4 MiB in streams that nobody has begun to read',
    kind: 'down',
    calls: 200,
    async run(by, ids) {
      const bomb = gzipSync(new Uint8Array(4 * MiB - 10));
      for (const id of ids) {
        by.headers(id, [...HEADERS, ...literal('grpc-encoding', 'gzip')]);
        for (let i = 0; i < 100; i++) by.message(id, bomb, false, true);
        await by.settled();
      }
    },
  },
  {
    name: 'headers of 200 fields that are all different, 1,000 calls',
    kind: 'down',
    calls: 1000,
    async run(by, ids) {
      for (const id of ids) {
        const fields = Array.from({ length: 200 }, (_, k) => literal(`x-${id}-${k}`, `${id * k}`));
        by.headers(id, [...HEADERS, ...fields.flat()]);
      }
      await by.settled();
    },
  },
  {
    name: 'a grpc-message of escapes, 4 KB from an octet, 1,000 calls',
    kind: 'unary',
    like: 'errors',
    calls: 1000,
    async run(by, ids) {
      let escapes = remembered('grpc-message', '%C3%A9'.repeat(600));
      for (const id of ids) {
        by.headers(id, [...HEADERS, ...literal('grpc-status', '5'), ...escapes], true);
        escapes = [0xbe];
      }
      await by.settled();
    },
  },
  {
    name: 'interim responses without end',
    kind: 'unary',
    calls: 1,
    async run(by, ids) {
      for (let i = 0; i < 3000 && !by.peer.isClosed; i++) {
        by.headers(ids[0]!, literal(':status', '103'));
        by.frame(WINDOW_UPDATE, 0, 0, [0, 0, 0, 1]);
        if (i % 100 === 0) await by.settled();
      }
      await by.settled();
    },
  },
];
