import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { statusName } from '#grpc/status';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import { ServingStatus } from '#services/health';
import { SHOP, startShop } from './shop.ts';
import { startStranger } from './stranger.ts';

/** A server with a health service, and how one tells it that something has changed. */
export interface Asked {
  host: string;
  port: number;
  set(service: string, status: 'SERVING' | 'NOT_SERVING'): void;
  close(): Promise<void>;
}

export const STACKS = {
  async ours(): Promise<Asked> {
    const shop = await startShop();
    return { ...shop, set: (service, status) => shop.health.set(service, ServingStatus[status]) };
  },
  async 'grpc-js'(): Promise<Asked> {
    const shop = await startStranger();
    return { ...shop, set: (service, status) => shop.health.setStatus(service, status) };
  },
};

export type Stack = keyof typeof STACKS;

export const nameOf = (status: number) =>
  Object.entries(ServingStatus).find(([, value]) => value === status)?.[0] ?? String(status);

/** The name of the code of a call that did not end well. */
export function codeOf(error: unknown): string {
  if (error instanceof GrpcError) return statusName(error.code);
  throw error;
}

/** Asks one server all that one can ask it; each answer in a few words. */
export async function askAll(stack: Stack): Promise<Record<string, string>> {
  const server = await STACKS[stack]();
  const channel = new Channel(`ipv4:${server.host}:${server.port}`);
  const health = createClient(HealthDefinition, channel, { defaults: { timeoutMs: 20_000 } });
  const check = (service: string) =>
    health.check({ service }).then(({ status }) => nameOf(status), codeOf);
  const answers: Record<string, string> = {};
  try {
    answers['Check ""'] = await check('');
    answers[`Check "${SHOP}"`] = await check(SHOP);
    answers['Check "ecommerce.Stock"'] = await check('ecommerce.Stock');
    const watch = health.watch({ service: 'ecommerce.Stock' })[Symbol.asyncIterator]();
    const told = async () => nameOf((await watch.next()).value?.status ?? -1);
    answers['Watch "ecommerce.Stock"'] = await told();
    server.set('ecommerce.Stock', 'SERVING');
    answers['… it is set to SERVING'] = await told();
    // What comes next is either the same once more, or the change after that.
    server.set('ecommerce.Stock', 'SERVING');
    server.set('ecommerce.Stock', 'NOT_SERVING');
    const next = await told();
    answers['… to SERVING again'] = next === 'SERVING' ? 'SERVING' : '–';
    answers['… to NOT_SERVING'] = next === 'SERVING' ? await told() : next;
    await watch.return?.();
    const { statuses } = await health.list({});
    answers.List = `${statuses.size} services`;
    for (let i = 0; i < 100; i++) server.set(`s${i}`, 'SERVING');
    answers['List, with a hundred more'] = await health.list({}).then(() => 'all of them', codeOf);
    return answers;
  } finally {
    await channel.close();
    await server.close();
  }
}
