import { gzipSync } from 'node:zlib';
import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';
import { Order } from '#protobuf/generated/ecommerce';
import { encodeVarint32 } from '#protobuf/wire/varint';

export interface Sizes {
  json: number;
  protobuf: number;
  jsonZipped: number;
  protobufZipped: number;
}

/** The same orders both ways: in JSON as a list, in protobuf each behind its length. */
export function sizesOf(orders: readonly Order[]): Sizes {
  const json = encodeUtf8(JSON.stringify(orders));
  const protobuf = concat(
    orders.flatMap((order) => {
      const bytes = Order.encode(order);
      return [encodeVarint32(bytes.length), bytes];
    }),
  );
  return {
    json: json.length,
    protobuf: protobuf.length,
    jsonZipped: gzipSync(json).length,
    protobufZipped: gzipSync(protobuf).length,
  };
}
