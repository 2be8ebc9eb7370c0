import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';
import { encodeTag } from '#protobuf/wire/tag';
import { encodeVarint32 } from '#protobuf/wire/varint';
import { WireType } from '#protobuf/wire/wire-type';
import type { Order } from './orders.ts';

// #region order
/** An order of the first schema: every field as its tag and its value. */
export function orderByHand(order: Order): Uint8Array[] {
  return [
    text(1, order.id),
    ...order.items.map((item) => text(2, item)),
    text(3, order.description ?? ''),
    float(4, order.price),
    text(5, order.destination),
  ];
}

/** A text is a length and then its characters in UTF-8. Nothing, if it is empty. */
function text(number: number, value: string): Uint8Array {
  if (value === '') return new Uint8Array(0);
  const bytes = encodeUtf8(value);
  return concat([encodeTag(number, WireType.LEN), encodeVarint32(bytes.length), bytes]);
}

function float(number: number, value: number): Uint8Array {
  if (value === 0) return new Uint8Array(0);
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return concat([encodeTag(number, WireType.I32), bytes]);
}
// #endregion order
