import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';

/** One call, with a deadline. @param address `127.0.0.1:50031`, or a name as compose gives it */
export async function getOrder(address: string, value: string): Promise<Order> {
  const channel = new Channel(`dns:${address}`);
  try {
    return await createClient(OrderManagementDefinition, channel).getOrder(
      { value },
      { timeoutMs: 5_000 },
    );
  } finally {
    await channel.close();
  }
}
