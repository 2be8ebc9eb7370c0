// Generated from ecommerce.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';
import { file as file_google_protobuf_wrappers, StringValue } from './google/protobuf/wrappers.ts';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'ecommerce.proto',
  imports: [file_google_protobuf_wrappers],
  descriptor:
    'Cg9lY29tbWVyY2UucHJvdG8SCWVjb21tZXJjZRoeZ29vZ2xlL3Byb3RvYnVmL3dyYXBwZXJzLnByb3RvIocB' +
    'CgVPcmRlchIOCgJpZBgBIAEoCVICaWQSFAoFaXRlbXMYAiADKAlSBWl0ZW1zEiAKC2Rlc2NyaXB0aW9uGAMg' +
    'ASgJUgtkZXNjcmlwdGlvbhIUCgVwcmljZRgEIAEoAlIFcHJpY2USIAoLZGVzdGluYXRpb24YBSABKAlSC2Rl' +
    'c3RpbmF0aW9uIm0KEENvbWJpbmVkU2hpcG1lbnQSDgoCaWQYASABKAlSAmlkEhYKBnN0YXR1cxgCIAEoCVIG' +
    'c3RhdHVzEjEKC29yZGVyc19saXN0GAMgAygLMhAuZWNvbW1lcmNlLk9yZGVyUgpvcmRlcnNMaXN0ImUKB1By' +
    'b2R1Y3QSDgoCaWQYASABKAlSAmlkEhIKBG5hbWUYAiABKAlSBG5hbWUSIAoLZGVzY3JpcHRpb24YAyABKAlS' +
    'C2Rlc2NyaXB0aW9uEhQKBXByaWNlGAQgASgCUgVwcmljZSIhCglQcm9kdWN0SUQSFAoFdmFsdWUYASABKAlS' +
    'BXZhbHVlMucCCg9PcmRlck1hbmFnZW1lbnQSOgoIQWRkT3JkZXISEC5lY29tbWVyY2UuT3JkZXIaHC5nb29n' +
    'bGUucHJvdG9idWYuU3RyaW5nVmFsdWUSPwoIR2V0T3JkZXISHC5nb29nbGUucHJvdG9idWYuU3RyaW5nVmFs' +
    'dWUaEC5lY29tbWVyY2UuT3JkZXIiA5ACARJFCgxTZWFyY2hPcmRlcnMSHC5nb29nbGUucHJvdG9idWYuU3Ry' +
    'aW5nVmFsdWUaEC5lY29tbWVyY2UuT3JkZXIiA5ACATABEkAKDFVwZGF0ZU9yZGVycxIQLmVjb21tZXJjZS5P' +
    'cmRlchocLmdvb2dsZS5wcm90b2J1Zi5TdHJpbmdWYWx1ZSgBEk4KDVByb2Nlc3NPcmRlcnMSHC5nb29nbGUu' +
    'cHJvdG9idWYuU3RyaW5nVmFsdWUaGy5lY29tbWVyY2UuQ29tYmluZWRTaGlwbWVudCgBMAEyggEKC1Byb2R1' +
    'Y3RJbmZvEjYKCkFkZFByb2R1Y3QSEi5lY29tbWVyY2UuUHJvZHVjdBoULmVjb21tZXJjZS5Qcm9kdWN0SUQS' +
    'OwoKR2V0UHJvZHVjdBIULmVjb21tZXJjZS5Qcm9kdWN0SUQaEi5lY29tbWVyY2UuUHJvZHVjdCIDkAIBQiha' +
    'JmV4YW1wbGUuY29tL3JwYy1mcm9tLXNjcmF0Y2gvZWNvbW1lcmNlYgZwcm90bzM=',
};

export interface Order extends Message {
  id: string;
  items: string[];
  description: string;
  price: number;
  destination: string;
}

export const Order: MessageType<Order> = {
  descriptor: {
    name: 'ecommerce.Order',
    fields: [
      { number: 1, name: 'id', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'items', type: 'string', cardinality: 'repeated' },
      { number: 3, name: 'description', type: 'string', cardinality: 'implicit' },
      { number: 4, name: 'price', type: 'float', cardinality: 'implicit' },
      { number: 5, name: 'destination', type: 'string', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Order.descriptor, emptyOrder(), init),
  encode: (message) => encode(Order.descriptor, message, writeOrder),
  decode: (bytes, limits) => decode(Order.descriptor, bytes, emptyOrder(), readOrder, limits),
};

export function emptyOrder(): Order {
  return { id: '', items: [], description: '', price: 0, destination: '' };
}

export function writeOrder(message: Order, writer: Writer): void {
  if (message.id) writer.tag(10).string(message.id);
  for (const item of message.items ?? []) writer.tag(18).string(item);
  if (message.description) writer.tag(26).string(message.description);
  if (message.price != null && !Object.is(message.price, 0)) writer.tag(37).float(message.price);
  if (message.destination) writer.tag(42).string(message.destination);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readOrder(message: Order, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.id = reader.string();
        break;
      case 18:
        reader.item(message.items).push(reader.string());
        break;
      case 26:
        message.description = reader.string();
        break;
      case 37:
        message.price = reader.float();
        break;
      case 42:
        message.destination = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface CombinedShipment extends Message {
  id: string;
  status: string;
  ordersList: Order[];
}

export const CombinedShipment: MessageType<CombinedShipment> = {
  descriptor: {
    name: 'ecommerce.CombinedShipment',
    fields: [
      { number: 1, name: 'id', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'status', type: 'string', cardinality: 'implicit' },
      {
        number: 3,
        name: 'ordersList',
        protoName: 'orders_list',
        type: 'message',
        cardinality: 'repeated',
        message: () => Order.descriptor,
      },
    ],
  },
  create: (init) => create(CombinedShipment.descriptor, emptyCombinedShipment(), init),
  encode: (message) => encode(CombinedShipment.descriptor, message, writeCombinedShipment),
  decode: (bytes, limits) =>
    decode(
      CombinedShipment.descriptor,
      bytes,
      emptyCombinedShipment(),
      readCombinedShipment,
      limits,
    ),
};

export function emptyCombinedShipment(): CombinedShipment {
  return { id: '', status: '', ordersList: [] };
}

export function writeCombinedShipment(message: CombinedShipment, writer: Writer): void {
  if (message.id) writer.tag(10).string(message.id);
  if (message.status) writer.tag(18).string(message.status);
  for (const item of message.ordersList ?? []) {
    const start = writer.enter(26);
    writeOrder(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readCombinedShipment(message: CombinedShipment, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.id = reader.string();
        break;
      case 18:
        message.status = reader.string();
        break;
      case 26: {
        const outer = reader.enter(124);
        const part = emptyOrder();
        readOrder(part, reader);
        reader.leave(outer);
        reader.item(message.ordersList).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Product extends Message {
  id: string;
  name: string;
  description: string;
  price: number;
}

export const Product: MessageType<Product> = {
  descriptor: {
    name: 'ecommerce.Product',
    fields: [
      { number: 1, name: 'id', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'name', type: 'string', cardinality: 'implicit' },
      { number: 3, name: 'description', type: 'string', cardinality: 'implicit' },
      { number: 4, name: 'price', type: 'float', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Product.descriptor, emptyProduct(), init),
  encode: (message) => encode(Product.descriptor, message, writeProduct),
  decode: (bytes, limits) => decode(Product.descriptor, bytes, emptyProduct(), readProduct, limits),
};

export function emptyProduct(): Product {
  return { id: '', name: '', description: '', price: 0 };
}

export function writeProduct(message: Product, writer: Writer): void {
  if (message.id) writer.tag(10).string(message.id);
  if (message.name) writer.tag(18).string(message.name);
  if (message.description) writer.tag(26).string(message.description);
  if (message.price != null && !Object.is(message.price, 0)) writer.tag(37).float(message.price);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readProduct(message: Product, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.id = reader.string();
        break;
      case 18:
        message.name = reader.string();
        break;
      case 26:
        message.description = reader.string();
        break;
      case 37:
        message.price = reader.float();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ProductID extends Message {
  value: string;
}

export const ProductID: MessageType<ProductID> = {
  descriptor: {
    name: 'ecommerce.ProductID',
    fields: [{ number: 1, name: 'value', type: 'string', cardinality: 'implicit' }],
  },
  create: (init) => create(ProductID.descriptor, emptyProductID(), init),
  encode: (message) => encode(ProductID.descriptor, message, writeProductID),
  decode: (bytes, limits) =>
    decode(ProductID.descriptor, bytes, emptyProductID(), readProductID, limits),
};

export function emptyProductID(): ProductID {
  return { value: '' };
}

export function writeProductID(message: ProductID, writer: Writer): void {
  if (message.value) writer.tag(10).string(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readProductID(message: ProductID, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.value = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** Orders, in all four kinds of call. */
export const OrderManagementDefinition = {
  name: 'ecommerce.OrderManagement',
  file,
  methods: {
    /** Takes an order in, and returns its id. */
    addOrder: {
      path: '/ecommerce.OrderManagement/AddOrder',
      requestStream: false,
      responseStream: false,
      encodeRequest: Order.encode,
      decodeRequest: (bytes: Uint8Array) => Order.decode(bytes),
      encodeResponse: StringValue.encode,
      decodeResponse: (bytes: Uint8Array) => StringValue.decode(bytes),
    },
    /** The order with that id. */
    getOrder: {
      path: '/ecommerce.OrderManagement/GetOrder',
      requestStream: false,
      responseStream: false,
      idempotency: 'NO_SIDE_EFFECTS',
      encodeRequest: StringValue.encode,
      decodeRequest: (bytes: Uint8Array) => StringValue.decode(bytes),
      encodeResponse: Order.encode,
      decodeResponse: (bytes: Uint8Array) => Order.decode(bytes),
    },
    /** Every order that has an item whose name contains the text, as it is found. */
    searchOrders: {
      path: '/ecommerce.OrderManagement/SearchOrders',
      requestStream: false,
      responseStream: true,
      idempotency: 'NO_SIDE_EFFECTS',
      encodeRequest: StringValue.encode,
      decodeRequest: (bytes: Uint8Array) => StringValue.decode(bytes),
      encodeResponse: Order.encode,
      decodeResponse: (bytes: Uint8Array) => Order.decode(bytes),
    },
    /** Replaces all these orders or none: an error says that nothing has changed. */
    updateOrders: {
      path: '/ecommerce.OrderManagement/UpdateOrders',
      requestStream: true,
      responseStream: false,
      encodeRequest: Order.encode,
      decodeRequest: (bytes: Uint8Array) => Order.decode(bytes),
      encodeResponse: StringValue.encode,
      decodeResponse: (bytes: Uint8Array) => StringValue.decode(bytes),
    },
    /** Takes ids, and sends shipments: orders that go to the same place, together. */
    processOrders: {
      path: '/ecommerce.OrderManagement/ProcessOrders',
      requestStream: true,
      responseStream: true,
      encodeRequest: StringValue.encode,
      decodeRequest: (bytes: Uint8Array) => StringValue.decode(bytes),
      encodeResponse: CombinedShipment.encode,
      decodeResponse: (bytes: Uint8Array) => CombinedShipment.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `ecommerce.OrderManagement`. `Options` are those of a call: deadline, metadata, … */
export interface OrderManagementClient<Options = unknown> {
  /** Takes an order in, and returns its id. */
  addOrder(request: Order, options?: Options): Promise<StringValue>;
  /** The order with that id. */
  getOrder(request: StringValue, options?: Options): Promise<Order>;
  /** Every order that has an item whose name contains the text, as it is found. */
  searchOrders(request: StringValue, options?: Options): AsyncIterable<Order>;
  /** Replaces all these orders or none: an error says that nothing has changed. */
  updateOrders(requests: Source<Order>, options?: Options): Promise<StringValue>;
  /** Takes ids, and sends shipments: orders that go to the same place, together. */
  processOrders(requests: Source<StringValue>, options?: Options): AsyncIterable<CombinedShipment>;
}

/** A server's skeleton of `ecommerce.OrderManagement`, to be filled in. `Context` tells of the call. */
export interface OrderManagementServer<Context = unknown> {
  /** Takes an order in, and returns its id. */
  addOrder(request: Order, context: Context): Promise<StringValue> | StringValue;
  /** The order with that id. */
  getOrder(request: StringValue, context: Context): Promise<Order> | Order;
  /** Every order that has an item whose name contains the text, as it is found. */
  searchOrders(request: StringValue, context: Context): Source<Order>;
  /** Replaces all these orders or none: an error says that nothing has changed. */
  updateOrders(
    requests: AsyncIterable<Order>,
    context: Context,
  ): Promise<StringValue> | StringValue;
  /** Takes ids, and sends shipments: orders that go to the same place, together. */
  processOrders(requests: AsyncIterable<StringValue>, context: Context): Source<CombinedShipment>;
}

/** A catalogue. */
export const ProductInfoDefinition = {
  name: 'ecommerce.ProductInfo',
  file,
  methods: {
    /** Takes a product in, and returns its id. */
    addProduct: {
      path: '/ecommerce.ProductInfo/AddProduct',
      requestStream: false,
      responseStream: false,
      encodeRequest: Product.encode,
      decodeRequest: (bytes: Uint8Array) => Product.decode(bytes),
      encodeResponse: ProductID.encode,
      decodeResponse: (bytes: Uint8Array) => ProductID.decode(bytes),
    },
    /** The product with that id. */
    getProduct: {
      path: '/ecommerce.ProductInfo/GetProduct',
      requestStream: false,
      responseStream: false,
      idempotency: 'NO_SIDE_EFFECTS',
      encodeRequest: ProductID.encode,
      decodeRequest: (bytes: Uint8Array) => ProductID.decode(bytes),
      encodeResponse: Product.encode,
      decodeResponse: (bytes: Uint8Array) => Product.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `ecommerce.ProductInfo`. `Options` are those of a call: deadline, metadata, … */
export interface ProductInfoClient<Options = unknown> {
  /** Takes a product in, and returns its id. */
  addProduct(request: Product, options?: Options): Promise<ProductID>;
  /** The product with that id. */
  getProduct(request: ProductID, options?: Options): Promise<Product>;
}

/** A server's skeleton of `ecommerce.ProductInfo`, to be filled in. `Context` tells of the call. */
export interface ProductInfoServer<Context = unknown> {
  /** Takes a product in, and returns its id. */
  addProduct(request: Product, context: Context): Promise<ProductID> | ProductID;
  /** The product with that id. */
  getProduct(request: ProductID, context: Context): Promise<Product> | Product;
}
