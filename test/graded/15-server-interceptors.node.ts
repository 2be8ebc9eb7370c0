import * as grpc from '@grpc/grpc-js';
import { SOON_MS } from '#course/kit/patience';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import {
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { UNSHARED } from './grpc-js.ts';
import { KINDS, type Kind } from './kinds.ts';

/**
 * The part of lesson 15's suite that needs Node: a client of grpc-js at the stack in src/, with the
 * learner's interceptors in between.
 */

export type Handlers = Partial<OrderManagementServer<ServerCall>>;

/** How a call ended that a stranger made. */
export interface Ended {
  code: number;
  details: string;
  id: string | undefined;
  messages: number;
}

/** Starts a server, and gives a function that calls it. */
export async function withStranger(
  interceptors: readonly ServerInterceptor[],
  handlers: Handlers,
  scene: (call: (kind: Kind, headers?: Record<string, string>) => Promise<Ended>) => Promise<void>,
): Promise<void> {
  const server = new Server({ interceptors, onHandlerError: () => {} });
  server.addService(OrderManagementDefinition, handlers);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), UNSHARED);
  try {
    await scene((kind, headers = {}) => callAs(client, KINDS[kind], headers));
  } finally {
    client.close();
    await server.close();
  }
}

/** The same way for all kinds: as a stream both ways, with one request in it. */
function callAs(
  client: grpc.Client,
  method: MethodDefinition,
  headers: Record<string, string>,
): Promise<Ended> {
  const metadata = new grpc.Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  const call = client.makeBidiStreamRequest(
    method.path,
    () => Buffer.alloc(0),
    (bytes: Buffer) => bytes,
    metadata,
    { deadline: Date.now() + SOON_MS },
  );
  let messages = 0;
  call.on('data', () => messages++);
  call.on('error', () => {});
  call.write({});
  call.end();
  return new Promise((resolve) => {
    call.on('status', ({ code, details, metadata: trailers }: grpc.StatusObject) => {
      const [id] = trailers.get('x-correlation-id');
      resolve({ code, details, id: id?.toString(), messages });
    });
  });
}
