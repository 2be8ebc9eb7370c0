/** The program of the client's image: asks for an order, prints it, and ends. */
import { DEFAULTS } from '#image/configuration';
import { lineOf } from '#image/entry-point';
import { describeOrder } from '../../shop/orders.ts';
import { getOrder } from '../get-order.ts';

const address = process.env.SHOP_ADDRESS || `127.0.0.1:${DEFAULTS.port}`;

getOrder(address, process.argv[2] ?? '101').then(
  (order) => console.log(describeOrder(order)),
  (error) => {
    console.error(lineOf(error));
    process.exitCode = 1;
  },
);
