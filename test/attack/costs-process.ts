import { ByteWriter } from '#bytes/byte-writer';
import { gzipCompression } from '#grpc/compression/gzip';
import { PackedMessage } from '#grpc/messages/payload';
import { PayloadQueue } from '#grpc/messages/payload-queue';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { HpackEncoder } from '#hpack/encoder';
import { createHttp2Server } from '#http2/connection';
import type { StreamHandler } from '#http2/events';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { Budget } from '#http2/limits/budget';
import { CALL_COST, CONNECTION_COST, headersCost, messageCost } from '#http2/limits/costs';
import { DEFAULT_LIMITS } from '#http2/limits/limits';
import type { Http2Stream } from '#http2/stream';
import { SendBuffer } from '#http2/streams/send-buffer';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import { createPipe } from '#transport/memory';
import { type Pairs, rawFrame, uint32 } from '../http2/raw-peer.ts';
import { EchoDefinition } from './echo.ts';
import { request } from './socket-peer.ts';

/**
 * Makes many of each thing that `costs.ts` has a price for, and says what one is charged and what
 * one takes, in bytes. Run by `costs.test.ts`, with a garbage collector that can be called.
 */

export interface Measured {
  name: string;
  charged: number;
  taken: number;
}

const { DATA, HEADERS, CONTINUATION, SETTINGS, PING } = FrameType;
/** What is made stays reachable until it has been measured. */
const kept: unknown[] = [];

async function held(): Promise<number> {
  // Twice, with a pause: what a finalizer lets go of in the first round is gone after the second.
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await new Promise((next) => setImmediate(next));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function measure(
  name: string,
  count: number,
  charged: number,
  make: (i: number) => unknown,
  /** Whether all that was made has come to where it stays. */
  isSettled: () => boolean = () => true,
): Promise<Measured> {
  const settle = async () => {
    do await new Promise((next) => setImmediate(next));
    while (!isSettled());
  };
  kept.length = 0;
  make(-1); // What is made once, such as the code of the functions, is not counted.
  await settle();
  const before = await held();
  for (let i = 0; i < count; i++) kept.push(make(i));
  await settle();
  return { name, charged, taken: ((await held()) - before) / count };
}

function fieldsOf(pairs: Pairs) {
  return pairs.map(([name, value]) => ({ name, value }));
}

function block(encoder: HpackEncoder, pairs: Pairs): Uint8Array {
  const out = new ByteWriter();
  encoder.encode(fieldsOf(pairs), out);
  return out.take();
}

/** A connection with all that its own limits allow: tables, half a header block, unread answers. */
function fullConnection(): unknown {
  const streams: Http2Stream[] = [];
  const handler: StreamHandler = { close() {} };
  const server = createHttp2Server({
    stream(stream) {
      streams.push(stream);
      return handler;
    },
  });
  const receive = (bytes: Uint8Array) => server.receive(bytes, 0);
  const encoder = new HpackEncoder();
  receive(CLIENT_PREFACE.slice());
  receive(rawFrame(SETTINGS, 0, 0, [0, 4, ...uint32(0x7fffffff)]));
  const path = request('/a.B/C');
  for (let i = 0, id = 1; i < 200; i++, id += 2) {
    const pairs: Pairs = [...path, [`x${i}`, '']];
    receive(rawFrame(HEADERS, Flag.END_HEADERS | Flag.END_STREAM, id, block(encoder, pairs)));
    const stream = streams.at(-1)!;
    const trailers = [{ name: `y${i}`, value: '' }];
    stream.sendHeaders([{ name: ':status', value: '200' }, ...trailers], i % 2 === 0);
    if (i % 2 === 1) stream.reset(0);
  }
  receive(rawFrame(HEADERS, Flag.END_HEADERS, 1001, block(encoder, path)));
  while (streams.at(-1)!.sendData(new Uint8Array(4000)));
  streams.at(-1)!.reset(0);
  for (let i = 0; i < 150; i++) receive(rawFrame(PING, 0, 0, new Uint8Array(8)));
  receive(rawFrame(HEADERS, 0, 1003, new Uint8Array(16_000)));
  for (let i = 1; i < DEFAULT_LIMITS.maxContinuations; i++) {
    receive(rawFrame(CONTINUATION, 0, 1003, new Uint8Array(3000)));
  }
  if (server.closed) throw new Error('the connection went over a limit');
  return server;
}

/** Calls of a server whose handlers wait for ever, with all that a handler can ask of its call. */
function calls(kind: string, more: Pairs) {
  const never = new Promise<never>(() => {});
  let made = 0;
  let waiting = 0;
  const wait = (call: ServerCall) => {
    waiting++;
    call.signal.addEventListener('abort', () => {});
    call.shutdownSignal.addEventListener('abort', () => {});
    void call.ended.then(() => {});
    call.responseHeaders.append('x', 'y');
    call.responseTrailers.append('x', 'y');
    return never;
  };
  const server = new Server({ maxConcurrentCalls: 100_000 });
  server.addService(EchoDefinition, {
    unary: (_, call) => wait(call),
    async *down(_, call) {
      yield wait(call);
    },
    async up(requests, call) {
      for await (const _ of requests) await wait(call);
      return new Uint8Array(0);
    },
    async *both(requests, call) {
      for await (const _ of requests) yield wait(call);
    },
  });
  const [near, far] = createPipe();
  server.accept(far);
  near.start({ data() {}, end() {}, close() {} });
  const encoder = new HpackEncoder();
  near.write(CLIENT_PREFACE.slice());
  near.write(rawFrame(SETTINGS, 0, 0));
  kept.push(server, near);
  let id = 1;
  const fields = request(`/attack.Echo/${kind}`, {
    'grpc-timeout': '100H',
    ...Object.fromEntries(more),
  });
  const charged = CALL_COST + headersCost(fieldsOf(fields));
  const make = () => {
    // No two calls have a field in common, so that each holds its own.
    const own = fields.map(([name, value]): [string, string] =>
      name.startsWith('x-') ? [`${name}-${id}`, `${value}-${id}`] : [name, value],
    );
    near.write(rawFrame(HEADERS, Flag.END_HEADERS, id, block(encoder, own)));
    const end = kind === 'Unary' || kind === 'Down' ? Flag.END_STREAM : 0;
    near.write(rawFrame(DATA, end, id, [0, 0, 0, 0, 1, 7]));
    id += 2;
    made++;
  };
  // A server takes what has come in turns, which are short on a busy machine.
  return { charged, make, isSettled: () => waiting === made };
}

/** What the network brought: a message is a small part of it. */
const network = new Uint8Array(65_536);

function waitingMessages(size: number, compressed: boolean, count: number): PayloadQueue {
  const queue = new PayloadQueue();
  for (let i = 0; i < count; i++) {
    const bytes = network.subarray(100, 100 + size);
    queue.push(compressed ? new PackedMessage(bytes, gzipCompression, 1000) : bytes);
  }
  return queue;
}

/** What streams could not send. The streams themselves, without it, are a part of a call's cost. */
/** Bytes that are measured at least. */
const ENOUGH = 8_000_000;

async function output(name: string, fill: (buffer: SendBuffer) => void): Promise<Measured> {
  const budget = new Budget(1e12);
  fill(new SendBuffer(budget));
  const charged = budget.used;
  // So many that what the compiler makes meanwhile, some hundred kilobytes, does not count.
  const count = Math.max(500, Math.ceil(ENOUGH / charged));
  const buffers = Array.from({ length: count }, () => new SendBuffer(budget));
  return measure(name, count, charged, (i) => fill(buffers[i] ?? new SendBuffer(budget)));
}

const many = Array.from({ length: 100 }, (_, i): [string, string] => [`x-${i}`, `${i}`]);
const results: Measured[] = [];
results.push(await measure('a connection', 20, CONNECTION_COST, fullConnection));
for (const kind of ['Unary', 'Down', 'Up', 'Both']) {
  const { charged, make, isSettled } = calls(kind, []);
  results.push(await measure(`a call of ${kind}`, 1000, charged, make, isSettled));
}
{
  const { charged, make, isSettled } = calls('Unary', many);
  results.push(await measure('a call with 100 fields', 200, charged, make, isSettled));
}
for (const [size, compressed] of [
  [0, false],
  [1, false],
  [0, true],
  [100, false],
  [511, true],
  [512, false],
  [600, true],
  [5000, false],
] as const) {
  const name = `${compressed ? 'compressed ' : ''}messages of ${size} octets, unread`;
  const count = 1000;
  const charged = count * messageCost(size);
  results.push(await measure(name, 40, charged, () => waitingMessages(size, compressed, count)));
}
results.push(
  await output('output in octets', (buffer) => {
    for (let i = 0; i < 5000; i++) buffer.addData(Uint8Array.of(1), 0, false);
  }),
  await output('output in pieces', (buffer) => {
    for (let i = 0; i < 200; i++) buffer.addData(new Uint8Array(1024), 0, false);
  }),
  await output('one octet of output', (buffer) => buffer.addData(Uint8Array.of(1), 0, false)),
  await output('trailers that wait', (buffer) => {
    buffer.addHeaders(
      many.map(([name, value], i) => ({ name: `${name}-${i}`, value: `${value}+${i}` })),
      true,
    );
  }),
);
process.send?.(results);
process.disconnect?.();
