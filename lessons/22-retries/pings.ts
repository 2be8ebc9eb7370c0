import { type ServiceError, status } from '@grpc/grpc-js';
import { Server } from '#grpc/server/server';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { connectJs } from './clients.ts';
import { startCounted } from './counted.ts';
import { startGate } from './gate.ts';

export interface PingOptions {
  /** How often the client asks whether the server is still there, in milliseconds. */
  everyMs?: number;
  timeoutMs: number;
}

/** How long it waits for the answer to a PING. */
const ANSWER_MS = 400;

const pinging = (everyMs: number | undefined) =>
  everyMs === undefined
    ? {}
    : { 'grpc.keepalive_time_ms': everyMs, 'grpc.keepalive_timeout_ms': ANSWER_MS };

/** How a call of grpc-js ended: the name of its code, and what was said. */
function endOf(port: number, { everyMs, timeoutMs }: PingOptions): Promise<string> {
  const shop = connectJs([port], {}, pinging(everyMs));
  return new Promise<string>((resolve) => {
    const deadline = Date.now() + timeoutMs;
    shop.getOrder({ value: '101' }, { deadline }, (error: ServiceError | null) => {
      shop.close();
      resolve(error === null ? 'OK' : (status[error.code] ?? String(error.code)));
    });
  });
}

/** The connection goes silent while a call is under way: no FIN, no RST, nothing. */
export async function pullTheCable(options: PingOptions): Promise<string> {
  let there = () => {};
  const arrived = new Promise<void>((resolve) => {
    there = resolve;
  });
  const server = await startCounted(() => {
    there();
    return new Promise<'OK'>(() => {});
  });
  const gate = await startGate(server, true);
  try {
    const end = endOf(gate.port, options);
    await arrived;
    gate.freeze();
    return await end;
  } finally {
    await gate.close();
    await server.close();
  }
}

/** A handler that takes its time, at a server of either stack, and a client that asks all the while. */
export async function askAllTheTime(at: 'grpc-js' | 'ours', options: PingOptions): Promise<string> {
  const hang = () => new Promise<'OK'>(() => {});
  if (at === 'grpc-js') {
    const server = await startCounted(hang);
    try {
      return await endOf(server.port, options);
    } finally {
      await server.close();
    }
  }
  const server = new Server({ onHandlerError: () => {} });
  server.addService(OrderManagementDefinition, { getOrder: () => new Promise(() => {}) });
  const { port } = await server.listen({ host: LOOPBACK, port: 0 });
  try {
    return await endOf(port, options);
  } finally {
    await server.close();
  }
}
