import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import * as grpc from '@grpc/grpc-js';
import { SOON_MS } from '#course/kit/patience';
import { Order } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import type { Incoming } from '#uploads/incoming';
import type { Outgoing } from '#uploads/upload';
import { openService } from './grpc-js.ts';

/**
 * The other ends for lesson 12's suite: grpc-js, on free ports, and streams that do what grpc-js's do
 * at the moment at which a test wants it. Nothing in here waits for a time.
 */
export type ServerCall = grpc.ServerReadableStream<Order, StringValue>;
export type Answer = grpc.sendUnaryData<StringValue>;
export type Done = grpc.requestCallback<StringValue>;

grpc.setLogVerbosity(grpc.logVerbosity.NONE);

const service = {
  UpdateOrders: {
    path: '/ecommerce.OrderManagement/UpdateOrders',
    requestStream: true,
    responseStream: false,
    requestSerialize: (order: Order) => Buffer.from(Order.encode(order)),
    requestDeserialize: (bytes: Uint8Array) => Order.decode(bytes),
    responseSerialize: (reply: StringValue) => Buffer.from(StringValue.encode(reply)),
    responseDeserialize: (bytes: Uint8Array) => StringValue.decode(bytes),
  },
} as const;

/** A server of grpc-js with this handler; the returned function begins an upload. */
export async function openShop(handler: (call: ServerCall, answer: Answer) => void) {
  const client = await openService('ecommerce.OrderManagement', service, { UpdateOrders: handler });
  const { path, requestSerialize, responseDeserialize } = service.UpdateOrders;
  return (done: Done, announced?: string): grpc.ClientWritableStream<Order> => {
    const metadata = new grpc.Metadata();
    if (announced !== undefined) metadata.set('order-count', announced);
    return client.makeClientStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      metadata,
      { deadline: Date.now() + SOON_MS },
      done,
    );
  };
}

/** grpc-js's end of the server's stream, in the hands of a test. */
export class FakeIncoming<T> extends Readable {
  readonly #coming: (T | null)[] = [];
  #reads = 0;
  cancelled = false;
  readonly metadata = new grpc.Metadata();
  /** How many messages have been pulled out of the connection. */
  pulled = 0;

  /** @param announced what the client has said about how many it sends */
  constructor(announced?: string) {
    super({ objectMode: true });
    if (announced !== undefined) this.metadata.set('order-count', announced);
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

  /** The client has said that this was all: END_STREAM. */
  finish(): void {
    this.#coming.push(null);
    this.#give();
  }

  /** The client is gone: an end like any other, but for `cancelled`. */
  leaveByEnd(): void {
    this.cancelled = true;
    this.emit('cancelled', 'cancelled');
    this.finish();
  }

  /** Its deadline has passed, or the connection was reset: the stream breaks. */
  leaveByDeath(): void {
    this.#gone();
  }

  #gone(): void {
    this.cancelled = true;
    this.emit('cancelled', 'cancelled');
    this.destroy();
  }

  #give(): void {
    while (this.#reads > 0 && this.#coming.length > 0) {
      this.#reads--;
      const message = this.#coming.shift()!;
      if (message !== null) this.pulled++;
      this.push(message);
    }
  }

  get asCall(): Incoming<T> {
    return this as unknown as Incoming<T>;
  }
}

/** grpc-js's end of the client's stream, in the hands of a test. */
export class FakeOutgoing<T> extends EventEmitter {
  readonly written: T[] = [];
  room: number;
  ends = 0;
  cancels = 0;
  /** Messages that were written behind the answer or behind the end. */
  late = 0;
  #over = false;

  constructor(room = Number.POSITIVE_INFINITY) {
    super();
    this.room = room;
  }

  write(message: T): boolean {
    if (this.#over || this.ends > 0) this.late++;
    else this.written.push(message);
    this.room--;
    return this.room > 0;
  }

  end(): void {
    this.ends++;
  }

  cancel(): void {
    this.cancels++;
  }

  drain(room: number): void {
    this.room = room;
    this.emit('drain');
  }

  /** The answer is there: what is written from now on goes nowhere, and drain never comes. */
  over(): void {
    this.#over = true;
  }

  get hanging(): number {
    return this.eventNames().reduce((sum, name) => sum + this.listenerCount(name), 0);
  }

  get asCall(): Outgoing<T> {
    return this as unknown as Outgoing<T>;
  }
}

/** Lets everything happen that waits for no network: promises, ticks and immediates. */
export async function aFewTurns(): Promise<void> {
  for (let turn = 0; turn < 15; turn++) await new Promise((resolve) => setImmediate(resolve));
}
