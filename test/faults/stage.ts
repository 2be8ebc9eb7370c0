import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { handshake } from '#channel/connections/handshake';
import type { CallOptions } from '#grpc/client/call-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import { Status, type StatusCode } from '#grpc/status';
import { LINGER_MS } from '#http2/limits/limits';
import { FakeClock } from '#time/fake-clock';
import type { Connection } from '#transport/connection';
import { createPipe } from '#transport/memory';
import { EchoDefinition } from '../attack/echo.ts';
import { type Cut, CutConnection } from './cut.ts';

const MESSAGE = Uint8Array.of(1, 2, 3, 4, 5);
export const KINDS = ['unary', 'down', 'up', 'both'] as const;
export type Kind = (typeof KINDS)[number];

/** What became of one call, on both sides. */
export interface Outcome {
  /** The client's: its promise, and how often it was told of the end. */
  code: StatusCode;
  ends: number;
  /** The server's, for each call that reached it. */
  served: StatusCode[];
  /** Bytes that went through, each way. */
  passed: CutConnection['passed'];
  /** Timers that nobody cancelled. */
  timers: number;
}

/** Connects a client's end to a server: through memory, or through a socket. */
export type Wire = (server: Server) => Promise<Connection>;

export const throughMemory: Wire = async (server) => {
  const [ours, theirs] = createPipe();
  server.accept(theirs);
  return ours;
};

/**
 * One call over one connection that breaks where `cut` says.
 * @param whenStuck called when everything that can happen without the clock has happened.
 */
export async function runCall(
  kind: Kind,
  cut: Cut | undefined,
  { wire = throughMemory, whenStuck }: { wire?: Wire; whenStuck?: (clock: FakeClock) => void } = {},
): Promise<Outcome> {
  const clock = new FakeClock();
  const served: Promise<StatusCode>[] = [];
  const server = new Server({ clock, onHandlerError: () => {} });
  server.addService(EchoDefinition, {
    unary(request, call) {
      served.push(call.ended.then(({ code }) => code));
      return request;
    },
    async *down(request, call) {
      served.push(call.ended.then(({ code }) => code));
      for (let i = 0; i < 3; i++) yield request;
    },
    async up(requests, call) {
      served.push(call.ended.then(({ code }) => code));
      for await (const _ of requests);
      return MESSAGE;
    },
    async *both(requests, call) {
      served.push(call.ended.then(({ code }) => code));
      yield* requests;
    },
  });
  let connection: CutConnection | undefined;
  const dial: ChannelOptions['dial'] = async (_address, keepaliveMs, events, signal) => {
    if (connection) throw new Error('there is only one connection');
    connection = new CutConnection(await wire(server), cut);
    const options = {
      clock,
      tls: undefined,
      http2: {},
      keepaliveTimeoutMs: undefined,
      keepaliveWithoutCalls: false,
    };
    return handshake(connection, options, keepaliveMs, events, signal);
  };
  const channel = new Channel('ipv4:0.0.0.0:1', { dial, clock, keepaliveMs: 10_000 });
  let ends = 0;
  const code = settled(kind, channel, { onTrailers: () => ends++ });
  if (whenStuck) {
    for (let i = 0; i < 30; i++) await new Promise((next) => setImmediate(next));
    whenStuck(clock);
  }
  const outcome = { code: await code, served: [] as StatusCode[] };
  outcome.served = await Promise.all(served);
  await withLastWords(clock, channel.shutdown());
  const closing = server.close();
  clock.advance(0); // `close` is a shutdown whose grace is over at once.
  await withLastWords(clock, closing);
  return { ...outcome, ends, passed: connection!.passed, timers: clock.pending };
}

/** Waits for an end, while peers that do not read the last words are not waited for. */
async function withLastWords(clock: FakeClock, end: Promise<unknown>): Promise<void> {
  let over = false;
  void end.then(() => {
    over = true;
  });
  do {
    await new Promise((next) => setImmediate(next));
    clock.advance(LINGER_MS);
  } while (!over);
}

/** How a call ends: every promise settles once by nature, so the ends are counted by `options`. */
export async function settled(
  kind: Kind,
  channel: Channel,
  options: CallOptions = {},
): Promise<StatusCode> {
  const echo = createClient(EchoDefinition, channel);
  const messages = [MESSAGE, MESSAGE];
  try {
    if (kind === 'unary') await echo.unary(MESSAGE, options);
    if (kind === 'up') await echo.up(messages, options);
    if (kind === 'down') for await (const _ of echo.down(MESSAGE, options));
    if (kind === 'both') for await (const _ of echo.both(messages, options));
    return Status.OK;
  } catch (error) {
    if (!(error instanceof GrpcError)) throw error;
    return error.code;
  }
}
