import { test } from 'vitest';
import { check } from '#course/kit/compare/finding';
import { expectSame } from '#course/kit/compare/same';
import { task } from '#course/kit/task';
import { settle } from '#course/kit/watch';
import { encodeMessage } from '#framing/message';
import type { Compression } from '#grpc/compression/compression';
import { GrpcError } from '#grpc/grpc-error';
import { InflationLimit } from '#grpc/inflation-limit';
import { Metadata } from '#grpc/metadata';
import { beginCall, type CallPlace } from '#grpc/server/calls/begin-call';
import type { ServerCall } from '#grpc/server/server-call';
import { resolveServerOptions } from '#grpc/server/server-options';
import { ServiceTable } from '#grpc/server/service-table';
import { Status } from '#grpc/status';
import type { HeaderField } from '#hpack/header-field';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Server, type Http2Connection } from '#http2/connection';
import type { StreamHandler } from '#http2/events';
import { HANDSHAKE_TIMEOUT_MS, LINGER_MS, TURN_MS } from '#http2/limits/limits';
import type { Http2Stream } from '#http2/stream';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { GreeterDefinition, HelloRequest } from '#protobuf/generated/hello';
import { DeadlineWheel } from '#time/deadline-wheel';
import {
  EchoStatus,
  ResponseParameters,
  SimpleRequest,
  SimpleResponse,
  StreamingInputCallRequest,
  StreamingInputCallResponse,
  StreamingOutputCallRequest,
  StreamingOutputCallResponse,
  TestServiceDefinition,
  UnimplementedServiceDefinition,
} from '../judges/interop/generated/grpc/testing/test.ts';
import { testService } from '../judges/interop/test-service.ts';
import { Desk, fieldsOf, HandCall, type HandTransport, Office } from './33-by-hand.ts';
import { strangers } from './33-your-own-grpc.node.ts';

/*
 * The suite is the network: it holds the other end of the transport, turns the event loop and the
 * clock by hand, and counts. The last tests of task 4 have grpc-js at the other end.
 */

const REQUEST: HeaderField[] = [
  { name: ':method', value: 'POST' },
  { name: ':scheme', value: 'http' },
  { name: ':path', value: '/' },
  { name: ':authority', value: 'localhost' },
];
const OK: HeaderField[] = [{ name: ':status', value: '200' }];

interface Answers {
  /** A request has come: its number, from 1. */
  request?(stream: Http2Stream, number: number): void;
  closed?(error?: Error): void;
  connectionClosed?(error?: Error): void;
}

/** An HTTP/2 server behind the subject's attachHttp2. */
function openDesk({ request, closed, connectionClosed }: Answers = {}, lingerMs?: number) {
  const desk = new Desk({ streamWindow: 1 << 22, connectionWindow: 1 << 22 });
  let count = 0;
  const server = createHttp2Server({
    stream(stream) {
      request?.(stream, ++count);
      return { close: (error) => closed?.(error) };
    },
    close: (error) => connectionClosed?.(error),
  });
  const { clock, defer, transport } = desk;
  attachHttp2(server, transport, { clock, defer, ...(lingerMs !== undefined && { lingerMs }) });
  return { desk, server, transport, count: () => count };
}

function answer(stream: Http2Stream, body = new Uint8Array(0)): void {
  stream.sendHeaders(OK);
  stream.sendData(body, true);
}

const bodyOf = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);
const sizeOf = (chunks: readonly Uint8Array[]) =>
  chunks.reduce((sum, { length }) => sum + length, 0);

/** A client's stream that keeps what comes. */
class Heard implements StreamHandler {
  readonly chunks: Uint8Array[] = [];
  status: string | undefined;
  ended = false;
  error: Error | undefined;
  readonly #stream: Http2Stream;

  constructor(client: Http2Connection, endStream = true) {
    this.#stream = client.open(REQUEST, endStream, this);
  }
  headers(fields: readonly HeaderField[]): void {
    this.status = fields[0]?.value;
  }
  data(chunk: Uint8Array, endStream: boolean): void {
    this.chunks.push(chunk.slice());
    this.#stream.consume(chunk.length);
    this.ended ||= endStream;
  }
  close(error?: Error): void {
    this.error = error;
  }
}

/** Both sides have said hello, and nothing is under way. */
async function afterHello(answers: Answers = {}, lingerMs?: number) {
  const opened = openDesk(answers, lingerMs);
  await opened.desk.untilStill();
  return opened;
}

// ---- task 1

/** So many that a connection which is late stops between two of them. */
const FRAMES = 40;

const NOT_READ = 'What the transport brings has to reach http2.receive.';
const LOST_REST =
  'receive may stop in the middle and return what is left; #receive returns that, or it is lost.';
/** The transport was ended, once. */
function expectEnded(what: string, { ended }: HandTransport): void {
  const cause =
    ended > 1
      ? 'The transport is ended once: this.#ended remembers it.'
      : 'When the connection is closed and all is written, #flush ends the transport.';
  expectSame(what, ended, 1, cause);
}
const FULL = 'write said false: nothing more until drain.';

task(1, () => {
  test('a request comes in, and its answer goes out', async () => {
    const { desk, count } = await afterHello({ request: (stream) => answer(stream, bodyOf(10)) });
    const heard = new Heard(desk.client);
    await desk.untilStill();
    expectSame('requests that the server has heard', count(), 1, NOT_READ);
    expectSame(
      ':status of the answer',
      heard.status,
      '200',
      'What takeOutput gives has to reach the transport’s write, in #flush; and a flush comes when this.#defer or this.#after says, which a test can turn by hand.',
    );
    expectSame(
      'bytes of the answer',
      sizeOf(heard.chunks),
      10,
      'takeOutput is asked again until it gives undefined.',
    );
    expectSame(
      'the answer has ended',
      heard.ended,
      true,
      'takeOutput is asked again until it gives undefined.',
    );
  });

  test('the same, a byte at a time', async () => {
    const { desk, count } = openDesk({ request: (stream) => answer(stream) });
    desk.cut = 1;
    const heard = [new Heard(desk.client), new Heard(desk.client)];
    await desk.untilStill();
    expectSame('requests that the server has heard', count(), 2, NOT_READ);
    expectSame(
      'answers',
      heard.map(({ status }) => status),
      ['200', '200'],
    );
  });

  test('what receive leaves comes again in the next turn', async () => {
    let advance = () => {};
    const numbers: number[] = [];
    const { desk } = await afterHello({
      request(stream, number) {
        numbers.push(number);
        answer(stream);
        advance(); // Each takes a whole turn.
      },
    });
    advance = () => desk.clock.advance(TURN_MS);
    const heard = Array.from({ length: FRAMES }, () => new Heard(desk.client));
    desk.send();
    check(
      numbers.length < FRAMES,
      'all that came was read at a stretch, although each request takes a whole turn',
      'receive gets three arguments: by late it knows when to stop.',
    );
    await desk.untilStill();
    expectSame(
      'requests that the server has heard',
      numbers,
      Array.from({ length: FRAMES }, (_, i) => i + 1),
      LOST_REST,
    );
    expectSame(
      'answers',
      heard.map(({ status }) => status),
      heard.map(() => '200'),
      LOST_REST,
    );
  });

  test('a transport that takes no more is waited for', async () => {
    const body = bodyOf(600_000);
    const { desk, transport } = await afterHello({ request: (stream) => answer(stream, body) });
    const heard = new Heard(desk.client);
    transport.accepts = false;
    await desk.untilStill();
    const before = transport.written.length;
    for (let i = 0; i < 3; i++) {
      new Heard(desk.client);
      await desk.untilStill();
    }
    expectSame(
      'writes while the transport takes no more',
      transport.written.length - before,
      0,
      FULL,
    );
    transport.handlers.drain?.();
    expectSame(
      'writes at the first drain, after which the transport is full again',
      transport.written.length - before,
      1,
      'At drain the flush comes at once, and goes on until write says false.',
    );
    transport.accepts = true;
    transport.handlers.drain?.();
    await desk.untilStill();
    expectSame(
      'bytes of the answer',
      sizeOf(heard.chunks),
      body.length,
      'write has taken the output also when it says false: nothing is taken twice, and nothing is lost.',
    );
    const joined = new Uint8Array(sizeOf(heard.chunks));
    let at = 0;
    for (const chunk of heard.chunks) {
      joined.set(chunk, at);
      at += chunk.length;
    }
    const wrong = joined.findIndex((byte, i) => byte !== body[i]);
    expectSame(
      'first wrong byte of the answer',
      wrong,
      -1,
      'Each output is written once, in order.',
    );
  });

  test('the handshake is waited for, and not for ever', async () => {
    const opened = await afterHello();
    expectSame(
      'timers that are set once both have said hello',
      opened.desk.clock.pending,
      0,
      'When the connection is ready the handshake’s timer is cancelled.',
    );
    const { desk, transport, server } = openDesk();
    await settle();
    desk.clock.advance(HANDSHAKE_TIMEOUT_MS - 1);
    desk.turn();
    expectSame('a silent client is waited for', server.closed, false);
    desk.clock.advance(1);
    for (let i = 0; i < 3; i++) {
      desk.turn();
      await settle();
      desk.clock.advance(1);
    }
    expectSame('the connection is over after the handshake’s time', server.closed, true);
    expectEnded('ends of the transport then', transport);
    transport.handlers.close?.();
    expectSame(
      'timers after close',
      desk.clock.pending,
      0,
      'close leaves no timer: neither the handshake’s nor linger’s.',
    );
  });

  test('half a hello is not a hello, and what is not HTTP/2 ends the wait', async () => {
    const half = openDesk();
    half.transport.handlers.data(new TextEncoder().encode('PRI * HTTP'));
    half.desk.clock.advance(HANDSHAKE_TIMEOUT_MS);
    expectSame(
      'the connection is over after half a hello and the handshake’s time',
      half.server.closed,
      true,
      'The handshake is over when the connection says that it is ready, and not when bytes come.',
    );
    half.transport.handlers.close?.();
    const other = openDesk();
    other.transport.handlers.data(new TextEncoder().encode('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
    other.desk.turn();
    await settle();
    other.desk.clock.advance(2);
    expectSame('a connection that is not HTTP/2 is over', other.server.closed, true);
    const { pending } = other.desk.clock;
    expectSame(
      'timers of a connection that was over before it was ready: linger alone',
      pending,
      1,
      pending > 1
        ? 'In #endTransport no handshake is waited for any more.'
        : 'When the connection is over the timer of this.#lingerMs begins, so that a peer that does not read does not hold its socket for ever.',
    );
    other.transport.handlers.close?.();
  });

  test('close before the first byte leaves no timer either', () => {
    const { desk, transport, server } = openDesk();
    transport.handlers.close?.(new Error('reset'));
    expectSame(
      'the connection is over',
      server.closed,
      true,
      'The connection hears of the close: transportClosed.',
    );
    desk.turn();
    desk.clock.advance(5);
    expectSame(
      'timers after close',
      desk.clock.pending,
      0,
      'The handshake is not waited for any more, and no linger begins: #ended is true before the connection hears of the close.',
    );
    expectSame(
      'ends after close',
      transport.ended + transport.destroyed,
      0,
      'A transport that has closed is not ended again.',
    );
  });

  test('the peer’s end: its streams fail, the last words go out, the transport ends', async () => {
    let failed = 0;
    let over = 0;
    const { desk, transport } = await afterHello({
      closed: (error) => {
        if (error) failed++;
      },
      connectionClosed: () => over++,
    });
    new Heard(desk.client, false);
    await desk.untilStill();
    transport.handlers.end?.();
    await desk.untilStill();
    expectSame(
      'streams that have failed',
      failed,
      1,
      'end is told to the connection: transportClosed, behind what still waits for its turn.',
    );
    expectSame('times that the connection heard that it is over', over, 1);
    expectEnded('ends of the transport', transport);
    expectSame('writes behind the end', transport.afterEnd, 0);
  });

  test('the peer’s end comes behind what still waits for its turn', async () => {
    let advance = () => {};
    const { desk, transport, count } = await afterHello({
      request(stream) {
        answer(stream);
        advance();
      },
    });
    advance = () => desk.clock.advance(TURN_MS);
    for (let i = 0; i < FRAMES; i++) new Heard(desk.client);
    desk.send();
    transport.handlers.end?.();
    await desk.untilStill();
    expectSame(
      'requests that the server has heard',
      count(),
      FRAMES,
      'The turns have an end of their own: this.#turns.end(then) calls then behind all that waits.',
    );
    expectEnded('ends of the transport', transport);
  });

  test('an error of the transport reaches every stream', async () => {
    const errors: (string | undefined)[] = [];
    const { desk, transport } = await afterHello({
      closed: (error) => errors.push(error?.message),
    });
    new Heard(desk.client, false);
    await desk.untilStill();
    const _before = transport.written.length;
    transport.handlers.close?.(new Error('the cable is out'));
    await desk.untilStill();
    expectSame(
      'what the stream hears',
      errors,
      ['NO_ERROR: the cable is out'],
      'close gets an error and hands it on: transportClosed(error).',
    );
    expectSame(
      'ends and destroys after it',
      [transport.ended, transport.destroyed],
      [0, 0],
      'A transport that has closed is not ended again.',
    );
    expectSame('timers after close', desk.clock.pending, 0);
  });

  test('close throws away what still waits for its turn', async () => {
    let advance = () => {};
    const { desk, transport, count } = await afterHello({
      request: () => advance(),
    });
    advance = () => desk.clock.advance(TURN_MS);
    for (let i = 0; i < FRAMES; i++) new Heard(desk.client);
    desk.send();
    const before = count();
    transport.handlers.close?.();
    await desk.untilStill();
    expectSame(
      'requests that are heard after close',
      count() - before,
      0,
      'The connection is told, and hears nothing more.',
    );
  });

  test('an error of the connection is said, and then the transport ends', async () => {
    const { desk, transport, server } = await afterHello();
    const before = transport.written.length;
    // A DATA frame on stream 0 is a connection error (RFC 9113 §6.1).
    transport.handlers.data(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0));
    await desk.untilStill();
    expectSame('the connection is over', server.closed, true, NOT_READ);
    const last = transport.written.at(-1);
    check(
      transport.written.length > before && last?.[3] === 7,
      'no GOAWAY was written',
      'The connection has last words when it is closed: they go out before the end.',
    );
    expectEnded('ends of the transport', transport);
    expectSame('writes behind the end', transport.afterEnd, 0);
  });

  test('a peer that does not read the last words is left after lingerMs', async () => {
    for (const lingerMs of [undefined, 70]) {
      const { desk, transport, server } = await afterHello(
        { request: (stream) => answer(stream, bodyOf(400_000)) },
        lingerMs,
      );
      desk.deaf = true;
      new Heard(desk.client);
      transport.accepts = false;
      await desk.untilStill();
      server.abort(0, 'over');
      await desk.untilStill(2); // For a flush that waits for a timer.
      expectSame(
        'ends of the transport while it takes nothing',
        transport.ended,
        0,
        'While the transport is blocked the last words are not written: the end waits for drain.',
      );
      desk.clock.advance((lingerMs ?? LINGER_MS) - 10);
      expectSame(
        'destroyed shortly before lingerMs',
        transport.destroyed,
        0,
        'The peer may take this.#lingerMs to read.',
      );
      desk.clock.advance(10);
      expectSame(
        'destroyed after lingerMs',
        transport.destroyed,
        1,
        'The timer of this.#lingerMs, which an option can set, begins before you look at blocked: a peer that does not read is what it is for.',
      );
      transport.handlers.close?.();
      expectSame('timers after close', desk.clock.pending, 0);
    }
  });

  test('last words that go out at drain end the transport', async () => {
    const { desk, transport, server } = await afterHello({
      request: (stream) => answer(stream, bodyOf(100_000)),
    });
    new Heard(desk.client);
    transport.accepts = false;
    await desk.untilStill();
    server.abort(0, 'over');
    await desk.untilStill(2);
    transport.accepts = true;
    transport.handlers.drain?.();
    await desk.untilStill(2);
    expectSame(
      'ends of the transport after drain',
      transport.ended,
      1,
      'After drain #flush writes what is left, and looks again whether the connection is closed.',
    );
    expectSame('the last words', transport.written.at(-1)?.includes(7), true);
    transport.handlers.drain?.();
    await desk.untilStill(2);
    expectSame(
      'ends of the transport after one more drain',
      transport.ended,
      1,
      'The transport is ended once: this.#ended remembers it.',
    );
    expectSame('destroyed so far', transport.destroyed, 0);
    desk.clock.advance(LINGER_MS);
    expectSame(
      'destroyed, as it has not closed',
      transport.destroyed,
      1,
      'One timer runs, from the end of the connection until the transport has closed: ??= sets it the first time only.',
    );
    transport.handlers.close?.();
    desk.clock.advance(LINGER_MS);
    expectSame('destroyed after close', transport.destroyed, 1);
    expectSame('timers after close', desk.clock.pending, 0, 'close cancels linger.');
  });

  test('a peer that reads a little of the last words gets no more time for it', async () => {
    const { desk, transport, server } = await afterHello({
      request: (stream) => answer(stream, bodyOf(400_000)),
    });
    desk.deaf = true;
    new Heard(desk.client);
    transport.accepts = false;
    await desk.untilStill();
    server.abort(0, 'over');
    await desk.untilStill(2);
    desk.clock.advance(LINGER_MS - 10);
    transport.handlers.drain?.();
    desk.clock.advance(10);
    expectSame(
      'destroyed lingerMs after the connection was over, with a drain in between',
      transport.destroyed,
      1,
      'The timer runs from the end of the connection, and no drain begins it anew: ??= sets it the first time only.',
    );
    transport.handlers.close?.();
    expectSame('timers after close', desk.clock.pending, 0);
  });

  test('many flushes of a connection that is over set one timer', async () => {
    const { desk, transport, server } = await afterHello();
    server.abort(0, 'over');
    for (let i = 0; i < 5; i++) {
      await desk.untilStill(1);
      transport.handlers.drain?.();
    }
    expectSame(
      'timers',
      desk.clock.pending,
      1,
      'One timer for the end: ??= sets it the first time only.',
    );
    expectSame('ends of the transport', transport.ended, 1);
    transport.handlers.close?.();
    expectSame('timers after close', desk.clock.pending, 0);
  });
});

// ---- task 2

/** What it compresses is the same bytes, backwards. */
const squash: Compression = {
  name: 'squash',
  compress: (message) => message.toReversed(),
  decompress: (message) => message.toReversed(),
};

interface Begun {
  place: CallPlace;
  begun: number;
  ended: number;
  looked: string[];
}

/** A client opens a stream with these fields; the subject's beginCall decides. */
async function openStream(
  fields: readonly HeaderField[],
  {
    endStream = false,
    maxReceiveSize = 100,
  }: { endStream?: boolean; maxReceiveSize?: number } = {},
) {
  const desk = new Desk();
  const services = new ServiceTable([]);
  services.add(GreeterDefinition, { sayHello: () => ({ message: 'never' }) });
  services.add(OrderManagementDefinition, {});
  const config = resolveServerOptions(
    { clock: desk.clock, compressions: [squash], maxReceiveSize },
    [],
  );
  const seen: Begun = { begun: 0, ended: 0, looked: [] } as never;
  const returned: { handler?: StreamHandler; thrown?: unknown } = {};
  const log: string[] = [];
  const { get, explain } = services;
  Object.assign(services, {
    get(path: string) {
      seen.looked.push(path);
      return get.call(services, path);
    },
    explain: (path: string) => explain.call(services, path),
  });
  const http2: Http2Connection = createHttp2Server({
    stream(stream, received, ended) {
      try {
        returned.handler = beginCall(seen.place, stream, received, ended);
      } catch (error) {
        returned.thrown = error;
        throw error;
      }
      return returned.handler;
    },
  });
  const place: CallPlace = {
    config,
    services,
    http2,
    inflation: new InflationLimit(desk.clock),
    deadlines: new DeadlineWheel(desk.clock),
    peer: { address: 'the suite', secure: false },
    shuttingDown: false,
    shutdownListeners: new Set(),
    callBegins() {
      seen.begun++;
      log.push('begins');
    },
    callEnded() {
      seen.ended++;
      log.push('ended');
    },
  };
  seen.place = place;
  // Driven here, and not by attachHttp2: this task is about what happens on a stream.
  const call = new HandCall(desk.client, fields, endStream);
  const pump = async () => {
    for (let i = 0; i < 6; i++) {
      for (let out = desk.client.takeOutput(); out; out = desk.client.takeOutput()) {
        http2.receive(out.slice(), 0);
      }
      await settle();
      for (let out = http2.takeOutput(); out; out = http2.takeOutput()) {
        desk.client.receive(out.slice(), 0);
      }
    }
    if (returned.thrown !== undefined) throw returned.thrown;
  };
  await pump();
  return { call, seen, returned, pump, desk, log, http2 };
}

const SAY_HELLO = GreeterDefinition.methods.sayHello;
const hello = HelloRequest.encode({ name: 'Ada' });
/** The same fields with one of another value, or without it. */
const withField = (name: string, value?: string) =>
  fieldsOf(SAY_HELLO).flatMap((field) =>
    field.name === name ? (value === undefined ? [] : [{ name, value }]) : [field],
  );

const NOT_COUNTED = 'A stream that is refused never was a call: nothing is begun for it.';

task(2, () => {
  test('a gRPC request for a method that is there becomes a call', async () => {
    const { call, seen, returned, pump, log } = await openStream(fieldsOf(SAY_HELLO));
    expectSame(
      'what has begun',
      [seen.begun, seen.ended],
      [1, 0],
      'callBegins is said once, when a call begins.',
    );
    expectSame(
      'answered before the request has come',
      [call.initial, call.last],
      [undefined, undefined],
      'Whoever answers now has not read the request.',
    );
    check(
      typeof returned.handler?.data === 'function',
      'what beginCall returned does not hear the rest of the stream',
      'The ServerStream is returned: HTTP/2 tells it what comes.',
    );
    call.stream.reset(8);
    await pump();
    expectSame(
      'the client cancels: what was said',
      log,
      ['begins', 'ended'],
      'The call hears of its stream’s end through the ServerStream, and start gives that to the call.',
    );
  });

  test('the client has sent all with its headers: the call hears of it', async () => {
    const { call, log } = await openStream(fieldsOf(SAY_HELLO), { endStream: true });
    expectSame(
      'status of a call without its request',
      call.status,
      '12 no request message',
      'endStream goes to both: to the ServerStream, and to start.',
    );
    expectSame(
      'what was said',
      log,
      ['begins', 'ended'],
      'callBegins comes before start: a call can end while it is started.',
    );
    expectSame(
      'the stream is over',
      [call.closed, call.error],
      [true, undefined],
      'endStream goes to the ServerStream, too: otherwise it resets a client that has sent all.',
    );
  });

  test('the client sends all later: then the ServerStream says so', async () => {
    const { call, pump } = await openStream(fieldsOf(SAY_HELLO));
    call.halfClose();
    await pump();
    expectSame(
      'status of a call without its request',
      call.status,
      '12 no request message',
      'The IncomingCall is the ServerStream’s handler.',
    );
  });

  test('limits and compressions of this place are those of the call', async () => {
    const { call, pump } = await openStream(fieldsOf(SAY_HELLO));
    call.send(new Uint8Array(101));
    await pump();
    expectSame(
      'status for 101 bytes of 100',
      call.status.slice(0, 2),
      '8 ',
      'The last two arguments of a ServerStream are the limits: ...limitsOf(place, head.encoding).',
    );
  });

  test('a message that is compressed as its headers say is taken', async () => {
    const { call, pump } = await openStream(fieldsOf(SAY_HELLO, { encoding: 'squash' }));
    call.stream.sendData(encodeMessage(squash.compress(hello), true), false);
    await pump();
    expectSame(
      'status of a call that still sends',
      call.status,
      'no status',
      'limitsOf(place, head.encoding): the ServerStream has to know how the messages are compressed.',
    );
  });

  test('what HTTP/2 brings that is not gRPC is refused', async () => {
    const cases: [string, HeaderField[], string | undefined, string][] = [
      ['content-type text/html', withField('content-type', 'text/html'), '415', '2'],
      ['no content-type', withField('content-type'), '415', '2'],
      ['GET', withField(':method', 'GET'), '405', '13'],
      ['without te', withField('te'), '200', '13'],
      [
        'content-type application/grpc+json',
        withField('content-type', 'application/grpc+json'),
        '200',
        '12',
      ],
      [
        'grpc-timeout 1 hour',
        [...fieldsOf(SAY_HELLO), { name: 'grpc-timeout', value: '1 hour' }],
        '400',
        '13',
      ],
    ];
    for (const [what, fields, http, code] of cases) {
      const { call, seen } = await openStream(fields);
      expectSame(
        `${what}: HTTP status and gRPC status`,
        [call.valuesOf('last', ':status')[0], call.status.split(' ')[0]],
        [http, code],
        'refuse(stream, refusal, endStream) answers with what refuseRequest has found.',
      );
      expectSame(
        `${what}: calls begun, paths looked up`,
        [seen.begun, seen.looked],
        [0, []],
        NOT_COUNTED,
      );
    }
  });

  test('a compression that is not there is refused, before the path is looked up', async () => {
    const { call, seen } = await openStream(
      fieldsOf({ path: '/no.Such/Thing' }, { encoding: 'zip' }),
    );
    expectSame(
      'status',
      call.status,
      "12 no decompressor for grpc-encoding 'zip'",
      'compressions.refuse(head.encoding) comes behind refuseRequest, and before the path.',
    );
    expectSame(
      'grpc-accept-encoding',
      call.valuesOf('last', 'grpc-accept-encoding'),
      ['identity,squash'],
      'The refusal has metadata, so hand it on as it is.',
    );
    expectSame('calls begun', seen.begun, 0, NOT_COUNTED);
    const both = await openStream([
      ...withField('content-type', 'text/html'),
      { name: 'grpc-encoding', value: 'zip' },
    ]);
    expectSame(
      'HTTP status of what is not gRPC at all',
      both.call.valuesOf('last', ':status'),
      ['415'],
      'What is not gRPC is refused first.',
    );
    const known = await openStream(fieldsOf(SAY_HELLO, { encoding: 'squash' }));
    expectSame('calls begun for a compression that is there', known.seen.begun, 1);
  });

  test('a path that nobody answers is UNIMPLEMENTED, and says what was meant', async () => {
    const paths: [string, string][] = [
      ['/hello.Greeter/sayHello', 'hello.Greeter has no method sayHello; did you mean SayHello?'],
      [
        '/hello.Greter/SayHello',
        'there is no service hello.Greter here; did you mean hello.Greeter?',
      ],
      ['/', '/ is not a path: /service/method is'],
    ];
    for (const [path, details] of paths) {
      const { call, seen } = await openStream(fieldsOf({ path }));
      expectSame(
        `HTTP status for ${path}`,
        call.valuesOf('last', ':status'),
        ['200'],
        'gRPC’s own refusals are HTTP status 200.',
      );
      expectSame(
        `status for ${path}`,
        call.status,
        `12 ${details}`,
        'services.explain(path) has the details.',
      );
      expectSame('calls begun', seen.begun, 0, NOT_COUNTED);
    }
  });

  test('a stream that is refused is over, whether or not the client has sent all', async () => {
    for (const endStream of [false, true]) {
      const { call, http2 } = await openStream(fieldsOf({ path: '/no.Such/Thing' }), { endStream });
      expectSame(
        `endStream ${endStream}: streams that are open`,
        http2.openStreams,
        0,
        'refuse needs endStream: it resets a stream on which more would come.',
      );
      expectSame(`endStream ${endStream}: the client’s stream is over`, call.closed, true);
    }
  });

  test('each stream is a call of its own', async () => {
    const first = await openStream(fieldsOf(SAY_HELLO));
    const second = await openStream(fieldsOf(OrderManagementDefinition.methods.getOrder));
    expectSame('calls begun', [first.seen.begun, second.seen.begun], [1, 1]);
    expectSame(
      'paths looked up',
      [first.seen.looked, second.seen.looked],
      [['/hello.Greeter/SayHello'], ['/ecommerce.OrderManagement/GetOrder']],
      'head.path is the path.',
    );
    check(
      first.returned.handler !== second.returned.handler,
      'two streams have the same handler',
      'A ServerStream is made for each.',
    );
  });
});

// ---- task 3

const { getOrder, searchOrders, updateOrders, processOrders } = OrderManagementDefinition.methods;
const id = (value: string) => getOrder.encodeRequest({ value });
const order = (value: string): Order => Order.create({ id: value });

type Handlers = Record<string, (request: never, call: ServerCall) => unknown>;

function openShop(handlers: Handlers, options = {}) {
  return new Office(
    (services) => services.add(OrderManagementDefinition, handlers as never),
    options,
  );
}

const http2Of = (office: Office) => office.connection.http2;

const idsIn = (messages: readonly Uint8Array[]) => messages.map((bytes) => Order.decode(bytes).id);

task(3, () => {
  test('a value, a promise of one and a thenable are the same answer', async () => {
    const answers: [string, () => unknown][] = [
      ['a value', () => order('7')],
      ['a promise', async () => order('7')],
      // biome-ignore lint/suspicious/noThenProperty: what some libraries give instead of a promise
      ['a thenable', () => ({ then: (done: (value: Order) => void) => done(order('7')) })],
    ];
    for (const [what, getOrderHandler] of answers) {
      const shop = openShop({ getOrder: getOrderHandler });
      const call = shop.call(getOrder);
      call.send(id('7'), true);
      await shop.untilStill();
      expectSame(
        `${what}: status`,
        call.status,
        '0',
        what === 'a value'
          ? 'An answer goes out by this.send(response), and behind it this.finished() ends the call.'
          : 'A handler need not be async: isThenable tells which it was.',
      );
      expectSame(
        `${what}: orders`,
        idsIn(call.messages),
        ['7'],
        'A handler need not be async: isThenable tells whether the answer is a promise, or like one.',
      );
    }
  });

  test('an answer that is there at once needs no promise', async () => {
    const shop = openShop({ getOrder: () => order('7') });
    const call = shop.call(getOrder);
    call.send(id('7'), true);
    shop.send();
    // Nothing has been awaited: the call is over already, and its answer waits to be written.
    const open = http2Of(shop).openStreams;
    expectSame(
      'open streams right after the request has come',
      open,
      0,
      'Look whether the answer is a promise; if it is not, call #answer at once. await makes a turn of it.',
    );
    await shop.untilStill();
    expectSame('status', call.status, '0');
  });

  test('the handler gets the request and the call, once', async () => {
    const seen: unknown[] = [];
    const shop = openShop({
      getOrder(request, call) {
        seen.push(request, call.method.path, call.metadata.get('who'));
        return order('1');
      },
    });
    const call = shop.call(getOrder, [], { metadata: new Metadata({ who: 'Ada' }) });
    call.send(id('31'), true);
    await shop.untilStill();
    expectSame(
      'what the handler got',
      seen,
      [{ value: '31' }, '/ecommerce.OrderManagement/GetOrder', 'Ada'],
      'answer gets the decoded request, and this.',
    );
  });

  test('the handler of a stream begins before the first request', async () => {
    let begun = 0;
    const shop = openShop({
      async updateOrders(requests: AsyncIterable<Order>) {
        begun++;
        let ids = '';
        for await (const each of requests) ids += each.id;
        return { value: ids };
      },
    });
    const call = shop.call(updateOrders);
    await shop.untilStill();
    expectSame(
      'handlers that have begun',
      begun,
      1,
      'this.queue is there for such a method: it is the request.',
    );
    for (const each of ['1', '2', '3']) call.send(Order.encode(order(each)));
    call.halfClose();
    await shop.untilStill();
    expectSame('status', call.status, '0');
    expectSame(
      'answers',
      call.messages.map((bytes) => updateOrders.decodeResponse(bytes)),
      [{ value: '123' }],
    );
  });

  test('a stream of answers is pumped, from any source', async () => {
    const sources: [string, () => unknown][] = [
      ['an array', () => [order('1'), order('2')]],
      ['a promise of an array', async () => [order('1'), order('2')]],
      [
        'an async generator',
        async function* () {
          yield order('1');
          yield order('2');
        },
      ],
    ];
    for (const [what, handler] of sources) {
      const shop = openShop({ searchOrders: handler });
      const call = shop.call(searchOrders);
      call.send(searchOrders.encodeRequest({ value: 'tea' }), true);
      await shop.untilStill();
      expectSame(
        `${what}: orders`,
        idsIn(call.messages),
        ['1', '2'],
        'For method.responseStream a Pump does it: new Pump(source, this), and run.',
      );
      expectSame(`${what}: status`, call.status, '0');
    }
  });

  test('both talk at once', async () => {
    const shop = openShop({
      async *processOrders(requests: AsyncIterable<{ value: string }>) {
        for await (const { value } of requests) yield { id: value, status: '', orders: [] };
      },
    });
    const call = shop.call(processOrders);
    for (const each of ['1', '2']) {
      call.send(processOrders.encodeRequest({ value: each }));
      await shop.untilStill();
      expectSame(
        `answers after ${each}`,
        call.messages.length,
        Number(each),
        'this.queue goes to the handler before the client is done.',
      );
    }
    call.halfClose();
    await shop.untilStill();
    expectSame('status', call.status, '0');
  });

  test('what a handler throws is its status, at once or later, in every kind', async () => {
    const thrown = new GrpcError(Status.NOT_FOUND, 'no tea');
    const ways: [string, typeof getOrder, () => unknown][] = [
      [
        'at once',
        getOrder,
        () => {
          throw thrown;
        },
      ],
      [
        'later',
        getOrder,
        async () => {
          throw thrown;
        },
      ],
      [
        'at once, a stream',
        searchOrders as never,
        () => {
          throw thrown;
        },
      ],
      [
        'in the middle of a stream',
        searchOrders as never,
        async function* () {
          yield order('1');
          throw thrown;
        },
      ],
    ];
    for (const [what, method, handler] of ways) {
      const name = method === getOrder ? 'getOrder' : 'searchOrders';
      const shop = openShop({ [name]: handler });
      const call = shop.call(method);
      call.send(method.encodeRequest({ value: 'x' }), true);
      await shop.untilStill();
      expectSame(
        `${what}: status`,
        call.status,
        '5 no tea',
        'Each way in which a handler can fail leads to this.#threw(error).',
      );
    }
  });

  test('what is not a status is told to us, and not to the client', async () => {
    const bug = new TypeError('x is not a function');
    for (const handler of [
      () => {
        throw bug;
      },
      async () => {
        throw bug;
      },
    ]) {
      const shop = openShop({ getOrder: handler });
      const call = shop.call(getOrder);
      call.send(id('7'), true);
      await shop.untilStill();
      expectSame('status', call.status, '2 the handler failed', '#threw makes a status of it.');
      expectSame('what the server’s owner hears', shop.reported, [bug]);
    }
  });

  test('a request that does not decode, an answer that cannot be encoded', async () => {
    const ran: string[] = [];
    const shop = openShop({
      getOrder: () => {
        ran.push('getOrder');
        return { ...order('1'), price: 'dear' };
      },
    });
    const broken = shop.call(getOrder);
    broken.send(Uint8Array.of(0x0a, 0x05, 0x41), true);
    await shop.untilStill();
    expectSame(
      'status of a broken request',
      broken.status.split(' ')[0],
      '13',
      'decodeRequest throws: it belongs inside the try.',
    );
    expectSame('handlers that ran for it', ran, []);
    const wrong = shop.call(getOrder);
    wrong.send(id('7'), true);
    await shop.untilStill();
    expectSame(
      'status of an answer that cannot be encoded',
      wrong.status,
      '2 the handler failed',
      'send throws what encode throws: it belongs inside the try of #answer.',
    );
    check(
      shop.reported.length === 1 && shop.reported[0] instanceof Error,
      'the server’s owner does not hear of the error',
      'What was caught is what #threw gets.',
    );
    const good = shop.call(getOrder);
    good.send(id('8'), true);
    await shop.untilStill();
    check(
      !good.closed || good.error === undefined,
      'the next call on the same connection failed',
      'What is thrown past run costs the whole connection.',
    );
  });

  test('no answer where a stream is expected', async () => {
    const shop = openShop({ searchOrders: () => 42 });
    const call = shop.call(searchOrders);
    call.send(searchOrders.encodeRequest({ value: 'tea' }), true);
    await shop.untilStill();
    expectSame(
      'status',
      call.status,
      '2 the handler failed',
      'new Pump throws if there is nothing to read: it belongs inside the try.',
    );
  });

  test('a deadline that has passed: the handler is not begun', async () => {
    let ran = 0;
    const shop = openShop({
      getOrder: () => {
        ran++;
        return order('1');
      },
      async updateOrders() {
        ran++;
        return { value: '' };
      },
    });
    const late = shop.call(getOrder, [], { timeoutMs: 50 });
    await shop.untilStill(3);
    shop.clock.advance(50);
    late.send(id('7'), true);
    await shop.untilStill();
    expectSame('status', late.status.split(' ')[0], '4', 'timeLeft() is 0: this.expired().');
    const zero = shop.call(updateOrders, [], { timeoutMs: 0 });
    shop.send();
    expectSame(
      'open streams right after a call with no time at all',
      http2Of(shop).openStreams,
      0,
      'timeLeft() is 0: this.expired() ends the call, and it need not wait for anything.',
    );
    await shop.untilStill();
    expectSame(
      'status of a call with no time at all',
      zero.status.split(' ')[0],
      '4',
      'timeLeft() is 0: this.expired().',
    );
    expectSame('handlers that ran', ran, 0, 'Look at the deadline before you call the handler.');
    const inTime = shop.call(getOrder, [], { timeoutMs: 50 });
    inTime.send(id('7'), true);
    await shop.untilStill();
    expectSame(
      'status of a call in time',
      [inTime.status, ran],
      ['0', 1],
      'Only 0 is over; a call without a deadline has all the time.',
    );
  });

  test('a call whose time is over takes no place', async () => {
    const shop = openShop({ getOrder: async () => order('1') }, { maxConcurrentCalls: 1 });
    for (let i = 0; i < 2; i++) {
      shop.call(getOrder, [], { timeoutMs: 0 }).send(id('7'), true);
      await shop.untilStill(3);
    }
    const call = shop.call(getOrder);
    call.send(id('7'), true);
    await shop.untilStill(3);
    expectSame(
      'status of a call behind two whose time was over, where one may be served at a time',
      call.status,
      '0',
      'hold comes behind the look at the deadline: a handler that is not begun gives no place back.',
    );
  });

  test('an answer that comes after the call has ended goes nowhere', async () => {
    let finish = (_: Order) => {};
    const shop = openShop({
      getOrder: () =>
        new Promise<Order>((resolve) => {
          finish = resolve;
        }),
      searchOrders: async function* () {},
    });
    const call = shop.call(getOrder, [], { timeoutMs: 20 });
    call.send(id('7'), true);
    await shop.untilStill(30);
    expectSame('status', call.status.split(' ')[0], '4');
    const before = shop.transport.written.length;
    finish(order('7'));
    await shop.untilStill();
    expectSame(
      'writes for the late answer',
      shop.transport.written.length - before,
      0,
      'this.status is there: the call has ended.',
    );
    expectSame('errors reported', shop.reported, [], 'this.status is there: the call has ended.');
  });

  test('a source that is not wanted any more is never opened', async () => {
    let opened = 0;
    let finish = (_: unknown) => {};
    const shop = openShop({
      searchOrders: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    const call = shop.call(searchOrders, [], { timeoutMs: 20 });
    call.send(searchOrders.encodeRequest({ value: 'tea' }), true);
    await shop.untilStill(30);
    finish({
      [Symbol.asyncIterator]() {
        opened++;
        return { next: async () => ({ done: true, value: undefined }) };
      },
    });
    await shop.untilStill();
    expectSame(
      'sources opened after the end',
      opened,
      0,
      'Look at this.status before the pump is made.',
    );
  });

  test('a client that goes away stops the source', async () => {
    let left = 0;
    const shop = openShop({
      async *searchOrders() {
        try {
          for (let i = 1; ; i++) {
            yield order(String(i));
            await new Promise((resolve) => shop.clock.setTimer(() => resolve(undefined), 1));
          }
        } finally {
          left++;
        }
      },
    });
    const call = shop.call(searchOrders);
    call.send(searchOrders.encodeRequest({ value: 'tea' }), true);
    await shop.untilStill(3);
    call.stream.reset(8);
    await shop.untilStill(10);
    expectSame(
      'sources that were told to stop',
      left,
      1,
      'The pump stands in this.#pump, where the end of the call finds it.',
    );
  });

  test('a handler’s place is given back when it does nothing any more, and not before', async () => {
    // As many calls as the server takes at once, each cancelled: the next one is refused, or runs.
    const settled: [string, string, (until: Promise<void>) => unknown, unknown][] = [
      [
        'getOrder',
        'a promise',
        async (until) => {
          await until;
          return order('1');
        },
        getOrder,
      ],
      [
        'getOrder',
        'a promise that fails',
        async (until) => {
          await until;
          throw new GrpcError(5, 'x');
        },
        getOrder,
      ],
      [
        'searchOrders',
        'a source',
        async function* (until: Promise<void>) {
          try {
            yield order('1');
            await until;
          } finally {
            await until;
          }
        },
        searchOrders,
      ],
    ];
    for (const [name, what, handler, method] of settled) {
      let finish = () => {};
      const until = new Promise<void>((resolve) => {
        finish = resolve;
      });
      let ran = 0;
      const shop = openShop(
        {
          [name]: () => {
            ran++;
            return handler(until);
          },
        },
        { maxConcurrentCalls: 2 },
      );
      await shop.untilStill(3);
      const begin = async () => {
        const call = shop.call(method as typeof getOrder);
        call.send((method as typeof getOrder).encodeRequest({ value: '7' }), true);
        await shop.untilStill(3);
        return call;
      };
      for (let i = 0; i < 2; i++) (await begin()).stream.reset(8);
      await shop.untilStill(3);
      const third = await begin();
      expectSame(
        `${what}: handlers at work, of 2 that may be, after 2 cancelled calls and one more`,
        ran,
        2,
        'hold before the handler begins; release only when it does nothing any more. Otherwise a client that cancels has more work done than one that waits.',
      );
      expectSame(`${what}: the third is refused`, third.closed, true);
      finish();
      await shop.untilStill(2);
      const fourth = await begin();
      await shop.untilStill(2);
      expectSame(
        `${what}: handlers that ran once the first two are done`,
        ran,
        3,
        'Each way in which a handler ends leads to release, also that of a call that has ended before.',
      );
      void fourth;
    }
  });

  test('a compressed request is what it was before', async () => {
    const seen: unknown[] = [];
    const shop = openShop(
      {
        getOrder(request: { value: string }) {
          seen.push(request.value);
          return order('1');
        },
      },
      { compressions: [squash] },
    );
    const call = shop.call(getOrder, [], { encoding: 'squash' });
    call.stream.sendData(encodeMessage(squash.compress(id('31')), true), true);
    await shop.untilStill();
    expectSame(
      'what the handler got, and the status',
      [seen, call.status],
      [['31'], '0'],
      'begin-call.ts hands head.encoding to limitsOf.',
    );
  });

  test('calls that go well give their place back', async () => {
    const shop = openShop({ getOrder: async () => order('1') }, { maxConcurrentCalls: 1 });
    for (let i = 1; i <= 3; i++) {
      const call = shop.call(getOrder);
      call.send(id('7'), true);
      await shop.untilStill(3);
      expectSame(
        `status of call ${i}, one at a time`,
        call.status,
        '0',
        'release comes with the answer.',
      );
    }
  });

  test('a handler that throws at once gives its place back', async () => {
    let ran = 0;
    const shop = openShop(
      {
        getOrder: () => {
          ran++;
          throw new GrpcError(5, 'x');
        },
        searchOrders: () => {
          ran++;
          return [];
        },
      },
      { maxConcurrentCalls: 1 },
    );
    for (let i = 0; i < 3; i++) {
      const call = shop.call(getOrder);
      call.send(id('7'), true);
      await shop.untilStill(3);
      const stream = shop.call(searchOrders);
      stream.send(searchOrders.encodeRequest({ value: 'x' }), true);
      await shop.untilStill(3);
      expectSame('statuses', [call.status, stream.status], ['5 x', '0']);
    }
    expectSame('handlers that ran', ran, 6);
  });
});

// ---- task 4

const T = TestServiceDefinition.methods;
const bytes = (size: number) => ({ type: 0, body: new Uint8Array(size) });
const simple = (more: object) => SimpleRequest.encode(SimpleRequest.create(more as never));
const output = (sizes: number[], size = 0, more: object = {}) =>
  StreamingOutputCallRequest.encode(
    StreamingOutputCallRequest.create({
      responseParameters: sizes.map((each) => ResponseParameters.create({ size: each })),
      payload: bytes(size),
      ...more,
    } as never),
  );
const sizesOf = (messages: readonly Uint8Array[]) =>
  messages.map((message) => StreamingOutputCallResponse.decode(message).payload?.body.length);

function openTestService(): Office {
  return new Office((services) => services.add(TestServiceDefinition, testService));
}

/** A unary call with this request, and how it ends. */
async function ask(
  office: Office,
  method: { path: string },
  request: Uint8Array,
  metadata?: Metadata,
) {
  const call = office.call(method, [], metadata && { metadata });
  call.send(request, true);
  await office.untilStill(20);
  return call;
}

const EMPTY =
  'A message of no bytes is a message: its prefix goes out. Where is a length compared with 0?';
const TRAILING =
  'What the handler put into its trailers goes out with the status. Which metadata does end take?';
const MAY_WAIT =
  'An answer that does not fit into the window waits until there is room. It is refused only if the budget is exhausted as well: which condition says so?';
const GOES_ON =
  'The source was stopped because much waits. When there is room again, drain has to tell the handler: a call that has not ended goes on, whether or not the client has sent all.';

task(4, () => {
  test('empty_unary', async () => {
    const call = await ask(openTestService(), T.emptyCall, new Uint8Array(0));
    expectSame(
      'messages of the answer',
      call.messages.map(({ length }) => length),
      [0],
      EMPTY,
    );
    expectSame('status', call.status, '0');
  });

  test('large_unary', async () => {
    const request = simple({ responseSize: 314_159, payload: bytes(271_828) });
    const call = await ask(openTestService(), T.unaryCall, request);
    expectSame('status', call.status, '0', MAY_WAIT);
    expectSame(
      'bytes of the answer',
      SimpleResponse.decode(call.messages[0]!).payload?.body.length,
      314_159,
    );
  });

  test('large_unary, over a transport that is full again and again', async () => {
    const office = openTestService();
    await office.untilStill();
    const { transport } = office;
    transport.accepts = false;
    const call = office.call(T.unaryCall);
    call.send(simple({ responseSize: 314_159, payload: bytes(271_828) }), true);
    for (let drains = 0; drains < 100 && call.last === undefined; drains++) {
      await office.untilStill(2);
      transport.handlers.drain?.();
    }
    await office.untilStill(2);
    expectSame('status', call.status, '0', 'What waits goes on at drain.');
  });

  test('client_streaming', async () => {
    const office = openTestService();
    const call = office.call(T.streamingInputCall);
    for (const size of [27_182, 8, 1_828, 45_904]) {
      call.send(
        StreamingInputCallRequest.encode({
          payload: bytes(size),
          expectCompressed: undefined,
        } as never),
      );
    }
    call.halfClose();
    await office.untilStill(20);
    expectSame('status', call.status, '0');
    expectSame(
      'sum',
      StreamingInputCallResponse.decode(call.messages[0]!).aggregatedPayloadSize,
      74_922,
    );
  });

  test('server_streaming', async () => {
    const sizes = [31_415, 9, 2_653, 58_979];
    const call = await ask(openTestService(), T.streamingOutputCall, output(sizes));
    expectSame('status', call.status, '0', MAY_WAIT);
    expectSame('sizes', sizesOf(call.messages), sizes);
  });

  test('a stream that waits, when the client has sent all, and when it still sends', async () => {
    const office = openTestService();
    const sent = await ask(office, T.streamingOutputCall, output([60_000, 60_000, 60_000]));
    const open = office.call(T.fullDuplexCall, [output([60_000, 60_000, 60_000, 60_000])]);
    await office.untilStill(20);
    expectSame('answers, and status', [sent.messages.length, sent.status], [3, '0'], GOES_ON);
    expectSame('answers while the client sends', open.messages.length, 4, GOES_ON);
  });

  test('ping_pong', async () => {
    const office = openTestService();
    const call = office.call(T.fullDuplexCall);
    const turns = [
      [27_182, 31_415],
      [8, 9],
      [1_828, 2_653],
      [45_904, 58_979],
    ] as const;
    for (const [i, [up, down]] of turns.entries()) {
      call.send(output([down], up));
      await office.untilStill(20);
      expectSame(`answers after request ${i + 1}`, call.messages.length, i + 1);
    }
    call.halfClose();
    await office.untilStill(20);
    expectSame('status', call.status, '0');
  });

  test('while the memory of a connection is exhausted, what cannot leave at once is refused', async () => {
    /** An answer of so many bytes. */
    const answerOf = (size: number) => {
      const overhead = Order.encode(Order.create({ description: 'x'.repeat(size) })).length - size;
      return Order.create({ description: 'x'.repeat(size - overhead) });
    };
    const gates = new Map<string, (value: Order) => void>();
    const shop = openShop({
      getOrder: ({ value }: { value: string }) =>
        new Promise((resolve) => gates.set(value, resolve as never)),
    });
    const calls = ['crowded', 'fits', 'does not fit'].map((name) => {
      const call = shop.call(getOrder);
      call.send(id(name), true);
      return call;
    });
    await shop.untilStill();
    const { budget } = http2Of(shop);
    while (!budget.crowded) budget.charge(1_000_000);
    gates.get('crowded')!(answerOf(100_000));
    await shop.untilStill();
    while (!budget.exhausted) budget.charge(1_000_000);
    // With its prefix of 5 bytes the first fills the window of 65,535 exactly.
    gates.get('fits')!(answerOf(65_530));
    gates.get('does not fit')!(answerOf(65_531));
    await shop.untilStill();
    expectSame(
      'statuses: only crowded; exhausted, and it fits; exhausted, and it does not',
      calls.map(({ status }) => status.split(' ')[0]),
      ['0', '0', '8'],
      'An answer is refused if the budget is exhausted and it cannot leave at once: both of them.',
    );
  });

  test('empty_stream', async () => {
    const office = openTestService();
    const call = office.call(T.fullDuplexCall);
    call.halfClose();
    await office.untilStill(20);
    expectSame('answers and status', [call.messages.length, call.status], [0, '0']);
  });

  test('cancel_after_begin, cancel_after_first_response, timeout_on_sleeping_server', async () => {
    const office = openTestService();
    const begun = office.call(T.streamingInputCall);
    const answered = office.call(T.fullDuplexCall, [output([31_415], 27_182)]);
    const slow = office.call(T.fullDuplexCall, [output([])], { timeoutMs: 20 });
    await office.untilStill(20);
    expectSame('answers before the cancel', answered.messages.length, 1);
    begun.stream.reset(8);
    answered.stream.reset(8);
    await office.untilStill(30);
    expectSame('status of the call that was too slow', slow.status.split(' ')[0], '4');
    const next = await ask(office, T.emptyCall, new Uint8Array(0));
    expectSame('status of a call after all three', next.status, '0');
    expectSame('errors reported', office.reported, []);
  });

  test('custom_metadata', async () => {
    const office = openTestService();
    const metadata = new Metadata({
      'x-grpc-test-echo-initial': 'test_initial_metadata_value',
      'x-grpc-test-echo-trailing-bin': Uint8Array.of(0xab, 0xab, 0xab),
    });
    const unary = await ask(
      office,
      T.unaryCall,
      simple({ responseSize: 1, payload: bytes(1) }),
      metadata,
    );
    const duplex = office.call(T.fullDuplexCall, [output([1], 1)], { metadata });
    duplex.halfClose();
    await office.untilStill(20);
    for (const [kind, call] of [
      ['unary', unary],
      ['duplex', duplex],
    ] as const) {
      expectSame(`${kind}: status`, call.status, '0');
      expectSame(
        `${kind}: x-grpc-test-echo-initial, in the headers`,
        call.valuesOf('initial', 'x-grpc-test-echo-initial'),
        ['test_initial_metadata_value'],
      );
      expectSame(
        `${kind}: x-grpc-test-echo-trailing-bin, in the trailers`,
        call.valuesOf('last', 'x-grpc-test-echo-trailing-bin'),
        ['q6ur'],
        TRAILING,
      );
    }
  });

  test('metadata of a call that fails', async () => {
    const office = new Office((services) =>
      services.add(GreeterDefinition, {
        sayHello(_request, call) {
          call.responseHeaders.set('first', '1');
          call.responseTrailers.set('last', '2');
          throw new GrpcError(Status.NOT_FOUND, 'nobody');
        },
      }),
    );
    const call = await ask(office, SAY_HELLO, hello);
    expectSame('status', call.status, '5 nobody');
    expectSame(
      'headers and trailers',
      [
        call.valuesOf('initial', 'first'),
        call.valuesOf('last', 'last'),
        call.valuesOf('last', 'first'),
      ],
      [['1'], ['2'], []],
      TRAILING,
    );
  });

  test('headers alone do not come again as trailers', async () => {
    const office = new Office((services) =>
      services.add(GreeterDefinition, {
        sayHello(_request, call) {
          call.responseHeaders.set('first', '1');
          throw new GrpcError(Status.NOT_FOUND, 'nobody');
        },
      }),
    );
    const call = await ask(office, SAY_HELLO, hello);
    expectSame(
      'headers, and trailers that nobody has set',
      [call.valuesOf('initial', 'first'), call.valuesOf('last', 'first')],
      [['1'], []],
      'The status goes out with the trailers, or with none: the headers have a place of their own.',
    );
  });

  test('status_code_and_message, special_status_message', async () => {
    const office = openTestService();
    for (const message of [
      'test status message',
      '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n',
    ]) {
      const responseStatus = EchoStatus.create({ code: 2, message });
      const unary = await ask(office, T.unaryCall, simple({ responseStatus }));
      expectSame('unary: status', unary.status, `2 ${message}`);
      const duplex = office.call(T.fullDuplexCall, [output([], 0, { responseStatus })]);
      await office.untilStill(20);
      expectSame('duplex: status', duplex.status, `2 ${message}`);
    }
  });

  test('unimplemented_method, unimplemented_service', async () => {
    const office = openTestService();
    const method = await ask(office, T.unimplementedCall, new Uint8Array(0));
    const service = await ask(
      office,
      UnimplementedServiceDefinition.methods.unimplementedCall,
      new Uint8Array(0),
    );
    expectSame(
      'statuses',
      [method.status.split(' ')[0], service.status.split(' ')[0]],
      ['12', '12'],
    );
  });

  test('grpc-js calls it, and is called: 14 cases each way', async () => {
    // Whatever hangs by hand hangs there as well, and takes longer.
    const call = await ask(openTestService(), T.unaryCall, simple({}));
    expectSame('status of a call by hand', call.status, '0');
    const { theyCall, weCall } = await strangers();
    expectSame(
      'cases that fail where grpc-js is the client',
      theyCall.failed,
      [],
      'The case’s name says what it sends: doc/interop-test-descriptions.md of gRPC describes each.',
    );
    expectSame('cases that fail where grpc-js is the server', weCall.failed, []);
    expectSame('cases tried', [theyCall.all, weCall.all], [14, 14]);
  });
});

// ---- task 5

const MANY = 64;
const ONE_WRITE =
  'That is too early. At once each frame is a write of its own, and a microtask waits for nobody: the end of the turn comes behind all that is ready.';
const NO_TIMER =
  'A timer makes a call wait that is alone. this.#defer calls at the end of this turn.';

task(5, () => {
  test(`the answers of ${MANY} calls of one turn leave in one write`, async () => {
    const { desk, transport } = await afterHello({
      request: (stream) => answer(stream, bodyOf(20)),
    });
    for (let round = 1; round <= 3; round++) {
      const heard = Array.from({ length: MANY }, () => new Heard(desk.client));
      const before = transport.written.length;
      desk.send();
      await settle();
      expectSame(
        `writes before the turn has ended, round ${round}`,
        transport.written.length - before,
        0,
        ONE_WRITE,
      );
      desk.turn();
      expectSame(
        `writes for ${MANY} calls, round ${round}`,
        transport.written.length - before,
        1,
        desk.clock.pending > 0 ? NO_TIMER : ONE_WRITE,
      );
      desk.receive();
      expectSame('answers', heard.filter(({ ended }) => ended).length, MANY);
      await desk.untilStill();
    }
  });

  test('answers that come a little later in the same turn, too', async () => {
    const { desk, transport } = await afterHello({
      async request(stream, number) {
        for (let i = 0; i < number % 7; i++) await undefined;
        answer(stream, bodyOf(20));
      },
    });
    for (let i = 0; i < MANY; i++) new Heard(desk.client);
    const before = transport.written.length;
    desk.send();
    await settle();
    desk.turn();
    expectSame(
      `writes for ${MANY} calls`,
      transport.written.length - before,
      1,
      'A microtask ends before the next one begins, and a turn only when all of them have: this.#defer.',
    );
  });

  test('a call that is alone waits for the end of the turn, and for nothing else', async () => {
    const { desk, transport } = await afterHello({ request: (stream) => answer(stream) });
    for (let i = 1; i <= 5; i++) {
      const heard = new Heard(desk.client);
      const before = transport.written.length;
      desk.send();
      expectSame(`timers for call ${i}`, desk.clock.pending, 0, NO_TIMER);
      expectSame(
        `deferred for call ${i}`,
        desk.deferred.length,
        1,
        'The connection announces once until all is taken: one flush is enough.',
      );
      desk.turn();
      expectSame(`writes for call ${i}`, transport.written.length - before, 1);
      desk.receive();
      expectSame(`call ${i} has its answer`, heard.ended, true);
      await desk.untilStill();
    }
  });

  test('what is announced while a flush writes is not forgotten', async () => {
    const streams: Http2Stream[] = [];
    const { desk, transport } = await afterHello({ request: (stream) => streams.push(stream) });
    const heard = [new Heard(desk.client), new Heard(desk.client)];
    await desk.untilStill();
    const write = transport.write.bind(transport);
    let again = true;
    transport.write = (output) => {
      const taken = write(output);
      if (again) {
        again = false;
        answer(streams[1]!);
      }
      return taken;
    };
    answer(streams[0]!);
    await desk.untilStill();
    expectSame(
      'answers',
      heard.map(({ ended }) => ended),
      [true, true],
      'What is announced later is flushed later.',
    );
  });

  test('while the transport is full nothing is scheduled', async () => {
    const streams: Http2Stream[] = [];
    const { desk, transport } = await afterHello({ request: (stream) => streams.push(stream) });
    const heard = Array.from({ length: 4 }, () => new Heard(desk.client));
    await desk.untilStill();
    transport.accepts = false;
    answer(streams[0]!, bodyOf(10));
    desk.turn();
    for (const stream of streams.slice(1)) answer(stream, bodyOf(10));
    expectSame(
      'deferred while the transport is full',
      desk.deferred.length,
      0,
      'drain comes, and flushes: until then there is nothing to do, unless the connection is over.',
    );
    const before = transport.written.length;
    transport.accepts = true;
    transport.handlers.drain?.();
    expectSame('writes at drain, for three calls', transport.written.length - before, 1);
    desk.receive();
    expectSame('answers', heard.filter(({ ended }) => ended).length, 4);
  });

  test('a connection that is over is flushed also while the transport is full', async () => {
    const { desk, transport, server } = await afterHello({
      request: (stream) => answer(stream, bodyOf(10)),
    });
    transport.accepts = false;
    new Heard(desk.client);
    desk.send();
    desk.turn();
    server.abort(0, 'over');
    expectSame(
      'deferred',
      desk.deferred.length,
      1,
      'Otherwise a peer that does not read holds its socket for ever.',
    );
    desk.turn();
    expectSame('timers: linger', desk.clock.pending, 1);
  });

  test('output’s memory is used again when the system has it, and never before', async () => {
    const { desk, transport } = await afterHello({
      request: (stream) => answer(stream, bodyOf(8_000)),
    });
    const buffersOf = async (flushed: boolean | undefined) => {
      transport.flushed = flushed as never;
      const from = transport.arrays.length;
      for (let i = 0; i < 40; i++) {
        new Heard(desk.client);
        desk.send();
        desk.turn();
        desk.receive();
      }
      return { arrays: transport.arrays.slice(from), copies: transport.written.slice(from) };
    };
    for (const flushed of [false, undefined]) {
      const { arrays, copies } = await buffersOf(flushed);
      const spoilt = arrays.filter((array, i) => array.some((byte, at) => byte !== copies[i]![at]));
      expectSame(
        `flushed ${flushed}: outputs that were written over before they were sent`,
        spoilt.length,
        0,
        'Only a transport that says flushed has no use for the memory any more.',
      );
    }
    const { arrays } = await buffersOf(true);
    const buffers = new Set(arrays.map(({ buffer }) => buffer));
    check(
      arrays.length === 40 && buffers.size <= 2,
      `40 writes have taken ${buffers.size} buffers`,
      'After a write that is flushed, outputWritten() gives the memory back.',
    );
  });
});
