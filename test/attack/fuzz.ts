import { concat } from '#bytes/concat';
import { Channel } from '#channel/channel';
import { handshake } from '#channel/connections/handshake';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import { Status } from '#grpc/status';
import { ErrorCode, errorCodeName } from '#http2/error-code';
import { parseFrameHeader } from '#http2/frames/frame-header';
import { FrameType } from '#http2/frames/frame-type';
import { FakeClock } from '#time/fake-clock';
import type { Connection, ConnectionHandlers } from '#transport/connection';
import { createPipe } from '#transport/memory';
import { randomChunks, randomInt, seededRandom } from '../hpack/random.ts';
import { EchoDefinition } from './echo.ts';
import { framesOf, mutate } from './mutate.ts';

/**
 * Real calls are recorded, their bytes spoilt, and played to a real server and to a real client.
 * Whatever comes out must be one of the ends that the protocol knows.
 */

const PREFACE_LENGTH = 24;
const KNOWN_STATUSES = new Set<number>(Object.values(Status));
const KNOWN_CODES = new Set<number>(Object.values(ErrorCode));
const BYTES = Uint8Array.from({ length: 200 }, (_, i) => i % 7);

/** The end of a connection that the fuzzer holds in its hand. */
class Hand implements Connection {
  readonly remote = 'fuzzer';
  readonly written: Uint8Array[] = [];
  handlers: ConnectionHandlers | undefined;
  ended = false;
  start(handlers: ConnectionHandlers): void {
    this.handlers = handlers;
  }
  write(bytes: Uint8Array): boolean {
    this.written.push(bytes.slice());
    return true;
  }
  end(): void {
    this.ended = true;
  }
  destroy(): void {
    this.ended = true;
  }
  pause(): void {}
  resume(): void {}
}

const turn = () => new Promise<void>((next) => setImmediate(next));

interface Stage {
  server: Server;
  clock: FakeClock;
  /** Calls of handlers that have begun and not ended. */
  running: number;
}

function makeServer(): Stage {
  const clock = new FakeClock();
  const server = new Server({ clock, onHandlerError: () => {} });
  const stage: Stage = { server, clock, running: 0 };
  const count = (call: { ended: Promise<unknown> }) => {
    stage.running++;
    void call.ended.then(() => stage.running--);
  };
  server.addService(EchoDefinition, {
    unary(request, call) {
      count(call);
      call.responseHeaders.set('x-reply', '1');
      return request;
    },
    async *down(request, call) {
      count(call);
      for (let i = 0; i < 5; i++) yield request;
      call.responseTrailers.set('x-bin', BYTES.subarray(0, 9));
    },
    async up(requests, call) {
      count(call);
      for await (const _ of requests);
      return BYTES;
    },
    async *both(requests, call) {
      count(call);
      yield* requests;
    },
  });
  return stage;
}

/** Starts a call of each kind. @returns what became of them, in the end. */
function callAll(channel: Channel): Promise<number[]> {
  const echo = createClient(EchoDefinition, channel, {
    defaults: { timeoutMs: 60_000, metadata: new Metadata({ 'x-name': 'v', 'x-bin': BYTES }) },
  });
  const drain = async (source: AsyncIterable<unknown>) => {
    for await (const _ of source);
  };
  const calls = [
    echo.unary(BYTES, { compression: 'gzip' }),
    drain(echo.down(BYTES)),
    echo.up([BYTES, BYTES]),
    drain(echo.both([BYTES, BYTES, BYTES], { compression: 'gzip' })),
    createClient({ ...EchoDefinition, methods: NO_SUCH }, channel).unary(BYTES),
  ];
  return Promise.all(calls.map((call) => call.then(() => Status.OK, codeOf)));
}

const NO_SUCH = { unary: { ...EchoDefinition.methods.unary, path: '/no.Such/Method' } };

function codeOf(error: unknown): number {
  if (!(error instanceof GrpcError)) throw error;
  return error.code;
}

function channelOver(dial: () => Connection, clock: FakeClock): Channel {
  let dialled = false;
  const options = {
    clock,
    tls: undefined,
    http2: {},
    keepaliveTimeoutMs: undefined,
    keepaliveWithoutCalls: false,
  };
  return new Channel('ipv4:0.0.0.0:1', {
    clock,
    dial: async (_address, keepaliveMs, events, signal) => {
      if (dialled) throw new Error('one connection is enough');
      dialled = true;
      return handshake(dial(), options, keepaliveMs, events, signal);
    },
  });
}

/** Both directions of a connection that carried all kinds of calls, well. */
async function record(): Promise<{ toServer: Uint8Array; toClient: Uint8Array }> {
  const { server, clock } = makeServer();
  const sent: Uint8Array[] = [];
  const received: Uint8Array[] = [];
  const channel = channelOver(() => {
    const [ours, theirs] = createPipe();
    server.accept(theirs);
    const { start, write } = ours;
    ours.write = (bytes) => {
      sent.push(bytes.slice());
      return write.call(ours, bytes);
    };
    ours.start = (handlers) =>
      start.call(ours, {
        ...handlers,
        data: (chunk) => {
          received.push(chunk.slice());
          handlers.data(chunk);
        },
      });
    return ours;
  }, clock);
  const codes = await callAll(channel);
  if (codes.join() !== '0,0,0,0,12') throw new Error(`the recorded calls ended in ${codes}`);
  await channel.shutdown();
  const closing = server.close();
  clock.advance(0);
  await closing;
  return { toServer: concat(sent), toClient: concat(received) };
}

export interface FuzzResult {
  iterations: number;
  /** How connections ended: error codes of GOAWAY, and connections that lived. */
  endings: Map<string, number>;
  /** How the client's calls ended. */
  statuses: Map<number, number>;
}

/** @throws Error that names the seed and the iteration, so that it can be run again. */
export async function fuzz(
  iterations: number,
  seed: number,
  progress: (done: number) => void = () => {},
): Promise<FuzzResult> {
  const { toServer, toClient } = await record();
  const requests = framesOf(toServer, PREFACE_LENGTH);
  const responses = framesOf(toClient, 0);
  const result: FuzzResult = { iterations, endings: new Map(), statuses: new Map() };
  const stage = makeServer();
  for (let i = 0; i < iterations; i++) {
    // Each iteration has its own seed: any one of them can be run alone.
    const random = seededRandom(seed + i);
    try {
      if ((seed + i) % 2 === 0) await fuzzServer(stage, random, mutate(random, requests), result);
      else await fuzzClient(random, responses, result);
    } catch (cause) {
      throw new Error(`iteration ${i} (npm run fuzz -- --iterations 1 --seed ${seed + i})`, {
        cause,
      });
    }
    progress(i + 1);
  }
  return result;
}

async function fuzzServer(
  stage: Stage,
  random: () => number,
  bytes: Uint8Array,
  result: FuzzResult,
): Promise<void> {
  const hand = new Hand();
  stage.server.accept(hand);
  await play(hand, random, bytes);
  const code = ending(hand);
  note(result.endings, code === undefined ? 'lived' : errorCodeName(code));
  hand.handlers!.close?.();
  await turn();
  if (stage.running !== 0) throw new Error(`${stage.running} handlers were not told of the end`);
  if (stage.clock.pending > 0) throw new Error(`${stage.clock.pending} timers are left`);
}

async function fuzzClient(
  random: () => number,
  [settings, ...responses]: readonly Uint8Array[],
  result: FuzzResult,
): Promise<void> {
  const hand = new Hand();
  const clock = new FakeClock();
  const channel = channelOver(() => hand, clock);
  const calls = callAll(channel);
  await turn();
  // The calls go out when the server has said hello: before that nothing can answer them.
  const hello = random() < 0.9 ? settings! : mutate(random, [settings!]);
  await play(hand, random, hello);
  await play(hand, random, mutate(random, responses));
  ending(hand);
  hand.handlers!.close?.();
  await turn();
  clock.advance(120_000); // Calls that still wait for a connection run out of time.
  for (const code of await calls) {
    if (!KNOWN_STATUSES.has(code)) throw new Error(`a call ended with ${code}`);
    result.statuses.set(code, (result.statuses.get(code) ?? 0) + 1);
  }
  await channel.shutdown();
  if (clock.pending > 0) throw new Error(`${clock.pending} timers are left`);
}

async function play(hand: Hand, random: () => number, bytes: Uint8Array): Promise<void> {
  const largest = [7, 60, 2000][randomInt(random, 3)]!;
  for (const chunk of randomChunks(random, bytes, largest)) {
    if (hand.ended) return;
    hand.handlers!.data(chunk);
    if (random() < 0.05) await turn();
  }
  for (let i = 0; i < 3; i++) await turn();
}

/** The GOAWAY with an error that we sent, if we did: it must be one that says what was wrong. */
function ending(hand: Hand): number | undefined {
  const out = concat(hand.written);
  const client = out[0] === 0x50; // 'P' of the preface
  let code: number | undefined;
  for (let at = client ? PREFACE_LENGTH : 0; at < out.length; ) {
    const { type, length } = parseFrameHeader(out, at)!;
    if (type === FrameType.GOAWAY) {
      code = new DataView(out.buffer, out.byteOffset + at + 9 + 4).getUint32(0);
    }
    at += 9 + length;
  }
  if (code === undefined) return undefined;
  // INTERNAL_ERROR would be a mistake of ours: a TypeError, an index out of bounds.
  if (code === ErrorCode.INTERNAL_ERROR || !KNOWN_CODES.has(code)) {
    throw new Error(`the connection ended with ${errorCodeName(code)}`);
  }
  return code;
}

function note(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
