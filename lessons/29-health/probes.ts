import { Server } from '#grpc/server/server';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import { ServingStatus } from '#services/health';
import { type ProbeResult, probe } from '#services/probe';
import { LOOPBACK, listenTcp } from '#transport/tcp';
import { reach } from './reach.ts';
import { SHOP, startShop } from './shop.ts';

/** A server, and how long a probe gives it. */
interface Probed {
  what: string;
  service?: string;
  start(): Promise<{ host: string; port: number; close(): Promise<void> }>;
}

/** For the two that never answer; the others have more time than they need. */
const SHORT_MS = 200;
const LONG_MS = 10_000;

const shopThat = async (status: ServingStatus) => {
  const shop = await startShop();
  shop.health.set(SHOP, status);
  return shop;
};

async function serve(server: Server) {
  const { host, port } = await server.listen({ host: LOOPBACK, port: 0 });
  return { host, port, close: () => server.close() };
}

export const PROBED: readonly Probed[] = [
  { what: 'serves', service: SHOP, start: () => shopThat(ServingStatus.SERVING) },
  { what: 'does not serve', service: SHOP, start: () => shopThat(ServingStatus.NOT_SERVING) },
  { what: 'knows no such service', service: 'ecommerce.Stock', start: () => startShop() },
  {
    what: 'has no health service',
    start: () => serve(new Server().addService(OrderManagementDefinition, {})),
  },
  {
    what: 'takes the call, and is silent',
    start: () => serve(new Server().addService(HealthDefinition, { check: () => silence() })),
  },
  {
    what: 'takes the connection, and is silent',
    async start() {
      const listener = await listenTcp({ host: LOOPBACK, port: 0 }, (connection) =>
        connection.start({ data() {}, end() {}, close() {} }),
      );
      return { host: listener.host, port: listener.port, close: () => listener.destroy() };
    },
  },
  {
    what: 'is not there',
    async start() {
      const shop = await startShop();
      await shop.close();
      return { ...shop, close: async () => {} };
    },
  },
];

const silence = () => new Promise<never>(() => {});

/** Asks one of them as an orchestrator would. */
export async function askOnce({ what, service, start }: Probed): Promise<ProbeResult> {
  const server = await start();
  try {
    const limit = what.includes('silent') ? SHORT_MS : LONG_MS;
    const limits = { service, connectMs: LONG_MS, checkMs: LONG_MS };
    if (what.startsWith('takes the call')) limits.checkMs = limit;
    if (what.startsWith('takes the conn')) limits.connectMs = limit;
    return await probe((signal) => reach(server, signal), limits);
  } finally {
    await server.close();
  }
}
