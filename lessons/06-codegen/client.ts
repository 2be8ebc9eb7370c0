import type { ClientOptions } from '#course/lesson/define-lesson';
import { lengthFraming } from '#framing/frame';
import type { KitchenClient, Order } from '#protobuf/generated/kitchen/kitchen';
import { Course } from '#protobuf/generated/kitchen/menu';
import type { CallOptions } from '#rpc/call-table';
import { createClient } from '#rpc/client';
import { connectTcp } from '#transport/tcp';
import { loadKitchen } from './load.ts';
import { createStub } from './stub.ts';

/** A stub, as it was generated. */
export type Kitchen = KitchenClient<CallOptions>;

export const SUPPER: Order = {
  dishes: [
    { name: 'soup', course: Course.COURSE_STARTER },
    { name: 'stew', course: Course.COURSE_MAIN },
  ],
  place: { case: 'table', value: 4 },
};

export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const { KitchenDefinition } = await loadKitchen();
  // #region client
  const client = createClient(await connectTcp({ host, port }, signal), { framing: lengthFraming });
  const kitchen: Kitchen = createStub(KitchenDefinition, client);

  const { prices } = await kitchen.getMenu({ course: Course.COURSE_MAIN });
  for (const [dish, cents] of prices) log(`${dish} is ${cents} cents`);
  const { orderId, totalCents } = await kitchen.placeOrder(SUPPER);
  log(`order ${orderId}: ${totalCents} cents`);
  // #endregion client
  client.close();
}
