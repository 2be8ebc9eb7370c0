import { InProcess } from '#channel/in-process';
import type { World } from '#course/kit/bench/run-test';
import type { ShopHandlers, ShopOwn } from '#course/kit/bench/shop-bench';
import { Warehouse } from '#course/kit/bench/warehouse';
import { createClient } from '#grpc/client/client';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { FakeClock } from '#time/fake-clock';
import { ORDERS } from '../../shop/orders.ts';
import { countCalls } from './count-calls.ts';
import type { MakeShop } from './right-shops.ts';

/** What the shop has when a test begins: the orders 101 to 112. */
export const STOCK = ORDERS.slice(0, 12);

/**
 * A shop, and a stub for it, in this process.
 * @param takes what an access to the warehouse takes, in milliseconds
 * @param stock what it has at first
 */
export function shopWorld(
  make: MakeShop,
  clock: FakeClock,
  takes?: () => number,
  stock: readonly Order[] = STOCK,
): World<ShopOwn> {
  const warehouse = new Warehouse(stock, clock, takes);
  const { handlers, serving } = countCalls(make(warehouse) as ShopHandlers);
  const way = new InProcess(OrderManagementDefinition, handlers, {
    clock,
    onHandlerError() {},
  });
  const shop = createClient(OrderManagementDefinition, way);
  return {
    own: { shop: handled(shop), warehouse, serving },
    activity: () => way.heard,
    openCalls: () => way.openCalls,
    close: () => way.close(),
  };
}

/** A call that a test forgets to await must not end the process when it fails later. */
export function handled<Stub extends object>(stub: Stub): Stub {
  const methods = Object.entries(stub).map(([name, method]) => [
    name,
    (...given: unknown[]) => {
      const answer = method(...given);
      if (answer instanceof Promise) answer.catch(() => {});
      return answer;
    },
  ]);
  return Object.fromEntries(methods) as Stub;
}
