import { Order } from '#protobuf/generated/ecommerce';

const GOODS = ['tea', 'milk', 'bread', 'eggs', 'butter', 'apples', 'honey', 'rice'];

/** Orders that differ from each other, and are the same on every run. */
export function manyOrders(count: number): Order[] {
  return Array.from({ length: count }, (_, i) =>
    Order.create({
      id: `o-${1000 + i}`,
      items: GOODS.filter((_, bit) => ((i * 37 + 11) >> bit) & 1),
      description: i % 3 === 0 ? 'ring twice' : '',
      price: (i % 40) + 0.5,
      destination: `Rue ${(i * 7) % 90}`,
    }),
  );
}
