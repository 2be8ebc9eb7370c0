import protobuf from 'protobufjs';

/** The message as clients in the world know it, and what somebody changes in it. */
const ORDER = `
  syntax = "proto3";
  message Order {
    string id = 1;
    repeated string items = 2;
    string description = 3;
    float price = 4;
    string destination = 5;
  }`;

type Change = (proto: string) => string;

export const CHANGES: Record<string, Change> = {
  nothing: (proto) => proto,
  'a new field, number 6': (proto) =>
    proto.replace('destination = 5;', 'destination = 5;\n    string note = 6;'),
  'price is called cost': (proto) => proto.replace('float price', 'float cost'),
  'price has the number 6': (proto) => proto.replace('price = 4', 'price = 6'),
  'price is a double': (proto) => proto.replace('float price', 'double price'),
  'id and destination swap': (proto) =>
    proto.replace('id = 1', 'id = 5').replace('destination = 5', 'destination = 1'),
};

const SAMPLE = { id: '7', items: ['cup'], description: 'x', price: 6.5, destination: 'Ely' };

/** These bytes were written down on the day on which the first client was shipped. */
// #region golden
export const GOLDEN = '0a013712036375701a0178250000d0402a03456c79';
// #endregion golden

const typeOf = (proto: string) => protobuf.parse(proto).root.lookupType('Order');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** A row for each change: what a test within one program sees, and what golden bytes see. */
export function compareChanges(): string[][] {
  const old = typeOf(ORDER);
  return Object.entries(CHANGES).map(([change, make]) => {
    const type = typeOf(make(ORDER));
    const { price, ...rest } = SAMPLE;
    const sample = type.fields.cost ? { ...rest, cost: price } : SAMPLE;
    const bytes = type.encode(type.create(sample)).finish();
    const again = type.toObject(type.decode(bytes));
    const isRound = JSON.stringify(again) === JSON.stringify(type.toObject(type.create(sample)));
    return [
      change,
      isRound ? 'same' : 'differs',
      hex(bytes) === GOLDEN ? 'same' : 'differ',
      readBy(old, bytes),
    ];
  });
}

/** What a client that was shipped before makes of it. */
function readBy(old: protobuf.Type, bytes: Uint8Array): string {
  const { id, price, destination } = old.toObject(old.decode(bytes), { defaults: true });
  return `${id}, ${price}, ${destination}`;
}
