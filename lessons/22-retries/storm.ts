import { client, type RetryingClient, type Stack } from './clients.ts';
import { type Counted, startCounted, unavailable } from './counted.ts';
import { type Arrived, LAYERS } from './layers.ts';
import { BUCKET, everyMethod } from './policies.ts';

export interface StormOptions {
  calls: number;
  /** Who tries three times: every layer, or the client alone. */
  who: 'everybody' | 'the client' | 'nobody';
  /** How often, with the first. */
  tries?: number;
  /** Each that tries has a bucket of tokens. */
  bucket?: boolean;
  /** Whose retries they are; the servers are of grpc-js. */
  stack?: Stack;
}

// #region storm
/**
 * Three servers, one behind the other. What a bucket does depends on the order of calls, so there
 * they come one by one.
 * @returns how many calls reached the handler of each
 */
export async function storm(options: StormOptions): Promise<Arrived> {
  const { calls, who, tries = 3, bucket = false, stack = 'grpc-js' } = options;
  const again = { ...everyMethod(tries), ...(bucket && { retryThrottling: BUCKET }) };
  const servers: Counted[] = [];
  const clients: RetryingClient[] = [];
  try {
    servers.unshift(await startCounted(() => unavailable()));
    for (const _ of LAYERS.slice(1)) {
      const next = client(stack, [servers[0]!.port], who === 'everybody' ? again : {});
      clients.push(next);
      servers.unshift(
        await startCounted(async () => {
          const { end } = await next.getOrder();
          return end === 'OK' ? end : unavailable();
        }),
      );
    }
    const first = client(stack, [servers[0]!.port], who === 'nobody' ? {} : again);
    clients.push(first);
    const call = () => first.getOrder();
    if (bucket) for (let i = 0; i < calls; i++) await call();
    else await Promise.all(Array.from({ length: calls }, call));
    const [order, stock, price] = servers.map(({ arrived }) => arrived);
    return { order: order!, stock: stock!, price: price! };
  } finally {
    for (const each of clients) await each.close();
    for (const server of servers) await server.close();
  }
}
// #endregion storm
