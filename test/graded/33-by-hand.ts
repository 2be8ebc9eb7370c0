import { fail } from '#course/kit/compare/finding';
import { isGap, throwGap } from '#course/kit/compare/gap';
import { settle } from '#course/kit/watch';
import { encodeMessage, MessageDecoder } from '#framing/message';
import type { Metadata } from '#grpc/metadata';
import { ServerConnection } from '#grpc/server/server-connection';
import { resolveServerOptions, type ServerOptions } from '#grpc/server/server-options';
import { ServiceTable } from '#grpc/server/service-table';
import { readHead } from '#grpc/wire/head';
import { requestHeaders } from '#grpc/wire/request-headers';
import type { HeaderField } from '#hpack/header-field';
import { createHttp2Client, type Http2Connection } from '#http2/connection';
import type { StreamHandler } from '#http2/events';
import type { Http2Error } from '#http2/http2-error';
import type { Http2Options } from '#http2/options';
import type { Http2Stream } from '#http2/stream';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { DeadlineWheel } from '#time/deadline-wheel';
import { FakeClock } from '#time/fake-clock';
import type { Connection, ConnectionHandlers } from '#transport/connection';

/** What lesson 33's suite drives by hand: a transport, a turn of the event loop, a client. */

/** A transport of which the suite is the other end. */
export class HandTransport implements Connection {
  readonly remote = 'the suite';
  handlers!: ConnectionHandlers;
  /** What has been written: as it was then, and the very arrays. */
  readonly written: Uint8Array[] = [];
  readonly arrays: Uint8Array[] = [];
  /** What write answers. */
  accepts = true;
  flushed?: boolean;
  ended = 0;
  destroyed = 0;
  afterEnd = 0;

  start(handlers: ConnectionHandlers): void {
    this.handlers = handlers;
  }
  write(bytes: Uint8Array): boolean {
    if (this.ended + this.destroyed > 0) this.afterEnd++;
    this.written.push(bytes.slice());
    this.arrays.push(bytes);
    return this.accepts;
  }
  end(): void {
    this.ended++;
  }
  destroy(): void {
    this.destroyed++;
  }
  pause(): void {}
  resume(): void {}
}

/** A server's end of a connection on a transport, a clock and turns that are the suite's. */
export class Desk {
  readonly clock = new FakeClock();
  readonly transport = new HandTransport();
  /** What waits for the end of the turn. */
  deferred: (() => void)[] = [];
  readonly defer = (work: () => void) => {
    this.deferred.push(work);
  };
  readonly client: Http2Connection;
  #read = 0;
  /** Bytes for the server are cut into pieces of this size. */
  cut = Number.POSITIVE_INFINITY;
  /** The client reads nothing. */
  deaf = false;

  constructor(options: Http2Options = {}) {
    this.client = createHttp2Client({}, options);
  }

  /** Ends the turn: what was deferred is called, and what that defers waits for the next. */
  turn(): void {
    const work = this.deferred;
    this.deferred = [];
    for (const each of work) each();
  }

  /** What the client has to say goes to the server. */
  send(): void {
    for (let out = this.client.takeOutput(); out; out = this.client.takeOutput()) {
      for (let at = 0; at < out.length; at += this.cut) {
        // A network hands out memory of its own.
        this.transport.handlers.data(out.slice(at, Math.min(out.length, at + this.cut)));
      }
    }
  }

  /** What the server has written goes to the client. */
  receive(): void {
    while (!this.deaf && this.#read < this.transport.written.length) {
      this.client.receive(this.transport.written[this.#read++]!, 0);
    }
  }

  /** Until nothing moves, and so many milliseconds more: for whoever waits for a timer. */
  async untilStill(milliseconds = 5): Promise<void> {
    await this.still();
    for (let left = milliseconds; left > 0; left--) {
      this.clock.advance(1);
      await this.still();
    }
  }

  /** Until nothing moves, in no time. */
  async still(): Promise<void> {
    for (let rounds = 0, before = -1; before !== this.#read || this.deferred.length > 0; rounds++) {
      if (rounds > MAX_ROUNDS) fail('the connection never comes to rest', RESTLESS);
      before = this.#read;
      this.send();
      this.turn();
      await settle();
      this.receive();
    }
  }
}

/** More than any test here needs. */
const MAX_ROUNDS = 2_000;
const RESTLESS = 'Something is deferred or written again and again, although nothing has come.';

/** One call of a client, as it is on the wire. */
export class HandCall implements StreamHandler {
  readonly stream: Http2Stream;
  initial: readonly HeaderField[] | undefined;
  /** The fields that end it; also those of an answer that is nothing but its end. */
  last: readonly HeaderField[] | undefined;
  readonly messages: Uint8Array[] = [];
  error: Http2Error | undefined;
  closed = false;
  readonly #decoder = new MessageDecoder(1 << 24);

  constructor(client: Http2Connection, fields: readonly HeaderField[], endStream = false) {
    this.stream = client.open(fields, endStream, this);
  }

  send(message: Uint8Array, last = false): void {
    this.stream.sendData(encodeMessage(message), last);
  }
  /** The client's end in a frame of its own, as streaming clients send it. */
  halfClose(): void {
    this.stream.sendData(new Uint8Array(0), true);
  }

  headers(fields: readonly HeaderField[], endStream: boolean): void {
    if (endStream) this.last = fields;
    else this.initial = fields;
  }
  data(chunk: Uint8Array): void {
    this.stream.consume(chunk.length);
    for (const { payload } of this.#decoder.push(chunk)) this.messages.push(payload.slice());
  }
  trailers(fields: readonly HeaderField[]): void {
    this.last = fields;
  }
  close(error?: Http2Error): void {
    this.closed = true;
    this.error = error;
  }

  /** `0`, or `5 no such order`; `no status` while there is none. */
  get status(): string {
    if (this.last === undefined)
      return this.closed ? `no status: ${this.error?.message}` : 'no status';
    const { value } = this.last.find(({ name }) => name === 'grpc-status') ?? {};
    const text = this.last.find(({ name }) => name === 'grpc-message')?.value;
    return text ? `${value} ${decodeURIComponent(text)}` : String(value);
  }
  valuesOf(where: 'initial' | 'last', name: string): string[] {
    return (this[where] ?? []).filter((field) => field.name === name).map(({ value }) => value);
  }
  metadata(where: 'initial' | 'last'): Metadata | undefined {
    return this[where] && readHead(this[where]).metadata;
  }
}

/** Headers of a call of this method. */
export function fieldsOf(
  { path }: Pick<MethodDefinition, 'path'>,
  more: { metadata?: Metadata; timeoutMs?: number; encoding?: string } = {},
): HeaderField[] {
  return requestHeaders({ path, authority: 'localhost', scheme: 'http', ...more });
}

/** A gRPC server on a desk, without a socket: the subject's three files carry it. */
export class Office extends Desk {
  readonly services = new ServiceTable([]);
  readonly connection: ServerConnection;
  /** What handlers threw that is not a status. */
  readonly reported: unknown[] = [];
  #gap: unknown;

  constructor(setUp: (services: ServiceTable) => void, options: ServerOptions = {}) {
    super({ streamWindow: 65_535 });
    setUp(this.services);
    const onHandlerError = (error: unknown) => {
      if (isGap(error)) this.#gap ??= error;
      this.reported.push(error);
    };
    const config = resolveServerOptions({ clock: this.clock, onHandlerError, ...options }, []);
    const owner = {
      config,
      services: this.services,
      deadlines: new DeadlineWheel(this.clock),
      connectionClosed: () => {},
    };
    const peer = { address: 'the suite', secure: false } as const;
    this.connection = new ServerConnection(this.transport, peer, owner);
    const close = this.connection.close.bind(this.connection);
    // What is thrown into the connection ends it, and its text goes no further: a gap has to be seen.
    Object.assign(this.connection, {
      close: (error?: Http2Error) => {
        if (isGap(error?.cause)) this.#gap ??= error?.cause;
        close();
      },
    });
  }

  override async untilStill(milliseconds = 5): Promise<void> {
    await super.untilStill(milliseconds);
    throwGap(this.#gap);
  }

  /** The server's turns are the platform's here: they are waited for. */
  override async still(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet++) {
      const before = this.transport.written.length;
      this.send();
      await nextTurn();
      this.receive();
      if (this.transport.written.length !== before) quiet = -1;
    }
  }

  call(
    method: Pick<MethodDefinition, 'path'>,
    messages: readonly Uint8Array[] = [],
    more: Parameters<typeof fieldsOf>[1] = {},
  ): HandCall {
    const call = new HandCall(this.client, fieldsOf(method, more));
    for (const message of messages) call.send(message);
    return call;
  }
}

/**
 * A turn of the event loop, and all that is ready to run in it. Where there is no setImmediate, the
 * stack's turns are microtasks, and those are waited for already.
 */
async function nextTurn(): Promise<void> {
  await settle();
  if (typeof setImmediate !== 'function') return;
  await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
  await settle();
}
