import type { ClientOptions } from '#course/lesson/define-lesson';
import { lengthFraming } from '#framing/frame';
import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import { createExchange } from '#rpc/exchange';
import type { Exchange } from '#rpc/stub';
import { connectTcp } from '#transport/tcp';
import { type Order, type Reply, type Request, TEA } from './orders.ts';
import { FIRST, type Schema } from './schema.ts';
import { inWords } from './words.ts';

/** What a client can do: each call is a frame out and a frame back. */
export interface Shop {
  put(order: Order): Promise<Order>;
  get(id: string): Promise<Order>;
}

// #region client
/** A client that knows the messages as `schema` has them. */
export function createShop(exchange: Exchange, { request, reply }: Schema): Shop {
  async function call(message: Request): Promise<Order> {
    const { order, problem } = decodeMessage(
      reply,
      await exchange(encodeMessage(request, message)),
    ) as Reply;
    if (order === undefined) throw new Error(problem);
    return order;
  }
  return {
    put: (value) => call({ call: { case: 'put', value } }),
    get: (value) => call({ call: { case: 'get', value } }),
  };
}
// #endregion client

/** The client alone has the older schema. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const connection = await connectTcp({ host, port }, signal);
  const shop = createShop(createExchange(connection, lengthFraming), FIRST);
  log(`put ${inWords(FIRST.order, await shop.put(TEA))}`);
  log(`got ${inWords(FIRST.order, await shop.get(TEA.id))}`);
  connection.end();
}
