import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { startRpcServer } from '#course/lesson/start-rpc-server';
import { lengthFraming } from '#framing/frame';
import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import type { Order, Reply, Request } from './orders.ts';
import { FIRST, type Schema, SECOND } from './schema.ts';
import { inWords } from './words.ts';

/** More orders than this, and a client that invents ids could take all the memory. */
const MAX_ORDERS = 1_000;

/** The server alone has the newer schema. */
export function startServer(options: ServerOptions): Promise<RunningServer> {
  return startShop(options, SECOND);
}

// #region shop
/** Keeps orders. What it knows of them is in its schema; what it does not know, it keeps too. */
export function startShop(
  options: ServerOptions,
  { request, reply, order }: Schema = FIRST,
): Promise<RunningServer> {
  const orders = new Map<string, Order>();

  function answer({ call }: Request): Reply {
    if (call?.case === 'put') {
      if (orders.size >= MAX_ORDERS) return { problem: 'there are too many orders' };
      orders.set(call.value.id, call.value);
      options.log(`put ${inWords(order, call.value)}`);
    }
    const id = call?.case === 'put' ? call.value.id : call?.value;
    const found = orders.get(id ?? '');
    return found ? { order: found, problem: '' } : { problem: `there is no order ${id}` };
  }

  return startRpcServer(
    options,
    async (bytes) => {
      try {
        return encodeMessage(reply, answer(decodeMessage(request, bytes)));
      } catch (error) {
        // The frame was whole, only the message in it is not: the connection can go on.
        options.log(`cannot read ${bytes.length} bytes: ${(error as Error).message}`);
        return encodeMessage(reply, { problem: 'the request cannot be read' });
      }
    },
    { framing: lengthFraming },
  );
}
// #endregion shop
