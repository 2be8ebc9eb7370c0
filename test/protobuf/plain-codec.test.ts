import { describe, expect, it } from 'vitest';
import * as fast from '#protobuf/codec';
import { Order } from '#protobuf/generated/ecommerce';
import * as plain from '#protobuf/plain-codec';

describe('plain-codec', () => {
  it('offers what codec offers, so that it can take its place', () => {
    expect(Object.keys(plain).sort()).toEqual(Object.keys(fast).sort());
  });

  it('never calls what was generated', () => {
    const forbidden = () => {
      throw new Error('the fast path was taken');
    };
    const codec: typeof fast = plain;
    const order = Order.create({ id: 'a', items: ['b'] });
    const bytes = codec.encode(Order.descriptor, order, forbidden);
    expect(bytes).toEqual(Order.encode(order));
    expect(codec.decode(Order.descriptor, bytes, Order.create(), forbidden)).toEqual(order);
  });
});
