import { Server, type sendUnaryData, status } from '@grpc/grpc-js';
import { listen, stop } from '#hello/serve';
import { ecommerce } from '../shop/load.ts';

export interface Product {
  id: string;
  name: string;
  description: string;
  price: number;
}

/** What a catalogue does with a product: gives its id back, or throws. */
type Add = (product: Product, products: Map<string, Product>) => string;

/** The article's server, and four that are wrong. */
export const CATALOGUES: Record<string, Add> = {
  'is right': (product, products) => {
    const id = `p${products.size + 1}`;
    products.set(id, { ...product, id });
    return id;
  },
  'forgets the product': () => 'p1',
  'gives no id': (product, products) => {
    products.set('p1', product);
    return '';
  },
  'takes half the price': (product, products) => {
    products.set('p1', { ...product, id: 'p1', price: product.price / 2 });
    return 'p1';
  },
  'always fails': () => {
    throw new Error('out of memory');
  },
};

export interface Catalogue {
  port: number;
  stop(): Promise<void>;
}

/** @throws the system's error, if somebody listens at this port already */
export async function startCatalogue(add: Add, port = 0): Promise<Catalogue> {
  const products = new Map<string, Product>();
  const server = new Server();
  server.addService(ecommerce.ProductInfo.service, {
    AddProduct({ request }: { request: Product }, done: sendUnaryData<{ value: string }>) {
      try {
        done(null, { value: add(request, products) });
      } catch (error) {
        done({ code: status.INTERNAL, details: (error as Error).message });
      }
    },
    GetProduct({ request }: { request: { value: string } }, done: sendUnaryData<Product>) {
      const product = products.get(request.value);
      if (product) done(null, product);
      else done({ code: status.NOT_FOUND, details: 'no such product' });
    },
  });
  const bound = await listen(server, `127.0.0.1:${port}`);
  return { port: bound, stop: () => stop(server, { graceMs: 0 }) };
}
