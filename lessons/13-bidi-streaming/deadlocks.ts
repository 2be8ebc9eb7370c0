import { status } from '@grpc/grpc-js';
import { converse } from '#bidi/converse';
import { untilQuiet } from '#course/kit/quiet';
import { CallError } from '#hello/call';
import { atShop } from './at-shop.ts';
import { processOrders, WAIT_MS } from './process.ts';
import { Turns } from './turns.ts';

/** How a call ended: the name of its status. */
export async function endOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return 'OK';
  } catch (error) {
    if (error instanceof CallError) return status[error.code]!;
    throw error;
  }
}

/** So long both read, in milliseconds, if nobody ever answers; and so long, if somebody does. */
const STUCK_MS = 1_000;
const BUSY_MS = 60_000;

export const PATIENT_MS = WAIT_MS;
export const FOR_EVER_MS = 1_000_000;

/**
 * The client says the next only when it has an answer. The server answers when it has three.
 * @param ms after which the server answers with fewer
 */
export function bothRead(ms: number): Promise<{ answers: number; end: string }> {
  return atShop({ process: (ids) => processOrders(ids, { size: 3, ms }) }, async (shop) => {
    const ids = new Turns<{ value: string }>();
    let answers = 0;
    const end = await endOf(async () => {
      const deadline = Date.now() + (ms === FOR_EVER_MS ? STUCK_MS : BUSY_MS);
      const call = shop.processOrders({ deadline });
      ids.say({ value: '102' });
      for await (const _ of converse(call, ids)) {
        answers++;
        if (answers < 3) ids.say({ value: '110' });
        else ids.end();
      }
    });
    return { answers, end };
  });
}

const TEXT = 'x'.repeat(16_000);

export interface Written {
  client: number;
  server: number;
  /** The call after a while in which nothing changed. */
  end: string;
}

/** Both write 16,000 bytes at a time, as fast as they are taken, and read when they are done. */
export async function bothWrite(): Promise<Written> {
  const written = { client: 0, server: 0 };
  const end = await atShop(
    {
      // It reads one, and then it only writes.
      async *process(ids) {
        await ids[Symbol.asyncIterator]().next();
        for (; written.server < 10_000; written.server++) {
          yield { id: TEXT, status: '', ordersList: [] };
        }
      },
    },
    async (shop) => {
      const call = shop.processOrders();
      call.on('error', () => {});
      call.once('data', () => call.pause());
      const write = () => {
        while (written.client < 10_000) {
          written.client++;
          if (!call.write({ value: TEXT })) return call.once('drain', write);
        }
      };
      write();
      await untilQuiet(() => written.client + written.server);
      call.cancel();
      return 'neither ends';
    },
  );
  return { ...written, end };
}
