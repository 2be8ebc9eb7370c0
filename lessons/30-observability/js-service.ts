/**
 * A server of grpc-js in a process of its own: `node --import tsx --import ./instrument.ts
 * js-service.ts <name> <host> <port>`. It knows nothing of traces. Whoever has started it says, by a message, who
 * is behind it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  addAdminServicesToServer,
  type Client,
  Server,
  type ServerUnaryCall,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { trace } from '@opentelemetry/api';
import { Registry } from 'prom-client';
import { listen } from '#hello/serve';
import type { Order } from '#protobuf/generated/ecommerce';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ask } from '../17-deadlines/client.ts';
import { connect } from '../shop/connect.ts';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';
import { measured } from './metrics-js.ts';
import { safe } from './safe-metadata.ts';

const [service = '', host = '', port = '0'] = process.argv.slice(2);
const WORK_MS = { orders: 8, stock: 5, prices: 12 }[service] ?? 5;

let next: (Client & Parameters<typeof ask>[0]) | undefined;
const registry = new Registry();
const server = new Server({ interceptors: [measured([registry])] });

// #region handler
type Call = ServerUnaryCall<{ value: string }, Order>;

async function getOrder(call: Call, callback: sendUnaryData<Order>): Promise<void> {
  const { traceId, spanId } = trace.getActiveSpan()?.spanContext() ?? {};
  const log = { service, order: call.request.value, trace: traceId, span: spanId };
  console.log(JSON.stringify({ ...log, metadata: safe(call.metadata) }));
  await new Promise((resolve) => setTimeout(resolve, WORK_MS));
  if (call.request.value === '999' && service === 'orders') {
    return callback({ code: status.NOT_FOUND, details: 'no such order' });
  }
  if (next === undefined) return callback(null, ORDERS[0] as Order);
  ask(next).then(
    (order) => callback(null, order),
    () => callback({ code: status.INTERNAL, details: 'a service behind this one failed' }),
  );
}
// #endregion handler

server.addService(ecommerce.OrderManagement.service, { GetOrder: getOrder });
addAdminServicesToServer(server);
const bound = await listen(server, `${host}:${port}`).catch((error) => {
  const { code, message } = asSystemError(error) as Error & { code: string };
  process.send!({ code, message }, () => process.exit(1));
  return new Promise<never>(() => {});
});

// #region metrics
const metrics = createServer(async (_request, response) => {
  response.setHeader('content-type', registry.contentType);
  response.end(await registry.metrics());
});
// #endregion metrics
metrics.listen(0, '127.0.0.1', () => {
  const { port } = metrics.address() as AddressInfo;
  process.send!({ port: bound, metricsPort: port });
});

process.on('message', (message: { next?: number } | string) => {
  if (typeof message === 'object' && message.next !== undefined) {
    next = connect({ host: '127.0.0.1', port: message.next }) as typeof next;
    process.send!('connected');
  }
});
process.once('disconnect', () => process.exit());
