import * as grpc from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { listen, stop } from '#hello/serve';
import { serverCredentials } from '#tls/credentials';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { createHandlers } from '../15-server-interceptors/shop.ts';
import type { Identity } from '../security/certificates.ts';
import { handOver } from '../security/handover.ts';
import { ecommerce } from '../shop/load.ts';
import { guardOf } from './guard.ts';
import { type ClientPapers, createPapers } from './papers.ts';

/** PEM as grpc-js wants it. */
export const buffers = ({ certificate, privateKey }: Identity) => ({
  certificate: Buffer.from(certificate),
  privateKey: Buffer.from(privateKey),
});

export interface JsShop {
  credentials?: grpc.ServerCredentials;
  interceptors?: grpc.ServerInterceptor[];
}

/** The shop on grpc-js: four kinds of calls, and no handler that knows of TLS. */
export async function startJsShop(
  { host, port, log }: ServerOptions,
  { credentials = grpc.ServerCredentials.createInsecure(), interceptors = [] }: JsShop = {},
): Promise<RunningServer> {
  const server = new grpc.Server({ interceptors });
  const handlers = createHandlers((error) => log(`an accident: ${error}`));
  server.addService(ecommerce.OrderManagement.service, {
    ...handlers,
    AddOrder: (
      { request }: { request: { id: string } },
      done: (error: null, value: { value: string }) => void,
    ) => done(null, { value: request.id }),
  });
  const bound = await listen(server, `${host}:${port}`, credentials).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}

/** `npm run lesson 24 server`: who calls has to show who they are. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log } = options;
  const papers = await createPapers();
  const server = await startJsShop(options, {
    credentials: serverCredentials(grpc, buffers(papers.shop), Buffer.from(papers.roots)),
    interceptors: [guardOf((who) => log(`a call from ${who ?? 'nobody'}`))],
  });
  const { roots, till, office } = papers;
  const takeAway = handOver(24, server.port, { roots, till, office } satisfies ClientPapers);
  return {
    ...server,
    async close() {
      takeAway();
      await server.close();
    },
  };
}
