import { type handleUnaryCall, Server } from '@grpc/grpc-js';
import { listen, stop } from '#hello/serve';
import type { Order } from '#protobuf/generated/ecommerce';
import { ReplyCache } from '#rpc/reply-cache';
import { LOOPBACK } from '#transport/tcp';
import { ecommerce } from '../shop/load.ts';
import { client, type Stack } from './clients.ts';
import { type Gate, startGate } from './gate.ts';
import { ALL_AGAIN } from './policies.ts';

type AddOrder = handleUnaryCall<Order, { value: string }>;

/** A call whose first answer is lost, and what the shop has in its books afterwards. */
export interface Placed {
  end: string;
  /** How often AddOrder arrived, and how many orders there are. */
  arrived: number;
  orders: number;
}

/** @param byKey the client sends a key, and the server remembers its replies by it */
export async function loseAnAnswer(stack: Stack, byKey: boolean): Promise<Placed> {
  let arrived = 0;
  let orders = 0;
  let gate: Gate | undefined;
  // #region once
  const place = async () => `order ${++orders}`;
  const replies = new ReplyCache<string>();
  const AddOrder: AddOrder = async (call, callback) => {
    arrived++;
    const [key] = call.metadata.get('idempotency-key');
    const value = key === undefined ? await place() : await replies.once(String(key), place);
    // The order is placed, and the connection breaks before the answer is out.
    if (arrived === 1) gate?.cut();
    callback(null, { value });
  };
  // #endregion once
  const server = new Server();
  server.addService(ecommerce.OrderManagement.service, { AddOrder });
  gate = await startGate({ port: await listen(server, `${LOOPBACK}:0`) }, true);
  const shop = client(stack, [gate.port], ALL_AGAIN);
  try {
    const { end } = await shop.addOrder(byKey ? '7f3a' : undefined);
    return { end, arrived, orders };
  } finally {
    await shop.close();
    await gate.close();
    await stop(server, { graceMs: 0 });
  }
}
