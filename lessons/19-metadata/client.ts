import { Metadata, type StatusObject, status } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { connect } from '../shop/connect.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { shown } from './secrets.ts';

/** What came of a call: its status, and the metadata in front and behind. */
export interface Answer {
  code: number;
  text: string;
  front: Metadata;
  behind: Metadata;
}

// #region call
/** Sends metadata with a call, and collects what comes with its answer. */
export function getOrder(
  shop: OrderManagementClient,
  value: string,
  metadata: Metadata,
  timeoutMs = 5_000,
): Promise<Answer> {
  const options = { deadline: Date.now() + timeoutMs };
  return new Promise((resolve) => {
    let front = new Metadata();
    const call = shop.getOrder({ value }, metadata, options, () => {});
    call.on('metadata', (received: Metadata) => {
      front = received;
    });
    call.on('status', ({ code, details, metadata: behind }: StatusObject) =>
      resolve({ code, text: `${status[code]} ${details}`, front, behind }),
    );
  });
}
// #endregion call

/** The metadata of the examples: a name of each sort. */
export function example(): Metadata {
  const metadata = new Metadata();
  metadata.set('X-Request-Id', 'web-4711');
  metadata.set('authorization', 'Bearer tea-4711');
  metadata.set('x-cart-bin', Buffer.from([1, 2, 255]));
  return metadata;
}

export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const shop = connect(server);
  signal.addEventListener('abort', () => shop.close());
  try {
    for (const id of ['101', '999']) {
      const { code, text, front, behind } = await getOrder(shop, id, example());
      if (code === status.UNAVAILABLE) throw asSystemError(text);
      log(`GetOrder("${id}"): ${text}`);
      log(`  in front: ${shown(front)}`);
      log(`  behind: ${shown(behind)}`);
    }
  } finally {
    shop.close();
  }
}
