import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import type { CallOptions } from '#grpc/client/call-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import type { ServerOptions } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { type Bytes, EchoDefinition } from './echo.ts';

/**
 * Code that is not ours throws where nobody expects it. Each call ends with a status, what was
 * thrown stays on its own side, and the connection goes on for others.
 */

const SECRET = 'the password is 1234';
const stray = (): never => {
  throw new TypeError(SECRET);
};
const PING = Uint8Array.of(1, 2, 3);

/** What nobody caught anywhere: it would have ended the process. */
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);
beforeEach(() => {
  uncaught.length = 0;
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
});
afterEach(async () => {
  await new Promise((next) => setImmediate(next));
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
  expect(uncaught).toEqual([]);
});

type Handlers = Record<string, unknown>;

async function withServer(
  handlers: Handlers,
  run: (echo: ReturnType<typeof stub>, channel: Channel, strays: unknown[]) => Promise<void>,
  options: ServerOptions = {},
  channelOptions: ChannelOptions = {},
): Promise<void> {
  const strays: unknown[] = [];
  const server = new Server({ onHandlerError: (error) => strays.push(error), ...options });
  server.addService(EchoDefinition, {
    unary: (request: Uint8Array) => request,
    ...handlers,
  } as never);
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, channelOptions);
  try {
    await run(stub(channel), channel, strays);
  } finally {
    await channel.close();
    await server.close();
  }
}

function stub(channel: Channel) {
  const defaults = { timeoutMs: 5000 };
  return createClient(EchoDefinition, channel, { defaults });
}

async function all(source: AsyncIterable<Uint8Array>): Promise<number> {
  let count = 0;
  for await (const _ of source) count++;
  return count;
}

async function failure(call: Promise<unknown>): Promise<GrpcError> {
  const error = await call.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(GrpcError);
  return error as GrpcError;
}

/** Each of the four kinds, as a promise. */
const KINDS = {
  unary: (echo: ReturnType<typeof stub>, options?: CallOptions) => echo.unary(PING, options),
  down: (echo: ReturnType<typeof stub>, options?: CallOptions) => all(echo.down(PING, options)),
  up: (echo: ReturnType<typeof stub>, options?: CallOptions) => echo.up([PING, PING], options),
  both: (echo: ReturnType<typeof stub>, options?: CallOptions) =>
    all(echo.both([PING, PING], options)),
} as const;

describe('on a server', () => {
  const throwers: Record<string, (...args: never[]) => unknown> = {
    'throws at once': stray,
    rejects: async () => stray(),
    'throws nothing at all': () => {
      throw undefined;
    },
    'throws an object whose text throws': () => {
      throw {
        toString: stray,
        get message() {
          return stray();
        },
      };
    },
    'answers nothing': () => undefined,
    'answers nothing, later': async () => undefined,
    'answers a number': async () => 7,
    'answers an iterable that cannot be iterated': async () => ({ [Symbol.iterator]: stray }),
    'answers an iterator without next': async () => ({ [Symbol.asyncIterator]: () => ({}) }),
    'answers an iterator that gives no results': async () => ({
      [Symbol.asyncIterator]: () => ({ next: () => undefined }),
    }),
    'answers an iterator that throws': async () => ({
      [Symbol.asyncIterator]: () => ({ next: stray, return: stray }),
    }),
    'throws between two messages': async function* () {
      yield PING;
      stray();
    },
    'sends a message that does not encode': async function* () {
      yield PING;
      yield 'text' as never;
    },
    'gives a status whose text is none': () => {
      throw new GrpcError(Status.ABORTED, { toString: stray } as never);
    },
  };
  // The echo service takes bytes for bytes: what else comes is found when it is sent.
  const names = Object.keys(throwers);

  describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('a %s handler', (kind) => {
    test.each(names)('that %s', async (name) => {
      const handlers = { [kind]: throwers[name] };
      await withServer(handlers, async (echo) => {
        const error = await failure(KINDS[kind](echo));
        expect([Status.UNKNOWN, Status.INTERNAL, Status.ABORTED]).toContain(error.code);
        expect(`${error.message} ${error.details}`).not.toContain(SECRET);
        // The same connection goes on.
        if (kind !== 'unary') expect(await echo.unary(PING)).toEqual(PING);
      });
    });

    test('its interceptor throws, before and after', async () => {
      for (const after of [false, true]) {
        const interceptor: NonNullable<ServerOptions['interceptors']>[0] = async (
          request,
          call,
          next,
        ) => {
          if (call.metadata.has('fine')) return next(request, call);
          if (after) await next(request, call);
          return stray();
        };
        const handlers = {
          up: async () => PING,
          async *down() {
            yield PING;
          },
          async *both() {
            yield PING;
          },
        };
        await withServer(
          handlers,
          async (echo, _channel, strays) => {
            const error = await failure(KINDS[kind](echo));
            expect(error).toMatchObject({ code: Status.UNKNOWN });
            expect(error.message).not.toContain(SECRET);
            expect(strays).toHaveLength(1);
            expect(await echo.unary(PING, { metadata: new Metadata({ fine: '1' }) })).toEqual(PING);
          },
          { interceptors: [interceptor] },
        );
      }
    });
  });

  test('the listener for such errors throws too', async () => {
    await withServer(
      {
        up: stray,
        down: async () => stray(),
      },
      async (echo) => {
        expect((await failure(echo.up([PING]))).code).toBe(Status.UNKNOWN);
        expect((await failure(all(echo.down(PING)))).code).toBe(Status.UNKNOWN);
        expect(await echo.unary(PING)).toEqual(PING);
      },
      { onHandlerError: stray },
    );
  });

  test('a deserializer throws: INTERNAL, and the reader of a stream hears it', async () => {
    const methods = structuredCloneOfMethods();
    const definition = { name: 'attack.Echo', methods } as unknown as typeof EchoDefinition;
    for (const method of Object.values(methods)) {
      (method as { decodeRequest: unknown }).decodeRequest = stray;
    }
    const server = new Server({ onHandlerError: () => {} });
    server.addService(definition, {
      unary: (request) => request,
      async up(requests) {
        for await (const _ of requests);
        return PING;
      },
      async *both(requests) {
        yield* requests;
      },
    });
    const { port } = await server.listen({ port: 0 });
    const channel = new Channel(`ipv4:127.0.0.1:${port}`);
    const echo = stub(channel);
    expect((await failure(echo.unary(PING))).code).toBe(Status.INTERNAL);
    expect((await failure(echo.up([PING]))).code).toBe(Status.INTERNAL);
    expect((await failure(all(echo.both([PING])))).code).toBe(Status.INTERNAL);
    await channel.shutdown();
    await server.close();
  });

  test('the generator is told when a message of it cannot be sent', async () => {
    let closed = 0;
    const handlers = {
      async *down() {
        try {
          yield 'text' as never;
        } finally {
          closed++;
        }
      },
    };
    await withServer(handlers, async (echo) => {
      await failure(all(echo.down(PING)));
      expect(closed).toBe(1);
    });
  });
});

function structuredCloneOfMethods(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(EchoDefinition.methods).map(([name, method]) => [name, { ...method }]),
  );
}

describe('on a client', () => {
  const handlers = {
    async up(requests: AsyncIterable<Uint8Array>) {
      for await (const _ of requests);
      return PING;
    },
    async *down() {
      yield PING;
      yield PING;
    },
    async *both(requests: AsyncIterable<Uint8Array>) {
      yield* requests;
    },
  };

  const callbacks: Record<string, CallOptions> = {
    onHeaders: { onHeaders: stray },
    onTrailers: { onTrailers: stray },
  };
  describe.each(Object.keys(callbacks))('%s throws', (name) => {
    test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('in a %s call', async (kind) => {
      await withServer(handlers, async (echo, channel) => {
        // A call on the same connection that is under way all the while.
        let release: () => void = () => {};
        const held = new Promise<void>((resolve) => {
          release = resolve;
        });
        const other = echo.up(
          (async function* () {
            yield PING;
            await held;
          })(),
        );
        const error = await KINDS[kind](echo, callbacks[name]).then(
          () => undefined,
          (reason) => reason,
        );
        expect(error).toBeInstanceOf(Error);
        expect(await echo.unary(PING)).toEqual(PING);
        release();
        expect(await other).toEqual(PING);
        expect(channel.state).toBe('READY');
      });
    });
  });

  const sources: Record<string, () => unknown> = {
    'is none': () => undefined,
    'cannot be iterated': () => ({ [Symbol.iterator]: stray }),
    throws: () => ({ [Symbol.asyncIterator]: () => ({ next: stray, return: stray }) }),
    'gives no results': () => ({ [Symbol.asyncIterator]: () => ({ next: () => undefined }) }),
    'throws after a message': async function* () {
      yield PING;
      stray();
    },
    'has a message that does not encode': () => [PING, 'text'],
  };
  test.each(Object.keys(sources))('the stream of requests %s', async (name) => {
    const ended: Promise<unknown>[] = [];
    const slow = {
      ...handlers,
      up(requests: AsyncIterable<Uint8Array>, call: { ended: Promise<unknown> }) {
        ended.push(call.ended);
        return handlers.up(requests);
      },
    };
    await withServer(slow, async (echo, channel) => {
      await echo.unary(PING);
      const call = async () => echo.up(sources[name]!() as Bytes);
      await expect(call()).rejects.toThrow();
      await expect(all(echo.both(sources[name]!() as Bytes))).rejects.toThrow();
      // Nothing is left behind: neither here nor on the server.
      await channel.shutdown();
      await Promise.all(ended);
    });
  });

  test('a metadata generator throws, rejects, gives nothing', async () => {
    for (const metadata of [stray, async () => stray(), () => undefined as never]) {
      await withServer(handlers, async (echo, channel) => {
        const credentials = { metadata, allowPlaintext: true };
        const error = await failure(echo.unary(PING, { credentials }));
        expect(error.code).toBe(Status.UNAUTHENTICATED);
        expect(await echo.unary(PING)).toEqual(PING);
        await channel.shutdown();
      });
    }
  });

  test('an interceptor throws, before and after the call', async () => {
    await withServer(handlers, async (_echo, channel) => {
      for (const after of [false, true]) {
        const echo = createClient(EchoDefinition, channel, {
          interceptors: [
            async (request, call, next) => {
              if (after) await next(request, call);
              return stray();
            },
          ],
        });
        await expect(echo.unary(PING)).rejects.toThrow(SECRET);
        await expect(echo.up([PING])).rejects.toThrow(SECRET);
        await expect(all(echo.down(PING))).rejects.toThrow(SECRET);
        await expect(all(echo.both([PING]))).rejects.toThrow(SECRET);
      }
      expect(await stub(channel).unary(PING)).toEqual(PING);
    });
  });

  test('a deserializer throws: INTERNAL', async () => {
    await withServer(handlers, async (_echo, channel) => {
      const methods = structuredCloneOfMethods();
      for (const method of Object.values(methods)) {
        (method as { decodeResponse: unknown }).decodeResponse = stray;
      }
      const definition = { name: 'attack.Echo', methods } as unknown as typeof EchoDefinition;
      const echo = createClient(definition, channel);
      expect((await failure(echo.unary(PING))).code).toBe(Status.INTERNAL);
      expect((await failure(echo.up([PING]))).code).toBe(Status.INTERNAL);
      expect((await failure(all(echo.down(PING)))).code).toBe(Status.INTERNAL);
      expect((await failure(all(echo.both([PING])))).code).toBe(Status.INTERNAL);
      expect(await stub(channel).unary(PING)).toEqual(PING);
    });
  });

  test.each(['start', 'resolveAgain'])('a resolver throws in %s', async (where) => {
    const resolver = () => ({
      start:
        where === 'start'
          ? stray
          : (listener: { failed(e: Error): void }) => listener.failed(new Error('not yet')),
      resolveAgain: stray,
      close() {},
    });
    const channel = new Channel('mine:name', {
      resolvers: { mine: resolver },
      backoff: { initialMs: 1, maxMs: 1 },
    });
    const echo = stub(channel);
    expect((await failure(echo.unary(PING))).code).toBe(Status.UNAVAILABLE);
    await new Promise((next) => setTimeout(next, 20)); // Its backoff has passed many times.
    expect((await failure(echo.unary(PING))).code).toBe(Status.UNAVAILABLE);
    await channel.shutdown();
  });

  test('a picker throws', async () => {
    const channel = new Channel('ipv4:127.0.0.1:1', {
      serviceConfig: { loadBalancingConfig: [{ mine: {} }] },
      loadBalancers: {
        mine: (helper) => ({
          addresses: () => helper.update('READY', { pick: stray }),
          exitIdle() {},
          shutdown() {},
        }),
      },
    });
    const echo = stub(channel);
    for (let i = 0; i < 3; i++) {
      expect((await failure(echo.unary(PING))).code).toBe(Status.INTERNAL);
    }
    await channel.shutdown();
  });

  test('an authority that no header can carry', async () => {
    await withServer(
      handlers,
      async (echo, channel) => {
        await expect(echo.unary(PING)).rejects.toThrow();
        await expect(all(echo.both([PING]))).rejects.toThrow();
        await channel.shutdown(); // No call is left in it.
      },
      {},
      { authority: 'Ωmega' },
    );
  });
});
