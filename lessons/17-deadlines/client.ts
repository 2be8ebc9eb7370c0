import { type CallOptions, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import type { Order } from '#protobuf/generated/ecommerce';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { connect } from '../shop/connect.ts';
import { BUDGET_MS } from './plan.ts';

export type Shop = ReturnType<typeof connect>;

// #region ask
/** GetOrder("101") as a promise, with options such as a deadline. */
export function ask(shop: Shop, options: CallOptions = {}, signal?: AbortSignal): Promise<Order> {
  return new Promise((resolve, reject) => {
    const call = shop.getOrder({ value: '101' }, new Metadata(), options, (error, order) => {
      if (error) reject(error);
      else resolve(order as Order);
    });
    signal?.addEventListener('abort', () => call.cancel(), { once: true });
  });
}
// #endregion ask

/** How a call of grpc-js ended: `OK`, or the name of its code. */
export async function endOfJs(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'OK';
  } catch (error) {
    const name = status[(error as ServiceError).code];
    if (name === undefined) throw error;
    return name;
  }
}

/** Three callers: one with time, one with too little, and one that leaves. */
export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const shop = connect(server);
  signal.addEventListener('abort', () => shop.close());
  const tell = async (what: string, call: Promise<unknown>) => {
    const from = Date.now();
    const end = await endOfJs(call.catch(unreachable));
    log(`${what}: ${end}, after ${Date.now() - from} ms`);
  };
  try {
    // #region moment
    const waits = (ms: number) => ask(shop, { deadline: Date.now() + ms });
    await tell('a second', waits(1_000));
    await tell(`${BUDGET_MS} ms`, waits(BUDGET_MS));
    // #endregion moment
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), BUDGET_MS / 2);
    await tell('one that leaves', ask(shop, { deadline: Date.now() + 1_000 }, leaving.signal));
  } finally {
    shop.close();
  }
}

function unreachable(error: ServiceError): never {
  throw error.code === status.UNAVAILABLE ? asSystemError(error.message) : error;
}
