import type { Order } from '#protobuf/generated/ecommerce';
import { QUIET } from '../shop/with-shop.ts';
import { connectBoth, connectOurs, getOrder } from './client.ts';
import { find, startServer } from './server.ts';

export const MOST = 3;
const PATIENCE_MS = 300;

/** A server whose calls wait until somebody lets them go. */
export class Gate {
  /** The ids whose call has reached the handler, in order. */
  readonly came: string[] = [];
  readonly #waiting = new Map<string, () => void>();
  #news: () => void = () => {};

  readonly find = async (id: string): Promise<Order | undefined> => {
    this.came.push(id);
    await new Promise<void>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#news();
    });
    return find(id);
  };

  /** Answers the one that has waited longest. */
  answerFirst(): void {
    const [first] = this.#waiting.keys();
    this.answer(first!);
  }

  answer(id: string): void {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
  }

  answerAll(): void {
    for (const id of [...this.#waiting.keys()]) this.answer(id);
  }

  /** Resolves when so many have come. */
  async until(count: number): Promise<void> {
    while (this.came.length < count) {
      await new Promise<void>((resolve) => {
        this.#news = resolve;
      });
    }
  }
}

export interface Queued {
  /** The ids that were at the server before anything was answered. */
  first: string[];
  /** All of them, in the order in which they came there. */
  came: string[];
  /** How the call ended that had a short deadline. */
  impatient: string;
}

/** How a client makes calls: by this lesson's two stacks. */
type Call = (id: string, timeoutMs: number) => Promise<string>;

async function queue(call: Call, gate: Gate): Promise<Queued> {
  const patient = ['101', '102', '103', '104', '105'].map((id) => call(id, 10_000));
  const impatient = call('106', PATIENCE_MS);
  const last = call('107', 10_000);
  await gate.until(MOST);
  const end = await impatient;
  const first = [...gate.came];
  for (let answered = 1; answered <= 6; answered++) {
    gate.answerFirst();
    await gate.until(Math.min(6, MOST + answered));
  }
  await Promise.all([...patient, last]);
  return { first, came: [...gate.came], impatient: end };
}

/** Seven calls to a server that takes three at once; the sixth waits for 300 ms and no longer. */
export async function queueOnGrpcJs(): Promise<Queued> {
  const gate = new Gate();
  const server = await startServer(QUIET, gate.find, { 'grpc.max_concurrent_streams': MOST });
  const { shop, close } = connectBoth(server);
  try {
    await ready(shop);
    return await queue(async (id, ms) => (await getOrder(shop, id, ms)).text, gate);
  } finally {
    gate.answerAll();
    close();
    await server.close();
  }
}

export async function queueOnOurs(): Promise<Queued> {
  const gate = new Gate();
  const server = await startServer(QUIET, gate.find, { 'grpc.max_concurrent_streams': MOST });
  const { shop, channel, close } = connectOurs(server);
  try {
    await channel.ready();
    return await queue((value, timeoutMs) => endOf(shop.getOrder({ value }, { timeoutMs })), gate);
  } finally {
    gate.answerAll();
    await close();
    await server.close();
  }
}

export function ready(shop: ReturnType<typeof connectBoth>['shop']): Promise<void> {
  return new Promise((resolve, reject) =>
    shop.waitForReady(Date.now() + 5_000, (error) => (error ? reject(error) : resolve())),
  );
}

/** How a call of ours ended. */
export async function endOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'OK';
  } catch (error) {
    return (error as Error).message.replace(/^\d+ /, '');
  }
}
