import {
  type ServerInterceptor as JsInterceptor,
  Server as JsServer,
  ServerCredentials,
} from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { Server } from '#grpc/server/server';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { listen, stop } from '#hello/serve';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ourHandlers } from '../15-server-interceptors/ours.ts';
import { createHandlers } from '../15-server-interceptors/shop.ts';
import type { Identity } from '../security/certificates.ts';
import { ecommerce } from '../shop/load.ts';

/** The shop on our stack, over TLS. Without an identity it is plaintext, for a recording. */
export async function startOurs(
  { host, port }: Pick<ServerOptions, 'host' | 'port'>,
  identity: Identity | undefined,
  interceptors: readonly ServerInterceptor[],
): Promise<RunningServer> {
  const server = new Server({ interceptors, ...(identity && { tls: identity }) });
  server.addService(OrderManagementDefinition, ourHandlers);
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}

/** The shop on grpc-js, over TLS. */
export async function startJs(
  { host, port }: Pick<ServerOptions, 'host' | 'port'>,
  { certificate, privateKey }: Identity,
  interceptors: JsInterceptor[],
): Promise<RunningServer> {
  const server = new JsServer({ interceptors });
  server.addService(
    ecommerce.OrderManagement.service,
    createHandlers(() => {}),
  );
  const pair = { cert_chain: Buffer.from(certificate), private_key: Buffer.from(privateKey) };
  const credentials = ServerCredentials.createSsl(null, [pair]);
  const bound = await listen(server, `${host}:${port}`, credentials).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
