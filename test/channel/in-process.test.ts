import { describe, expect, it } from 'vitest';
import { InProcess } from '#channel/in-process';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import type { ServerCall } from '#grpc/server/server-call';
import { Status } from '#grpc/status';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FakeClock } from '#time/fake-clock';

const order = (id: string) => Order.create({ id, items: ['cup'] });
const turns = async (count = 10) => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
};

/** A shop in this process, on a clock that is moved by hand. */
function open(seen: ServerCall[] = []) {
  const clock = new FakeClock();
  const way = new InProcess(
    OrderManagementDefinition,
    {
      async getOrder({ value }, call) {
        seen.push(call);
        if (value === 'silent') await new Promise(() => {});
        if (value === 'nobody') throw new GrpcError(Status.NOT_FOUND, 'no such order');
        return order(value);
      },
      async *searchOrders({ value }, call) {
        seen.push(call);
        for (let i = 0; i < Number(value); i++) yield order(String(i));
      },
      async updateOrders(orders) {
        const ids = [];
        for await (const { id } of orders) ids.push(id);
        return { value: ids.join() };
      },
      async *processOrders(ids) {
        for await (const { value } of ids) yield { id: value, status: '', ordersList: [] };
      },
    },
    { clock },
  );
  return { clock, way, shop: createClient(OrderManagementDefinition, way) };
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => Status.OK,
    (error: GrpcError) => error.code,
  );

describe('InProcess', () => {
  it('carries all four kinds of call', async () => {
    const { shop, way } = open();
    expect((await shop.getOrder({ value: '7' })).id).toBe('7');
    const found = [];
    for await (const { id } of shop.searchOrders({ value: '3' })) found.push(id);
    expect(found).toEqual(['0', '1', '2']);
    expect(await shop.updateOrders([order('a'), order('b')])).toEqual({ value: 'a,b' });
    const shipped = [];
    for await (const { id } of shop.processOrders([{ value: 'x' }, { value: 'y' }]))
      shipped.push(id);
    expect(shipped).toEqual(['x', 'y']);
    expect(way.openCalls).toBe(0);
  });

  it('carries a status, and that of a method that nobody wrote', async () => {
    const { shop } = open();
    expect(await codeOf(shop.getOrder({ value: 'nobody' }))).toBe(Status.NOT_FOUND);
    expect(await codeOf(shop.addOrder(order('')))).toBe(Status.UNIMPLEMENTED);
  });

  it('ends a call at its deadline, by the clock that it was given, and the server hears of it', async () => {
    const seen: ServerCall[] = [];
    const { shop, clock, way } = open(seen);
    const call = codeOf(shop.getOrder({ value: 'silent' }, { timeoutMs: 1_000 }));
    await turns();
    expect(way.openCalls).toBe(1);
    clock.advance(999);
    await turns();
    expect(way.openCalls).toBe(1);
    clock.advance(1);
    expect(await call).toBe(Status.DEADLINE_EXCEEDED);
    expect(way.openCalls).toBe(0);
    await turns();
    expect(seen[0]?.cancelled).toBe(true);
  });

  it('cancels for who leaves, and for who aborts', async () => {
    const seen: ServerCall[] = [];
    const { shop, way } = open(seen);
    for await (const _ of shop.searchOrders({ value: '1000000' })) break;
    await turns();
    expect(seen[0]?.cancelled).toBe(true);
    const controller = new AbortController();
    const call = codeOf(shop.getOrder({ value: 'silent' }, { signal: controller.signal }));
    await turns();
    controller.abort();
    expect(await call).toBe(Status.CANCELLED);
    await turns();
    expect(seen[1]?.cancelled).toBe(true);
    expect(way.openCalls).toBe(0);
  });

  it('says UNAVAILABLE when it is closed, to calls under way and to later ones', async () => {
    const { shop, way } = open();
    const call = codeOf(shop.getOrder({ value: 'silent' }));
    await turns();
    way.close();
    expect(await call).toBe(Status.UNAVAILABLE);
    expect(await codeOf(shop.getOrder({ value: '1' }))).toBe(Status.UNAVAILABLE);
    expect(way.openCalls).toBe(0);
  });
});
