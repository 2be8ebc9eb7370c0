import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { Metadata, status } from '@grpc/grpc-js';
import { describe, expect, test } from 'vitest';
import { converse } from '#bidi/converse';
import { CallError } from '#hello/call';
import { receive } from '#streams/receive';
import { atShop } from '../../lessons/13-bidi-streaming/at-shop.ts';
import { handleChat } from '../../lessons/13-bidi-streaming/chat.ts';
import {
  bothRead,
  bothWrite,
  FOR_EVER_MS,
  PATIENT_MS,
} from '../../lessons/13-bidi-streaming/deadlocks.ts';
import { measureSlowMember } from '../../lessons/13-bidi-streaming/slow-member.ts';
import { collectGarbage } from '../collect-garbage.ts';

/** What lesson 13 says of two programs that wait for each other, and of a room. */
describe('two that wait for each other', () => {
  test('both read: only the deadline ends it', async () => {
    expect(await bothRead(FOR_EVER_MS)).toEqual({ answers: 0, end: 'DEADLINE_EXCEEDED' });
  });

  test('both read, and one of them not for ever', async () => {
    expect(await bothRead(PATIENT_MS)).toEqual({ answers: 3, end: 'OK' });
  });

  test('both write: both stand still, long before they are done', async () => {
    const { client, server } = await bothWrite();
    expect(client).toBeLessThan(2_000);
    expect(server).toBeLessThan(2_000);
  });
});

describe('a member that does not read', () => {
  test('drop: nobody waits, and it is told how many lines it missed', async () => {
    const { said, bob, slow } = await measureSlowMember('drop');
    expect([said, bob]).toEqual([1_500, 1_500]);
    expect(slow).toMatch(/^\*: \d+ lines missed$/);
  });

  test('wait: it silences the room', async () => {
    const { said, bob, slow } = await measureSlowMember('wait');
    expect(said).toBeLessThan(1_500);
    expect(bob).toBeLessThan(said);
    expect(slow).toBe('missed nothing');
  });

  test('disconnect: it has to leave, and is told why', async () => {
    const { said, bob, slow } = await measureSlowMember('disconnect');
    expect([said, bob]).toEqual([1_500, 1_500]);
    expect(slow).toBe('you read too slowly');
  });
});

describe('a server that fails right behind a message', () => {
  test.each(['read', 'not read'])('while requests are %s', async (reads) => {
    const details = 'no such order';
    const got: string[] = [];
    const error = await atShop(
      {
        process: async function* (ids) {
          const asked = reads === 'read' && ids[Symbol.asyncIterator]().next();
          if (asked) asked.catch(() => {});
          yield { id: 'x'.repeat(100_000), status: 'packed', ordersList: [] };
          throw new CallError(status.NOT_FOUND, details);
        },
      },
      async (shop) => {
        const call = shop.processOrders({ deadline: Date.now() + 5_000 });
        try {
          for await (const shipment of receive(call)) got.push(shipment?.id ?? '');
        } catch (error) {
          return error;
        }
      },
    );
    expect(error).toMatchObject({ code: status.NOT_FOUND, details });
    expect(got).toHaveLength(1);
  });
});

test('a member that is cancelled while it waits to say the next leaves the chat', () => {
  const lines: string[] = [];
  const handle = handleChat('wait', (line) => lines.push(line));
  const enter = (name: string) => {
    const metadata = new Metadata();
    metadata.set('name', name);
    const nothing = () => {};
    const stream = { write: () => true, sendMetadata: nothing, pause: nothing, resume: nothing };
    const call = Object.assign(new EventEmitter(), stream, { metadata, end: nothing });
    handle(call as unknown as Parameters<typeof handle>[0]);
    return call;
  };
  // grpc-js says no `end` to a stream that is paused.
  enter('Ada').emit('cancelled');
  enter('Bob');
  expect(lines).toEqual(['Ada comes in, 1 in the room', 'Bob comes in, 1 in the room']);
});

/** A conversation may last for days: `npm run soak` found that each wait for room left 400 bytes. */
test('a conversation keeps nothing of the waits for room that are over', async () => {
  const WAITS = 20_000;
  let waits = 0;
  let measured: (bytes: number) => void = () => {};
  const grown = new Promise<number>((resolve) => {
    measured = resolve;
  });
  let before = 0;
  const heapUsed = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  // It says false to each message, and has room again in the next turn.
  const call = Object.assign(new Readable({ objectMode: true, read() {} }), {
    cancel() {},
    end() {},
    write() {
      waits++;
      if (waits === WAITS) before = heapUsed();
      if (waits === 2 * WAITS) measured(heapUsed() - before);
      else setImmediate(() => call.emit('drain'));
      return false;
    },
  });
  async function* messages() {
    for (;;) yield 'tea';
  }
  const answers = converse(call as unknown as Parameters<typeof converse>[0], messages());
  void answers.next();
  expect((await grown) / WAITS).toBeLessThan(50);
});
