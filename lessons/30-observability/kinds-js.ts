/**
 * Calls of several kinds with several ends, on a server and a client of grpc-js that OpenTelemetry
 * has patched. `node --import tsx --import ./instrument.ts kinds-js.ts`; the spans go to a collector.
 */
import {
  type CallOptions,
  Metadata,
  Server,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { listen } from '#hello/serve';
import { connect } from '../shop/connect.ts';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';

const server = new Server();
server.addService(ecommerce.OrderManagement.service, {
  GetOrder(call: ServerUnaryCall<{ value: string }, unknown>, callback: sendUnaryData<unknown>) {
    const { value } = call.request;
    if (value === '101') callback(null, ORDERS[0]!);
    else if (value === '999') callback({ code: status.NOT_FOUND, details: 'no such order' });
    // Otherwise it waits until nobody waits for it any more, and says so.
    else call.on('cancelled', () => callback({ code: status.CANCELLED, details: 'nobody waits' }));
  },
  /** Three orders; of "for ever" one, and an end when its reader has left, or none at all. */
  SearchOrders(call: ServerWritableStream<{ value: string }, unknown>) {
    const { value } = call.request;
    if (value.startsWith('for ever')) call.write(ORDERS[0]);
    if (value === 'for ever') return call.on('cancelled', () => call.end());
    if (value === 'for ever, deaf') return;
    for (const order of ORDERS.slice(0, 3)) call.write(order);
    call.end();
  },
});
const port = await listen(server, '127.0.0.1:0');
const shop = connect({ host: '127.0.0.1', port });

const get = (value: string, options: CallOptions = {}) =>
  new Promise<void>((resolve) => {
    shop.getOrder({ value }, new Metadata(), options, () => resolve());
  });
const search = (value: string, leave: boolean) =>
  new Promise<void>((resolve) => {
    const call = shop.searchOrders({ value });
    call.on('data', () => {
      if (leave) call.cancel();
    });
    call.on('error', () => {});
    call.on('status', () => resolve());
  });

// #region calls
await get('101');
await get('999');
await get('for ever', { deadline: Date.now() + 200 });
await search('cup', false);
await search('for ever', true);
await search('for ever, deaf', true);
// #endregion calls
shop.close();
server.forceShutdown();
process.send!('done');
process.once('disconnect', () => process.exit());
