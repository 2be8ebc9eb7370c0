import type { ServiceConfigJson } from '#channel/names/service-config-json';
import { client, type Stack } from './clients.ts';
import { type Counted, startCounted, unavailable } from './counted.ts';
import { HEDGED } from './policies.ts';

/** What became of a hedged call at three servers. */
export interface Hedged {
  end: string;
  /** For each attempt, in the order in which they arrived. */
  attempts: ('answers' | 'is cancelled')[];
}

/** Three servers; who is asked first and second hangs, the third answers. */
export async function hedge(stack: Stack): Promise<Hedged> {
  const attempts: Hedged['attempts'] = [];
  const ends: Promise<void>[] = [];
  const answer = (_: number, call: { on(event: 'cancelled', heard: () => void): unknown }) => {
    const i = attempts.push('answers') - 1;
    if (i === 2) return 'OK';
    const cancelled = new Promise<void>((resolve) => call.on('cancelled', resolve));
    ends.push(
      cancelled.then(() => {
        attempts[i] = 'is cancelled';
      }),
    );
    return cancelled.then(() => unavailable());
  };
  const servers = await Promise.all([1, 2, 3].map(() => startCounted(answer)));
  const shop = client(
    stack,
    servers.map(({ port }) => port),
    HEDGED,
  );
  try {
    const { end } = await shop.getOrder();
    await Promise.all(ends);
    return { end, attempts };
  } finally {
    await shop.close();
    for (const server of servers) await server.close();
  }
}

/** A server in trouble, and a bucket of four tokens: how many attempts does each of three calls make? */
export async function hedgeWithBucket(stack: Stack): Promise<number[]> {
  const server: Counted = await startCounted(() => unavailable());
  const config: ServiceConfigJson = {
    methodConfig: [
      {
        name: [{}],
        // So long that only a failure brings the next attempt.
        hedgingPolicy: {
          maxAttempts: 3,
          hedgingDelay: '60s',
          nonFatalStatusCodes: ['UNAVAILABLE'],
        },
      },
    ],
    retryThrottling: { maxTokens: 4, tokenRatio: 0.1 },
  };
  const shop = client(stack, [server.port], config);
  try {
    const attempts: number[] = [];
    for (let i = 0; i < 3; i++) {
      const before = server.arrived;
      await shop.getOrder();
      attempts.push(server.arrived - before);
    }
    return attempts;
  } finally {
    await shop.close();
    await server.close();
  }
}
