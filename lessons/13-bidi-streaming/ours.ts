import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { processOrders } from './process.ts';

/** The same conversation on the stack in `src/`, both ends: what comes back, as text. */
export async function talkOnOurs(ids: readonly string[]): Promise<string[]> {
  // #region ours
  const server = new Server();
  server.addService(OrderManagementDefinition, {
    processOrders: (ids) => processOrders(ids),
  });
  const { port } = await server.listen({ host: LOOPBACK, port: 0 });

  const channel = new Channel(`ipv4:${LOOPBACK}:${port}`);
  const shop = createClient(OrderManagementDefinition, channel);
  const shipments: string[] = [];
  for await (const { id } of shop.processOrders(ids.map((value) => ({ value })))) {
    shipments.push(id);
  }
  // #endregion ours
  channel.close();
  await server.close();
  return shipments;
}
