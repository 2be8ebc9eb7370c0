import { afterEach, describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { settle } from '#course/kit/watch';
import { MAX_LINE_SIZE } from '#framing/limits';
import { type ServeOptions, serve } from '#rpc/serve';
import type { Connection, ConnectionHandlers } from '#transport/connection';
import { connectOverTcp, type Ends, listen, TRANSPORTS, withResolvers } from '../transport/ends.ts';

/** A handler whose every request waits until the test answers it. */
function createDesk() {
  const asked: string[] = [];
  const open = new Map<string, (reply: Uint8Array) => void>();
  let wanted: { count: number; resolve(): void } | undefined;
  const check = () => {
    if (wanted && asked.length >= wanted.count) wanted.resolve();
  };
  return {
    asked,
    handle(request: Uint8Array) {
      const text = decodeUtf8(request);
      asked.push(text);
      check();
      return new Promise<Uint8Array>((resolve) => open.set(text, resolve));
    },
    answer: (request: string) => open.get(request)?.(encodeUtf8(request.toUpperCase())),
    /** Resolves when so many requests have come in all. */
    async atLeast(count: number) {
      const { promise, resolve } = withResolvers<void>();
      wanted = { count, resolve };
      check();
      await promise;
    },
  };
}

describe.each(TRANSPORTS)('a server over %s', (_name, connect) => {
  let ends: Ends;
  afterEach(() => ends.dispose());

  async function open(options?: ServeOptions) {
    ends = await connect();
    const desk = createDesk();
    serve(ends.server, desk.handle, options);
    return { desk, client: listen(ends.client), say: write(ends.client) };
  }

  test('one at a time, in order', async () => {
    const { desk, client, say } = await open();
    say('a\nb\nc\n');
    for (const [n, request] of ['a', 'b', 'c'].entries()) {
      await desk.atLeast(n + 1);
      await settle();
      expect(desk.asked).toHaveLength(n + 1);
      desk.answer(request);
    }
    expect(decodeUtf8(await client.atLeast(6))).toBe('A\nB\nC\n');
  });

  test('several at a time, each answered when it is ready', async () => {
    const { desk, client, say } = await open({ concurrency: 2 });
    say('a\nb\nc\n');
    await desk.atLeast(2);
    await settle();
    expect(desk.asked).toEqual(['a', 'b']);
    desk.answer('b');
    await desk.atLeast(3);
    desk.answer('c');
    expect(decodeUtf8(await client.atLeast(4))).toBe('B\nC\n');
    desk.answer('a');
    expect(decodeUtf8(await client.atLeast(6))).toBe('B\nC\nA\n');
  });

  test('a client that has said all still gets its answers, and then the end', async () => {
    const { desk, client, say } = await open({ concurrency: 2 });
    say('a\nb\nc\n');
    ends.client.end();
    await desk.atLeast(2);
    desk.answer('a');
    desk.answer('b');
    await desk.atLeast(3);
    desk.answer('c');
    await client.closed;
    expect(decodeUtf8(client.received())).toBe('A\nB\nC\n');
    expect(client.events).toEqual(['data', 'end', 'close']);
  });

  test('a client that says nothing and ends is let go', async () => {
    const { client } = await open();
    ends.client.end();
    expect(await client.closed).toBeUndefined();
  });

  test.each([
    ['breaks the framing', 'x'.repeat(MAX_LINE_SIZE + 1), () => {}],
    ['ends inside a message', '{"id":', () => ends.client.end()],
  ])('a client that %s loses its connection, another is served on', async (_what, text, then) => {
    const { client, say } = await open();
    const other = await connect();
    serve(other.server, async (request) => request);
    say(text);
    then();
    expect(await client.closed, 'a reset, which is not an orderly end').toBeInstanceOf(Error);
    const honest = listen(other.client);
    other.client.write(encodeUtf8('hello\n'));
    expect(decodeUtf8(await honest.atLeast(6))).toBe('hello\n');
    await other.dispose();
  });

  test('a client that is gone leaves its waiting requests undone', async () => {
    ends = await connect();
    const desk = createDesk();
    const gone = withResolvers<void>();
    serve(afterClose(ends.server, gone.resolve), desk.handle);
    listen(ends.client);
    ends.client.write(encodeUtf8('a\nb\nc\n'));
    await desk.atLeast(1);
    ends.client.destroy();
    await gone.promise;
    desk.answer('a');
    await settle();
    expect(desk.asked).toEqual(['a']);
  });

  test('who asks and does not read gets all in the end', async () => {
    ends = await connect();
    const { count, total } = serveMuch(ends.server);
    for (let n = 0; n < count; n++) ends.client.write(encodeUtf8('more\n'));
    expect(await listen(ends.client).atLeast(total)).toHaveLength(total);
  });
});

/** A server that answers each request with a lot; `handled` says how many it has taken. */
function serveMuch(connection: Connection) {
  const reply = new Uint8Array(64 * 1024).fill(0x78);
  const much = { handled: 0, count: 400, total: 400 * (reply.length + 1) };
  serve(connection, async () => {
    much.handled++;
    return reply;
  });
  return much;
}

test('over TCP, who asks and does not read is not served on meanwhile', async () => {
  const [greedy, honest] = [await connectOverTcp(), await connectOverTcp()];
  const much = serveMuch(greedy.server);
  serve(honest.server, async (request) => request);
  const replies = listen(honest.client);
  for (let n = 0; n < much.count; n++) greedy.client.write(encodeUtf8('more\n'));
  // Until nothing moves any more, by the clock of somebody else's calls.
  let before: number;
  let calls = 0;
  do {
    before = much.handled;
    for (let n = 0; n < 50; n++) {
      honest.client.write(encodeUtf8('.\n'));
      calls++;
      await replies.atLeast(2 * calls);
    }
  } while (much.handled !== before);
  expect(much.handled).toBeGreaterThan(0);
  expect(much.handled).toBeLessThan(much.count);
  await greedy.dispose();
  await honest.dispose();
});

const write = (connection: Connection) => (text: string) => connection.write(encodeUtf8(text));

/** `connection`, and `told` is called when it is closed. */
function afterClose(connection: Connection, told: () => void): Connection {
  return wrapped(connection, {
    start: (handlers: ConnectionHandlers) =>
      connection.start({
        ...handlers,
        close(error) {
          handlers.close?.(error);
          told();
        },
      }),
  });
}

function wrapped(connection: Connection, changes: Partial<Connection>): Connection {
  return {
    remote: connection.remote,
    start: (handlers) => connection.start(handlers),
    write: (bytes) => connection.write(bytes),
    end: () => connection.end(),
    destroy: (error) => connection.destroy(error),
    pause: () => connection.pause(),
    resume: () => connection.resume(),
    ...changes,
  };
}

describe('backpressure, step by step', () => {
  /** A connection that the test plays: what is called on it is written down. */
  function createScript() {
    const calls: string[] = [];
    let handlers!: ConnectionHandlers;
    const script = { roomy: true };
    const connection: Connection = {
      remote: 'script',
      start: (given) => {
        handlers = given;
      },
      write: (bytes) => {
        calls.push(`write ${decodeUtf8(bytes).trim()}`);
        return script.roomy;
      },
      end: () => calls.push('end'),
      destroy: () => calls.push('destroy'),
      pause: () => calls.push('pause'),
      resume: () => calls.push('resume'),
    };
    return { calls, script, connection, handlers: () => handlers };
  }

  const say = (handlers: ConnectionHandlers, text: string) => handlers.data(encodeUtf8(text));

  test('more requests than may run: reading stops until the last of them runs', async () => {
    const { calls, connection, handlers } = createScript();
    const desk = createDesk();
    serve(connection, desk.handle, { concurrency: 1 });
    say(handlers(), 'a\nb\n');
    expect(calls.splice(0)).toEqual(['pause']);
    desk.answer('a');
    await settle();
    expect(calls).toEqual(['write A', 'resume']);
    expect(desk.asked).toEqual(['a', 'b']);
  });

  test('a reply that does not fit: nothing is begun until it is out', async () => {
    const { calls, script, connection, handlers } = createScript();
    const desk = createDesk();
    serve(connection, desk.handle, { concurrency: 1 });
    script.roomy = false;
    say(handlers(), 'a\nb\n');
    desk.answer('a');
    await settle();
    expect(desk.asked).toEqual(['a']);
    expect(calls.splice(0)).toEqual(['pause', 'write A', 'pause']);
    script.roomy = true;
    handlers().drain?.();
    expect(desk.asked).toEqual(['a', 'b']);
    expect(calls).toEqual(['resume']);
  });

  test('the end comes after the last answer, also when it had to wait', async () => {
    const { calls, script, connection, handlers } = createScript();
    const desk = createDesk();
    serve(connection, desk.handle, { concurrency: 1 });
    script.roomy = false;
    say(handlers(), 'a\nb\n');
    handlers().end?.();
    desk.answer('a');
    await settle();
    expect(calls).not.toContain('end');
    handlers().drain?.();
    desk.answer('b');
    await settle();
    expect(calls.filter((call) => call === 'end' || call.startsWith('write'))).toEqual([
      'write A',
      'write B',
      'end',
    ]);
  });
});
