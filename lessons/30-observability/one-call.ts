/**
 * A server and a client of grpc-js, and one call with a token: to be looked at from outside, with
 * `GRPC_TRACE` or `NODE_DEBUG` in its environment.
 */
import { Metadata, Server } from '@grpc/grpc-js';
import { listen } from '#hello/serve';
import { connect } from '../shop/connect.ts';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';

const server = new Server();
server.addService(ecommerce.OrderManagement.service, {
  GetOrder: (_call: unknown, callback: (error: null, order: unknown) => void) =>
    callback(null, ORDERS[0]),
});
const port = await listen(server, '127.0.0.1:0');
const shop = connect({ host: '127.0.0.1', port });
const metadata = new Metadata();
metadata.set('authorization', 'Bearer tea-and-no-sympathy');
await new Promise<void>((resolve, reject) => {
  shop.getOrder({ value: '101' }, metadata, (error) => (error ? reject(error) : resolve()));
});
shop.close();
server.forceShutdown();
