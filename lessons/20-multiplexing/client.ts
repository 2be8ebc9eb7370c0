import { credentials, Metadata, type StatusObject, status } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { printable } from '#grpc/client/printable';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { hello } from '../10-hello-grpc/load.ts';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ecommerce } from '../shop/load.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';

interface Address {
  host: string;
  port: number;
}

// #region stubs
/** A channel, and a stub for each of the two services. */
export function connectBoth({ host, port }: Address, options = {}) {
  const address = `${host}:${port}`;
  const shop = new ecommerce.OrderManagement(address, credentials.createInsecure(), options);
  // The second stub is given the channel of the first, and makes none of its own.
  const greeter = new hello.Greeter(address, credentials.createInsecure(), {
    channelOverride: shop.getChannel(),
  });
  return { shop, greeter, close: () => shop.close() };
}
// #endregion stubs

/** How a call ended: `UNIMPLEMENTED: …`, or OK. Nothing of a peer's reaches the terminal as it came. */
export type End = { text: string; at: number };

/** The one call of this lesson on grpc-js, and how it ended. */
export function getOrder(
  shop: OrderManagementClient,
  value: string,
  timeoutMs = 10_000,
): Promise<End> {
  return new Promise((resolve) => {
    const call = shop.getOrder({ value }, { deadline: Date.now() + timeoutMs }, () => {});
    call.on('status', (ended: StatusObject) =>
      resolve({ text: told(ended), at: performance.now() }),
    );
  });
}

/** Any path at all, with an empty message. */
export function callPath(address: Address, path: string): Promise<string> {
  const { shop, close } = connectBoth(address);
  const bytes = (value: Buffer) => value;
  return new Promise<string>((resolve) => {
    const options = { deadline: Date.now() + 5_000 };
    const nothing = Buffer.alloc(0);
    const call = shop.makeUnaryRequest(
      path,
      bytes,
      bytes,
      nothing,
      new Metadata(),
      options,
      () => {},
    );
    call.on('status', (ended: StatusObject) => resolve(told(ended)));
  }).finally(close);
}

function told({ code, details }: { code: number; details: string }): string {
  return code === 0 ? 'OK' : `${status[code]}: ${printable(details)}`;
}

/** The two services on our stack: one channel, a stub for each. */
export function connectOurs({ host, port }: Address, options?: ChannelOptions) {
  const channel = new Channel(`ipv4:${host}:${port}`, options);
  const shop = createClient(OrderManagementDefinition, channel);
  const greeter = createClient(GreeterDefinition, channel);
  return { channel, shop, greeter, close: () => channel.close() };
}

export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const { shop, greeter, close } = connectBoth(server);
  signal.addEventListener('abort', close);
  try {
    const { text } = await getOrder(shop, '101');
    if (text.startsWith('UNAVAILABLE')) throw asSystemError(text);
    log(`GetOrder("101"): ${text}`);
    const greeting = await new Promise<string>((resolve) => {
      const call = greeter.sayHello({ name: 'world' }, { deadline: Date.now() + 5_000 }, () => {});
      call.on('status', (ended: StatusObject) => resolve(told(ended)));
    });
    log(`SayHello("world"): ${greeting}`);
  } finally {
    close();
  }
}
