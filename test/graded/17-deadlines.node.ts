import { getEventListeners } from 'node:events';
import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { UNSHARED } from './grpc-js.ts';

/**
 * The part of lesson 17's suite that needs Node: strangers of grpc-js at both ends of a server that
 * stands on the learner's pieces.
 */

const { path } = OrderManagementDefinition.methods.getOrder;
const ORDER = {} as Order;
const LOOPBACK = '127.0.0.1';

/** What the server in the middle does with a call, and how it ends for the client of grpc-js. */
export interface Ended {
  code: number;
  details: string;
}

export interface Scene {
  /** What the handler of our server does. */
  handle(call: ServerCall): Promise<void>;
  /** Once the handler is there: the client of grpc-js leaves. */
  leaveWhen?: Promise<unknown>;
}

/** A client of grpc-js calls a server of ours. */
export async function callFromStranger({ handle, leaveWhen }: Scene): Promise<Ended> {
  const server = new Server({ onHandlerError: () => {} });
  server.addService(OrderManagementDefinition, {
    async getOrder(_request, call) {
      await handle(call);
      return ORDER;
    },
  });
  const { port } = await server.listen({ host: LOOPBACK, port: 0 });
  const client = new grpc.Client(
    `${LOOPBACK}:${port}`,
    grpc.credentials.createInsecure(),
    UNSHARED,
  );
  try {
    return await new Promise((resolve) => {
      const call = client.makeUnaryRequest(
        path,
        () => Buffer.alloc(0),
        (bytes: Buffer) => bytes,
        {},
        { deadline: Date.now() + SOON_MS },
        () => {},
      );
      call.on('status', ({ code, details }: grpc.StatusObject) => resolve({ code, details }));
      leaveWhen?.then(() => call.cancel());
    });
  } finally {
    client.close();
    await server.close();
  }
}

/** A server of grpc-js whose handler hangs, and tells when a call comes and when it is cancelled. */
export async function withHangingStranger(
  scene: (ask: (parent: ServerCall) => Promise<unknown>, stranger: Stranger) => Promise<void>,
): Promise<void> {
  let came = () => {};
  let cancelled = () => {};
  const stranger: Stranger = {
    came: new Promise((resolve) => {
      came = resolve;
    }),
    cancelled: new Promise((resolve) => {
      cancelled = resolve;
    }),
  };
  const server = new grpc.Server();
  server.addService(
    {
      GetOrder: {
        path,
        requestStream: false,
        responseStream: false,
        requestSerialize: () => Buffer.alloc(0),
        requestDeserialize: () => ({}),
        responseSerialize: () => Buffer.alloc(0),
        responseDeserialize: () => ({}),
      },
    },
    {
      GetOrder: (call: grpc.ServerUnaryCall<unknown, unknown>) => {
        call.on('cancelled', () => cancelled());
        came();
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    const credentials = grpc.ServerCredentials.createInsecure();
    server.bindAsync(`${LOOPBACK}:0`, credentials, (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  const channel = new Channel(`ipv4:${LOOPBACK}:${port}`);
  const shop = createClient(OrderManagementDefinition, channel);
  try {
    await scene((parent) => shop.getOrder({ value: '101' }, { parent }), stranger);
  } finally {
    await channel.close();
    server.forceShutdown();
  }
}

export interface Stranger {
  came: Promise<void>;
  cancelled: Promise<void>;
}

/** How many listen to a signal. */
export const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;
