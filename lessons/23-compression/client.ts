import { compressionAlgorithms, type ServiceError, status } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { printable } from '#grpc/client/printable';
import type { Order } from '#protobuf/generated/ecommerce';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { connect } from '../shop/connect.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { ORDER } from './server.ts';

type Address = { host: string; port: number };

// #region gzip
/** A client of grpc-js that compresses all of its messages. */
export const connectWithGzip = (server: Address, options = {}) =>
  connect(server, {
    ...options,
    'grpc.default_compression_algorithm': compressionAlgorithms.gzip,
  });
// #endregion gzip

type Begin = (
  options: { deadline: number },
  done: (error: ServiceError | null, value?: unknown) => void,
) => unknown;

/** How a call of grpc-js ended: its answer in a few words, or `UNIMPLEMENTED: …`. */
function endOf(begin: Begin, timeoutMs = 5_000): Promise<string> {
  return new Promise((resolve) => {
    begin({ deadline: Date.now() + timeoutMs }, (error, value) => {
      if (error === null) resolve(describe(value));
      else resolve(`${status[error.code] ?? 'no code'}: ${printable(`${error.details}`, 200)}`);
    });
  });
}

function describe(value: unknown): string {
  const { description, value: id = '' } = value as { description?: string; value?: string };
  return description === undefined
    ? `order ${printable(id, 20)}`
    : `a letter of ${description.length} characters`;
}

export const addOrder = (shop: OrderManagementClient, order: Order = ORDER) =>
  endOf((options, done) => shop.addOrder(order, options, done));

export const getOrder = (shop: OrderManagementClient, value = ORDER.id) =>
  endOf((options, done) => shop.getOrder({ value }, options, done));

export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const shop = connectWithGzip(server);
  signal.addEventListener('abort', () => shop.close());
  try {
    for (const [name, call] of [
      ['AddOrder', addOrder],
      ['GetOrder', getOrder],
    ] as const) {
      const end = await call(shop);
      if (end.startsWith('UNAVAILABLE')) throw asSystemError(end);
      log(`${name}, compressed by gzip: ${end}`);
    }
  } finally {
    shop.close();
  }
}
