import http2 from 'node:http2';
import { handshake } from '#channel/connections/handshake';
import { LAST_STREAM_ID } from '#http2/streams/stream-ids';
import { systemClock } from '#time/clock';
import { connectTcp } from '#transport/tcp';
import { QUIET } from '../shop/with-shop.ts';
import { connectBoth, connectOurs, getOrder } from './client.ts';
import { endOf } from './limit.ts';
import { type Line, startLine } from './line.ts';
import { startServer } from './server.ts';

/** So many streams are left on each connection. */
export const LEFT = 3;
const FIRST = LAST_STREAM_ID - 2 * (LEFT - 1);
export const CALLS = 5;

/** How each call ended, and how many connections there had been by then. */
export type LastCalls = { end: string; connections: number }[];

async function callAll(line: Line, call: () => Promise<string>): Promise<LastCalls> {
  const calls: LastCalls = [];
  for (let i = 0; i < CALLS; i++) {
    const end = await call();
    calls.push({ end, connections: line.connections });
  }
  return calls;
}

/** grpc-js at the end of a connection's ids. Node lets one set the next id, and does not say so. */
export async function lastIdsOfGrpcJs(): Promise<LastCalls> {
  return withLine(async (line) => {
    const { connect } = http2;
    http2.connect = ((...args: Parameters<typeof connect>) => {
      const session = connect(...args) as ReturnType<typeof connect> & {
        setNextStreamID(id: number): void;
      };
      session.once('connect', () => session.setNextStreamID(FIRST));
      return session;
    }) as typeof connect;
    const { shop, close } = connectBoth(line, { 'grpc.use_local_subchannel_pool': 1 });
    try {
      return await callAll(line, async () => (await getOrder(shop, '101', 5_000)).text);
    } finally {
      close();
      http2.connect = connect;
    }
  });
}

/** Our stack there. */
export async function lastIdsOfOurs(): Promise<LastCalls> {
  return withLine(async (line) => {
    const { shop, close } = connectOurs(line, {
      dial: async (address, keepaliveMs, events, signal) => {
        const connection = await connectTcp(address, signal);
        const options = {
          http2: { firstStreamId: FIRST },
          clock: systemClock,
          keepaliveTimeoutMs: undefined,
          keepaliveWithoutCalls: false,
        };
        return handshake(connection, options, keepaliveMs, events, signal);
      },
    });
    try {
      return await callAll(line, () =>
        endOf(shop.getOrder({ value: '101' }, { timeoutMs: 5_000 })),
      );
    } finally {
      await close();
    }
  });
}

async function withLine<T>(scene: (line: Line) => Promise<T>): Promise<T> {
  const server = await startServer(QUIET);
  const line = await startLine(server);
  try {
    return await scene(line);
  } finally {
    await line.close();
    await server.close();
  }
}
