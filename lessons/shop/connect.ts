import { credentials } from '@grpc/grpc-js';
import { ecommerce } from './load.ts';

/** A client of grpc-js for the shop at this address. */
export function connect({ host, port }: { host: string; port: number }, options = {}) {
  const address = `${host}:${port}`;
  return new ecommerce.OrderManagement(address, credentials.createInsecure(), options);
}
