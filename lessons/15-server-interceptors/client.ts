import { Metadata, type StatusObject, status } from '@grpc/grpc-js';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { connect } from '../shop/connect.ts';
import { ORDERS } from '../shop/orders.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { CORRELATION_ID } from './layers.ts';

export const ADA = 'Bearer tea-4711';

/** A method of each kind. */
export const METHODS = ['GetOrder', 'SearchOrders', 'UpdateOrders', 'ProcessOrders'] as const;
export type Method = (typeof METHODS)[number];

/** What became of a call. */
export interface Outcome {
  /** `OK`, or the name of the code and the text. */
  text: string;
  code: number;
  /** Messages that came. */
  messages: number;
  /** The correlation id, if the trailers had one. */
  id: string | undefined;
}

export interface Asked {
  token?: string;
  /** An order's id for GetOrder, what to look for for SearchOrders. */
  value?: string;
  timeoutMs?: number;
}

/** Makes a call of any kind, and tells how it ended. Never rejects. */
export function call(
  shop: OrderManagementClient,
  method: Method,
  { token, value = method === 'GetOrder' ? '101' : 'spoon', timeoutMs = 5_000 }: Asked = {},
): Promise<Outcome> {
  const metadata = new Metadata();
  if (token !== undefined) metadata.set('authorization', token);
  const options = { deadline: Date.now() + timeoutMs };
  let messages = 0;
  // How a call ended comes as its status; the callback's error says the same.
  const done = (_error: unknown, message?: unknown) => {
    if (message !== undefined) messages++;
  };
  const begin = {
    GetOrder: () => shop.getOrder({ value }, metadata, options, done),
    SearchOrders: () => shop.searchOrders({ value }, metadata, options),
    UpdateOrders: () => shop.updateOrders(metadata, options, done),
    ProcessOrders: () => shop.processOrders(metadata, options),
  }[method]();
  begin.on('data', () => messages++);
  begin.on('error', () => {});
  const requests = ORDERS.slice(0, 2);
  if (method === 'UpdateOrders') sendAll(begin, requests);
  if (method === 'ProcessOrders')
    sendAll(
      begin,
      requests.map(({ id }) => ({ value: id })),
    );
  return new Promise((resolve) => {
    begin.on('status', ({ code, details, metadata: trailers }: StatusObject) => {
      const text =
        code === status.OK ? 'OK' : `${status[code]}: ${details.replace(/ after .*/, '')}`;
      const [id] = trailers.get(CORRELATION_ID);
      resolve({ text, code, messages, id: id?.toString() });
    });
  });
}

function sendAll(stream: object, messages: readonly unknown[]): void {
  const writable = stream as { write(message: unknown): void; end(): void };
  for (const message of messages) writable.write(message);
  writable.end();
}

// #region client
/** A call of each kind with a token, two without, and one that meets a bug. */
export async function runClient({ log, signal, ...server }: ClientOptions): Promise<void> {
  const shop = connect(server);
  signal.addEventListener('abort', () => shop.close());
  const tell = async (method: Method, asked: Asked) => {
    const { text, code, messages, id } = await call(shop, method, asked);
    if (code === status.UNAVAILABLE) throw asSystemError(text);
    log(`${method}: ${text}, ${messages} received (${id ?? 'no id'})`);
  };
  try {
    for (const method of METHODS) await tell(method, { token: ADA });
    log('and without a token:');
    for (const method of METHODS) await tell(method, {});
    log('and with a bug in the shop:');
    await tell('GetOrder', { token: ADA, value: 'bug' });
  } finally {
    shop.close();
  }
}
// #endregion client
