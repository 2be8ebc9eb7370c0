import { converse } from '#bidi/converse';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import {
  type CombinedShipment,
  type Order,
  OrderManagementDefinition,
} from '#protobuf/generated/ecommerce';
import { receive } from '#streams/receive';
import { LOOPBACK } from '#transport/tcp';
import { upload } from '#uploads/upload';
import { connect } from '../../lessons/shop/connect.ts';

/** A client of the shop's three streaming methods, whichever stack. Its errors have gRPC's `code`. */
export interface ShopClient {
  search(value: string, timeoutMs?: number): AsyncIterable<Order>;
  update(orders: AsyncIterable<Order>, timeoutMs?: number): Promise<string>;
  process(
    ids: AsyncIterable<{ value: string }>,
    timeoutMs?: number,
  ): AsyncIterable<CombinedShipment>;
  close(): void;
}

/** On grpc-js, with what lessons 11 to 13 put around its streams. `options` are its channel's. */
export function connectGrpcJs(port: number, options = {}): ShopClient {
  const shop = connect({ host: LOOPBACK, port }, options);
  const within = (timeoutMs?: number) =>
    timeoutMs === undefined ? {} : { deadline: Date.now() + timeoutMs };
  return {
    search: (value, timeoutMs) => receive(shop.searchOrders({ value }, within(timeoutMs))),
    async update(orders, timeoutMs) {
      const { value } = await upload<Order, { value: string }>(
        (done) => shop.updateOrders(within(timeoutMs), done),
        () => orders,
      );
      return value;
    },
    process: (ids, timeoutMs) =>
      converse(shop.processOrders(within(timeoutMs)), ids) as AsyncIterable<CombinedShipment>,
    close: () => shop.close(),
  };
}

export function connectOurs(port: number): ShopClient {
  const channel = new Channel(`ipv4:${LOOPBACK}:${port}`);
  const shop = createClient(OrderManagementDefinition, channel);
  return {
    search: (value, timeoutMs) => shop.searchOrders({ value }, { timeoutMs }),
    update: async (orders, timeoutMs) => (await shop.updateOrders(orders, { timeoutMs })).value,
    process: (ids, timeoutMs) => shop.processOrders(ids, { timeoutMs }),
    close: () => void channel.close(),
  };
}
