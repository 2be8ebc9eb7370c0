import { Server as GrpcJsServer } from '@grpc/grpc-js';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { StatusCode } from '#grpc/status';
import { CallError } from '#hello/call';
import { listen } from '#hello/serve';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { handleStream } from '#streams/send-all';
import { LOOPBACK } from '#transport/tcp';
import { handleUpload } from '../../../lessons/12-client-streaming/handle-upload.ts';
import { handleTalk } from '../../../lessons/13-bidi-streaming/talk.ts';
import { ecommerce } from '../../../lessons/shop/load.ts';
import { connectGrpcJs, connectOurs, type ShopClient } from '../../shop/clients.ts';
import { createProcedures } from './procedures.ts';

/** Both ends on one stack. */
export interface Stack {
  /** @returns the port on which the shop listens */
  serve(begun: () => void): Promise<number>;
  connect(port: number): ShopClient;
}

const report = (error: unknown) => console.error('a handler failed:', error);

/** As lessons 11 to 13 use it: these are the handlers whose memory the pages call flat. */
const grpcJs: Stack = {
  async serve(begun) {
    const { search, update, process } = createProcedures(
      (code, details) => new CallError(code, details),
      begun,
    );
    const server = new GrpcJsServer();
    server.addService(ecommerce.OrderManagement.service, {
      SearchOrders: handleStream(({ value }: { value: string }) => search(value), report),
      UpdateOrders: handleUpload(
        async (orders: AsyncIterable<Order>) => ({ value: await update(orders) }),
        () => {},
      ),
      ProcessOrders: handleTalk(process, report),
    });
    return listen(server, `${LOOPBACK}:0`);
  },
  // In case of a retry grpc-js keeps up to a MiB of each stream, now more and now less: a limit, but
  // one beside which nothing smaller is seen.
  connect: (port) => connectGrpcJs(port, { 'grpc.enable_retries': 0 }),
};

const ours: Stack = {
  async serve(begun) {
    const { search, update, process } = createProcedures(
      (code, details) => new GrpcError(code as number as StatusCode, details),
      begun,
    );
    const server = new Server({ onHandlerError: report });
    server.addService(OrderManagementDefinition, {
      searchOrders: ({ value }) => search(value),
      updateOrders: async (orders) => ({ value: await update(orders) }),
      processOrders: (ids) => process(ids),
    });
    return (await server.listen({ host: LOOPBACK, port: 0 })).port;
  },
  connect: connectOurs,
};

export const STACKS = { 'grpc-js': grpcJs, ours } as const;
export type StackName = keyof typeof STACKS;
