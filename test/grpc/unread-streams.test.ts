import { expect, test } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import type { ServerOptions } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { CONNECTION_COST } from '#http2/limits/costs';
import { EchoDefinition } from '../attack/echo.ts';

/**
 * Streams that nobody reads do not stop those that somebody reads: the connection's window gets its
 * credit when octets come, within the budget; a stream's window when they are read.
 */

const WINDOW = 65_535;
const MESSAGE = new Uint8Array(1000);
const TIMEOUT = { timeoutMs: 20_000 };

interface Both {
  echo: ReturnType<typeof stub>;
  /** Messages that a generator was asked for, on either side. */
  made: { count: number };
  /** Lets the handlers of `up` read. */
  read: () => void;
}

function stub(channel: Channel) {
  return createClient(EchoDefinition, channel);
}

async function withBoth(
  options: ServerOptions & ChannelOptions,
  run: (both: Both) => Promise<void>,
): Promise<void> {
  const made = { count: 0 };
  let read = () => {};
  const reading = new Promise<void>((resolve) => {
    read = resolve;
  });
  const server = new Server(options as ServerOptions);
  server.addService(EchoDefinition, {
    unary: (request) => request,
    *down() {
      for (;;) {
        made.count++;
        yield MESSAGE;
      }
    },
    async up(requests) {
      await reading;
      let count = 0;
      for await (const _ of requests) count++;
      return Uint8Array.of(count);
    },
  });
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, options as ChannelOptions);
  try {
    await run({ echo: stub(channel), made, read });
  } finally {
    await channel.close();
    await server.close();
  }
}

/** Calls until the count has not moved for some of them: whoever sends is held back. */
async function untilStill({ echo, made }: Both): Promise<void> {
  for (let still = 0, before = -1; still < 5; ) {
    await echo.unary(MESSAGE, TIMEOUT);
    still = made.count === before ? still + 1 : 0;
    before = made.count;
  }
}

test.each([
  ['with the default windows, eight watchers', {}, 8],
  [
    'with small windows, twenty watchers',
    { initialWindowSize: WINDOW, connectionWindowSize: 2 * WINDOW },
    20,
  ],
])('%s that nobody reads: other calls are answered', async (_name, options, watchers) => {
  await withBoth(options, async (both) => {
    const { echo, made } = both;
    const unread = Array.from({ length: watchers }, () =>
      echo.down(MESSAGE)[Symbol.asyncIterator](),
    );
    await Promise.all(unread.map((each) => each.next()));
    await untilStill(both);
    // Each was sent a whole window, all together more than the connection's.
    expect(made.count * MESSAGE.length).toBeGreaterThan(0.9 * watchers * WINDOW);
    expect(await echo.unary(MESSAGE, TIMEOUT)).toHaveLength(MESSAGE.length);
    // And each goes on when it is read.
    for (const each of unread) {
      for (let i = 0; i < 200; i++) expect((await each.next()).value).toHaveLength(MESSAGE.length);
    }
    await Promise.all(unread.map((each) => each.return?.()));
  });
});

test('requests that no handler reads: other calls are answered', async () => {
  const options = { initialWindowSize: WINDOW, connectionWindowSize: 2 * WINDOW };
  await withBoth(options, async (both) => {
    const { echo, made, read } = both;
    const uploads = Array.from({ length: 20 }, () =>
      echo.up(
        (function* () {
          for (let i = 0; i < 200; i++) {
            made.count++;
            yield MESSAGE;
          }
        })(),
        TIMEOUT,
      ),
    );
    await untilStill(both);
    expect(made.count).toBeLessThan(20 * 200);
    expect(await echo.unary(MESSAGE, TIMEOUT)).toHaveLength(MESSAGE.length);
    read();
    for (const each of uploads) expect(await each).toEqual(Uint8Array.of(200));
  });
});

test('more unread responses than the client wants to hold: the call too many ends, and says why', async () => {
  const maxHeldBytes = CONNECTION_COST + 10 * WINDOW;
  await withBoth({ initialWindowSize: WINDOW, maxHeldBytes }, async (both) => {
    const { echo } = both;
    const unread = Array.from({ length: 20 }, () => echo.down(MESSAGE)[Symbol.asyncIterator]());
    await untilStill(both);
    const ends = await Promise.all(
      unread.map(async (each) => {
        try {
          for (let i = 0; i < 500; i++) await each.next();
          return Status.OK;
        } catch (error) {
          return (error as { code: number }).code;
        }
      }),
    );
    expect(new Set(ends)).toEqual(new Set([Status.OK, Status.RESOURCE_EXHAUSTED]));
    expect(await echo.unary(MESSAGE, TIMEOUT)).toHaveLength(MESSAGE.length);
    await Promise.all(unread.map((each) => each.return?.()));
  });
});
