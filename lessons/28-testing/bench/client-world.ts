import { InProcess } from '#channel/in-process';
import type { World } from '#course/kit/bench/run-test';
import type { ClientOwn } from '#course/kit/bench/shop-bench';
import { createClient } from '#grpc/client/client';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { FakeClock } from '#time/fake-clock';
import type { MakeClient } from './right-clients.ts';
import { handled } from './shop-world.ts';

/** A client, and a place for the fake servers that a test makes up. */
export function clientWorld(make: MakeClient, clock: FakeClock): World<ClientOwn> {
  const ways: InProcess<typeof OrderManagementDefinition>[] = [];
  const sum = (count: (way: (typeof ways)[number]) => number) =>
    ways.reduce((total, way) => total + count(way), 0);
  const find = make(clock);
  return {
    own: {
      serve(handlers) {
        const way = new InProcess(OrderManagementDefinition, handlers, {
          clock,
          onHandlerError() {},
        });
        ways.push(way);
        return handled(createClient(OrderManagementDefinition, way));
      },
      findOrder(shop, text, most) {
        const found = find(shop, text, most);
        found.catch(() => {});
        return found;
      },
    },
    activity: () => sum(({ heard }) => heard),
    openCalls: () => sum(({ openCalls }) => openCalls),
    close() {
      for (const way of ways) way.close();
    },
  };
}
