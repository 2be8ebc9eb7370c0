import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import * as grpc from '@grpc/grpc-js';
import { SOON_MS } from '#course/kit/patience';
import { Order } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import type { Outgoing } from '#streams/send-all';
import { openService } from './grpc-js.ts';

/**
 * The other ends for lesson 11's suite: the streams of grpc-js, real ones on free ports, and ones
 * that do what the real ones do at the moment at which a test wants it. Nothing in here waits for a
 * time.
 */
export type ServerCall = grpc.ServerWritableStream<StringValue, Order>;
export type ClientCall = grpc.ClientReadableStream<Order>;

grpc.setLogVerbosity(grpc.logVerbosity.NONE);

const service = {
  SearchOrders: {
    path: '/ecommerce.OrderManagement/SearchOrders',
    requestStream: false,
    responseStream: true,
    requestSerialize: (request: StringValue) => Buffer.from(StringValue.encode(request)),
    requestDeserialize: (bytes: Uint8Array) => StringValue.decode(bytes),
    responseSerialize: (order: Order) => Buffer.from(Order.encode(order)),
    responseDeserialize: (bytes: Uint8Array) => Order.decode(bytes),
  },
} as const;

/** A server of grpc-js with this handler; the returned function begins a call. */
export async function openShop(handler: (call: ServerCall) => void) {
  const client = await openService('ecommerce.OrderManagement', service, { SearchOrders: handler });
  const { path, requestSerialize, responseDeserialize } = service.SearchOrders;
  return (value = ''): ClientCall =>
    client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      { value },
      { deadline: Date.now() + SOON_MS },
    );
}

/** grpc-js's end of the server's stream, in the hands of a test. */
export class FakeOutgoing<T> extends EventEmitter {
  cancelled = false;
  readonly written: T[] = [];
  /** How many more messages it takes before it says that enough waits. */
  room: number;
  /** Messages that were written when nobody listened any more. */
  late = 0;

  constructor(room = Number.POSITIVE_INFINITY) {
    super();
    this.room = room;
  }

  write(message: T): boolean {
    if (this.cancelled) this.late++;
    else this.written.push(message);
    this.room--;
    return this.room > 0;
  }

  /** Room for so many more. */
  drain(room: number): void {
    this.room = room;
    this.emit('drain');
  }

  /** The caller has left: as grpc-js says it. */
  leave(): void {
    this.cancelled = true;
    this.emit('cancelled', 'cancelled');
    this.emit('close');
  }

  /** How many listeners hang on it. */
  get listeners_(): number {
    return this.eventNames().reduce((sum, name) => sum + this.listenerCount(name), 0);
  }

  get asCall(): Outgoing<T> {
    return this as unknown as Outgoing<T>;
  }
}

/**
 * grpc-js's end of the client's stream, in the hands of a test. It does what `makeServerStreamRequest`
 * of its client.js does: a message for each read, and at the end null, 'error' and 'status', at once.
 */
export class FakeIncoming<T> extends Readable {
  readonly #coming: T[] = [];
  #reads = 0;
  #over = false;
  /** How many messages have been pulled out of the connection. */
  pulled = 0;
  cancels = 0;
  /** An error came, and nobody listened: Node would end the process. */
  unheard: unknown;

  constructor() {
    super({ objectMode: true });
  }

  override _read(): void {
    this.#reads++;
    this.#give();
  }

  /** Messages come over the connection. */
  send(...messages: T[]): void {
    this.#coming.push(...messages);
    this.#give();
  }

  /** The status comes. */
  finish(code = grpc.status.OK, details = '', metadata = new grpc.Metadata()): void {
    if (this.#over) return;
    this.#over = true;
    this.push(null);
    if (code !== grpc.status.OK) {
      const error = new Error(`${code} ${grpc.status[code]}: ${details}`);
      Object.assign(error, { code, details, metadata });
      if (this.listenerCount('error') === 0) this.unheard = error;
      else this.emit('error', error);
    }
    this.emit('status', { code, details, metadata });
  }

  cancel(): void {
    this.cancels++;
    process.nextTick(() => this.finish(grpc.status.CANCELLED, 'Cancelled on client'));
  }

  #give(): void {
    while (this.#reads > 0 && this.#coming.length > 0 && !this.#over) {
      this.#reads--;
      this.pulled++;
      this.push(this.#coming.shift());
    }
  }

  get asCall(): grpc.ClientReadableStream<T> {
    return this as unknown as grpc.ClientReadableStream<T>;
  }
}

/** Lets everything happen that waits for no network: promises, ticks and immediates. */
export async function aFewTurns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
}
