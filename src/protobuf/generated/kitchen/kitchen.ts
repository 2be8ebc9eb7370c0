// Generated from kitchen/kitchen.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';
import {
  Course,
  Dish,
  emptyDish,
  file as file_kitchen_menu,
  readDish,
  writeDish,
} from '../kitchen/menu.ts';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'kitchen/kitchen.proto',
  imports: [file_kitchen_menu],
  descriptor:
    'ChVraXRjaGVuL2tpdGNoZW4ucHJvdG8SB2tpdGNoZW4aEmtpdGNoZW4vbWVudS5wcm90byI2CgtNZW51UmVx' +
    'dWVzdBInCgZjb3Vyc2UYASABKA4yDy5raXRjaGVuLkNvdXJzZVIGY291cnNlInQKBE1lbnUSMQoGcHJpY2Vz' +
    'GAEgAygLMhkua2l0Y2hlbi5NZW51LlByaWNlc0VudHJ5UgZwcmljZXMaOQoLUHJpY2VzRW50cnkSEAoDa2V5' +
    'GAEgASgJUgNrZXkSFAoFdmFsdWUYAiABKA1SBXZhbHVlOgI4ASKbAQoFT3JkZXISJQoGZGlzaGVzGAEgAygL' +
    'Mg0ua2l0Y2hlbi5EaXNoUgZkaXNoZXMSFgoFdGFibGUYAiABKA1IAFIFdGFibGUSGgoHYWRkcmVzcxgDIAEo' +
    'CUgAUgdhZGRyZXNzEiAKCXRpcF9jZW50cxgEIAEoDUgBUgh0aXBDZW50c4gBAUIHCgVwbGFjZUIMCgpfdGlw' +
    'X2NlbnRzIlkKB1JlY2VpcHQSGQoIb3JkZXJfaWQYASABKARSB29yZGVySWQSHwoLdG90YWxfY2VudHMYAiAB' +
    'KA1SCnRvdGFsQ2VudHMSEgoEcGFpZBgDIAEoCFIEcGFpZDKiAQoHS2l0Y2hlbhIzCgdHZXRNZW51EhQua2l0' +
    'Y2hlbi5NZW51UmVxdWVzdBoNLmtpdGNoZW4uTWVudSIDkAIBEi4KClBsYWNlT3JkZXISDi5raXRjaGVuLk9y' +
    'ZGVyGhAua2l0Y2hlbi5SZWNlaXB0EjIKCldhdGNoT3JkZXISEC5raXRjaGVuLlJlY2VpcHQaEC5raXRjaGVu' +
    'LlJlY2VpcHQwAUImWiRleGFtcGxlLmNvbS9ycGMtZnJvbS1zY3JhdGNoL2tpdGNoZW5iBnByb3RvMw==',
};

export interface MenuRequest extends Message {
  /** All courses, unless one is asked for. */
  course: Course;
}

export const MenuRequest: MessageType<MenuRequest> = {
  descriptor: {
    name: 'kitchen.MenuRequest',
    fields: [
      {
        number: 1,
        name: 'course',
        type: 'enum',
        cardinality: 'implicit',
        enum: () => ({ name: 'kitchen.Course', numbers: Course }),
      },
    ],
  },
  create: (init) => create(MenuRequest.descriptor, emptyMenuRequest(), init),
  encode: (message) => encode(MenuRequest.descriptor, message, writeMenuRequest),
  decode: (bytes, limits) =>
    decode(MenuRequest.descriptor, bytes, emptyMenuRequest(), readMenuRequest, limits),
};

export function emptyMenuRequest(): MenuRequest {
  return { course: 0 };
}

export function writeMenuRequest(message: MenuRequest, writer: Writer): void {
  if (message.course != null && message.course !== 0) writer.tag(8).int32(message.course);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readMenuRequest(message: MenuRequest, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.course = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Menu extends Message {
  /** Cents, by the name of the dish. */
  prices: Map<string, number>;
}

export const Menu: MessageType<Menu> = {
  descriptor: {
    name: 'kitchen.Menu',
    fields: [{ number: 1, name: 'prices', type: 'uint32', cardinality: 'map', key: 'string' }],
  },
  create: (init) => create(Menu.descriptor, emptyMenu(), init),
  encode: (message) => encode(Menu.descriptor, message, writeMenu),
  decode: (bytes, limits) => decode(Menu.descriptor, bytes, emptyMenu(), readMenu, limits),
};

export function emptyMenu(): Menu {
  return { prices: new Map() };
}

export function writeMenu(message: Menu, writer: Writer): void {
  for (const [key, value] of message.prices ?? []) {
    const entry = writer.enter(10);
    writer.tag(10).string(key);
    writer.tag(16).uint32(value);
    writer.leave(entry);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readMenu(message: Menu, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(72);
        let key = '';
        let value: number = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 16:
              value = reader.uint32();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.prices = reader.put(message.prices, key, value);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Order extends Message {
  /** In the order in which they are wanted. */
  dishes: Dish[];
  place?: { case: 'table'; value: number } | { case: 'address'; value: string };
  /** Absent: nobody has said. Zero: no tip. */
  tipCents?: number;
}

export const Order: MessageType<Order> = {
  descriptor: {
    name: 'kitchen.Order',
    fields: [
      {
        number: 1,
        name: 'dishes',
        type: 'message',
        cardinality: 'repeated',
        message: () => Dish.descriptor,
      },
      { number: 2, name: 'table', type: 'uint32', cardinality: 'optional', oneof: 'place' },
      { number: 3, name: 'address', type: 'string', cardinality: 'optional', oneof: 'place' },
      {
        number: 4,
        name: 'tipCents',
        protoName: 'tip_cents',
        type: 'uint32',
        cardinality: 'optional',
      },
    ],
  },
  create: (init) => create(Order.descriptor, emptyOrder(), init),
  encode: (message) => encode(Order.descriptor, message, writeOrder),
  decode: (bytes, limits) => decode(Order.descriptor, bytes, emptyOrder(), readOrder, limits),
};

export function emptyOrder(): Order {
  return { dishes: [], place: undefined, tipCents: undefined };
}

export function writeOrder(message: Order, writer: Writer): void {
  for (const item of message.dishes ?? []) {
    const start = writer.enter(10);
    writeDish(item, writer);
    writer.leave(start);
  }
  if (message.place?.case === 'table') writer.tag(16).uint32(message.place.value);
  if (message.place?.case === 'address') writer.tag(26).string(message.place.value);
  if (message.tipCents != null) writer.tag(32).uint32(message.tipCents);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readOrder(message: Order, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(68);
        const part = emptyDish();
        readDish(part, reader);
        reader.leave(outer);
        reader.item(message.dishes).push(part);
        break;
      }
      case 16:
        message.place = { case: 'table', value: reader.uint32() };
        break;
      case 26:
        message.place = { case: 'address', value: reader.string() };
        break;
      case 32:
        message.tipCents = reader.uint32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Receipt extends Message {
  /** Beyond 2^53, where JavaScript's numbers have gaps. */
  orderId: bigint;
  totalCents: number;
  paid: boolean;
}

export const Receipt: MessageType<Receipt> = {
  descriptor: {
    name: 'kitchen.Receipt',
    fields: [
      {
        number: 1,
        name: 'orderId',
        protoName: 'order_id',
        type: 'uint64',
        cardinality: 'implicit',
      },
      {
        number: 2,
        name: 'totalCents',
        protoName: 'total_cents',
        type: 'uint32',
        cardinality: 'implicit',
      },
      { number: 3, name: 'paid', type: 'bool', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Receipt.descriptor, emptyReceipt(), init),
  encode: (message) => encode(Receipt.descriptor, message, writeReceipt),
  decode: (bytes, limits) => decode(Receipt.descriptor, bytes, emptyReceipt(), readReceipt, limits),
};

export function emptyReceipt(): Receipt {
  return { orderId: 0n, totalCents: 0, paid: false };
}

export function writeReceipt(message: Receipt, writer: Writer): void {
  if (message.orderId != null && message.orderId !== 0n) writer.tag(8).uint64(message.orderId);
  if (message.totalCents != null && message.totalCents !== 0)
    writer.tag(16).uint32(message.totalCents);
  if (message.paid) writer.tag(24).bool(message.paid);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readReceipt(message: Receipt, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.orderId = reader.uint64();
        break;
      case 16:
        message.totalCents = reader.uint32();
        break;
      case 24:
        message.paid = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** The kitchen of lesson 2, with a contract. */
export const KitchenDefinition = {
  name: 'kitchen.Kitchen',
  file,
  methods: {
    /** What there is, and what it costs. */
    getMenu: {
      path: '/kitchen.Kitchen/GetMenu',
      requestStream: false,
      responseStream: false,
      idempotency: 'NO_SIDE_EFFECTS',
      encodeRequest: MenuRequest.encode,
      decodeRequest: (bytes: Uint8Array) => MenuRequest.decode(bytes),
      encodeResponse: Menu.encode,
      decodeResponse: (bytes: Uint8Array) => Menu.decode(bytes),
    },
    /** Takes an order, and returns its number. */
    placeOrder: {
      path: '/kitchen.Kitchen/PlaceOrder',
      requestStream: false,
      responseStream: false,
      encodeRequest: Order.encode,
      decodeRequest: (bytes: Uint8Array) => Order.decode(bytes),
      encodeResponse: Receipt.encode,
      decodeResponse: (bytes: Uint8Array) => Receipt.decode(bytes),
    },
    /** The receipt again, each time that something has changed. */
    watchOrder: {
      path: '/kitchen.Kitchen/WatchOrder',
      requestStream: false,
      responseStream: true,
      encodeRequest: Receipt.encode,
      decodeRequest: (bytes: Uint8Array) => Receipt.decode(bytes),
      encodeResponse: Receipt.encode,
      decodeResponse: (bytes: Uint8Array) => Receipt.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `kitchen.Kitchen`. `Options` are those of a call: deadline, metadata, … */
export interface KitchenClient<Options = unknown> {
  /** What there is, and what it costs. */
  getMenu(request: MenuRequest, options?: Options): Promise<Menu>;
  /** Takes an order, and returns its number. */
  placeOrder(request: Order, options?: Options): Promise<Receipt>;
  /** The receipt again, each time that something has changed. */
  watchOrder(request: Receipt, options?: Options): AsyncIterable<Receipt>;
}

/** A server's skeleton of `kitchen.Kitchen`, to be filled in. `Context` tells of the call. */
export interface KitchenServer<Context = unknown> {
  /** What there is, and what it costs. */
  getMenu(request: MenuRequest, context: Context): Promise<Menu> | Menu;
  /** Takes an order, and returns its number. */
  placeOrder(request: Order, context: Context): Promise<Receipt> | Receipt;
  /** The receipt again, each time that something has changed. */
  watchOrder(request: Receipt, context: Context): Source<Receipt>;
}
