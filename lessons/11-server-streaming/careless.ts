import { credentials } from '@grpc/grpc-js';
import { ecommerce } from '../shop/load.ts';

/** A program of its own, for `--crash`: it reads a stream, and listens for no error. */
const shop = new ecommerce.OrderManagement(process.argv[2]!, credentials.createInsecure());
setInterval(() => console.log('(other work goes on)'), 60_000);

const call = shop.searchOrders({ value: 'all' }, { deadline: Date.now() + 5_000 });
call.on('data', ({ id }) => console.log(`order ${id}`));
call.on('end', () => console.log('the end'));
