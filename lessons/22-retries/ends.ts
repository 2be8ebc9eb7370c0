import { Metadata, status } from '@grpc/grpc-js';
import type { ServiceConfigJson } from '#channel/names/service-config-json';
import { client, type Stack } from './clients.ts';
import { type Counted, startCounted, unavailable } from './counted.ts';
import { ALL_AGAIN } from './policies.ts';
import { startUntouching } from './raw-server.ts';

/** A way in which an attempt ends, and whether there is a policy. */
export interface EndOfAttempt {
  what: string;
  policy: boolean;
  start(): Promise<Omit<Counted, 'drain'>>;
}

const pushback = (value: string) => {
  const trailers = new Metadata();
  trailers.set('grpc-retry-pushback-ms', value);
  return trailers;
};

// #region ends
export const ENDS: readonly EndOfAttempt[] = [
  {
    what: 'the handler says UNAVAILABLE',
    policy: false,
    start: () => startCounted(() => unavailable()),
  },
  {
    what: 'the handler says UNAVAILABLE',
    policy: true,
    start: () => startCounted(() => unavailable()),
  },
  {
    what: 'the handler says NOT_FOUND',
    policy: true,
    start: () => startCounted(() => ({ code: status.NOT_FOUND })),
  },
  {
    what: 'headers, and then UNAVAILABLE',
    policy: true,
    start: () =>
      startCounted((_, call) => {
        call.sendMetadata(new Metadata());
        return unavailable();
      }),
  },
  {
    what: 'UNAVAILABLE, pushback 30',
    policy: true,
    start: () => startCounted(() => unavailable(pushback('30'))),
  },
  {
    what: 'UNAVAILABLE, pushback -1',
    policy: true,
    start: () => startCounted(() => unavailable(pushback('-1'))),
  },
  {
    what: 'UNAVAILABLE, pushback "later"',
    policy: true,
    start: () => startCounted(() => unavailable(pushback('later'))),
  },
  { what: 'REFUSED_STREAM', policy: false, start: () => startUntouching('REFUSED_STREAM') },
  { what: 'GOAWAY, last stream 0', policy: false, start: () => startUntouching('GOAWAY') },
];
// #endregion ends

/** How often a server is called by one call that ends so each time. */
export async function attemptsOf({ policy, start }: EndOfAttempt, stack: Stack): Promise<number> {
  const server = await start();
  const config: ServiceConfigJson = policy ? ALL_AGAIN : {};
  const shop = client(stack, [server.port], config);
  try {
    await shop.getOrder();
    return server.arrived;
  } finally {
    await shop.close();
    await server.close();
  }
}
