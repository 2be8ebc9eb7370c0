import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { followCancellation } from '#grpc/deadlines/cancellation';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { Status } from '#grpc/status';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';

/** What the suite of lesson 17 does not ask, as it is about the calls that use its pieces. */

const ORDER = {} as Order;

/** A server whose calls are answered by `answer`, and a client of it. */
async function world(answer: (call: ServerCall) => Promise<Order> | Order) {
  const server = new Server({ onHandlerError: () => {} });
  server.addService(OrderManagementDefinition, { getOrder: (_, call) => answer(call) });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  return {
    shop: createClient(OrderManagementDefinition, channel),
    close: async () => {
      await channel.close();
      await server.close();
    },
  };
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => Status.OK,
    (error: GrpcError) => error.code,
  );

it('a call leaves no listener behind: on its signal, on its parent, however it ends', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = () => getEventListeners(signal, 'abort').length;
  let during = -1;
  const { shop, close } = await world(() => {
    during = listeners();
    return ORDER;
  });
  const parent = { cancelled: false, signal, timeLeft: () => undefined } as unknown as ServerCall;
  for (const options of [{ signal }, { parent }, { signal, parent }]) {
    expect(await codeOf(shop.getOrder({ value: '' }, options))).toBe(Status.OK);
    expect(during, 'one for all who wait for it').toBe(1);
    expect(listeners()).toBe(0);
    // One that cannot even be sent.
    const compression = 'nobody has this';
    await expect(shop.getOrder({ value: '' }, { ...options, compression })).rejects.toThrow();
    expect(listeners()).toBe(0);
  }
  await close();
});

it('a child ends with the status of its parent', async () => {
  const { shop, close } = await world((call) => new Promise(() => call.ended));
  for (const code of [Status.CANCELLED, Status.DEADLINE_EXCEEDED]) {
    const controller = new AbortController();
    const parent = {
      cancelled: false,
      signal: controller.signal,
      timeLeft: () => undefined,
    } as unknown as ServerCall;
    const ended = codeOf(shop.getOrder({ value: '' }, { parent }));
    controller.abort(new GrpcError(code, 'it is over'));
    expect(await ended).toBe(code);
  }
  await close();
});

it('a parent with less than a millisecond lends nothing: the child is not begun', async () => {
  let ran = 0;
  const { shop, close } = await world(() => {
    ran++;
    return ORDER;
  });
  const { signal } = new AbortController();
  const parent = { cancelled: false, signal, timeLeft: () => 0.9 } as unknown as ServerCall;
  expect(await codeOf(shop.getOrder({ value: '' }, { parent }))).toBe(Status.DEADLINE_EXCEEDED);
  expect(await codeOf(shop.getOrder({ value: '' }))).toBe(Status.OK);
  expect(ran).toBe(1);
  await close();
});

it('a release changes nothing for others who follow the same parent', () => {
  const controller = new AbortController();
  const parent = { cancelled: false, signal: controller.signal };
  const told: string[] = [];
  const release = followCancellation({ parent }, () => told.push('first'));
  followCancellation({ parent }, () => told.push('second'));
  release();
  controller.abort();
  expect(told).toEqual(['second']);
});
