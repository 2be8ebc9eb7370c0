import { afterEach, describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { watch } from '#course/kit/watch';
import { lengthFraming } from '#framing/frame';
import { createClient } from '#rpc/client';
import { RpcError } from '#rpc/codes';
import { createDispatcher } from '#rpc/dispatcher';
import { serve } from '#rpc/serve';
import { FakeClock } from '#time/fake-clock';
import { type Ends, listen, TRANSPORTS, withResolvers } from '../transport/ends.ts';

describe.each(TRANSPORTS)('a client over %s', (_name, connect) => {
  let ends: Ends;
  afterEach(() => ends.dispose());

  /** A client of a server whose `slow` calls end when the test says so. */
  async function openShop() {
    ends = await connect();
    const slow = withResolvers<string>();
    const shop = {
      echo: (value: unknown) => value,
      slow: () => slow.promise,
      missing: () => {
        throw new RpcError('NOT_FOUND', 'no tea today');
      },
    };
    serve(ends.server, createDispatcher(shop), { concurrency: 10 });
    const clock = new FakeClock();
    return { client: createClient(ends.client, { clock }), clock, slow };
  }

  /** A client of a server that the test plays itself. */
  async function openRaw() {
    ends = await connect();
    const server = listen(ends.server);
    const client = createClient(ends.client);
    return { client, server, say: (text: string) => ends.server.write(encodeUtf8(text)) };
  }

  test('calls overtake each other', async () => {
    const { client, slow } = await openShop();
    const first = watch(client.call('slow', []));
    expect(await client.call('echo', ['Grüße, 語'])).toBe('Grüße, 語');
    expect(first.state).toBe('pending');
    expect(client.pending).toBe(1);
    slow.resolve('at last');
    expect(await client.call('echo', [1])).toBe(1);
    expect(first).toMatchObject({ state: 'resolved', value: 'at last' });
    expect(client.pending).toBe(0);
  });

  test('a hundred calls at once', async () => {
    const { client } = await openShop();
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    expect(await Promise.all(numbers.map((n) => client.call('echo', [n])))).toEqual(numbers);
  });

  test('an error arrives with its code', async () => {
    const { client } = await openShop();
    await expect(client.call('missing', [])).rejects.toMatchObject({
      name: 'RpcError',
      code: 'NOT_FOUND',
      message: 'no tea today',
    });
  });

  test('a call that times out frees its slot, and its late reply harms nobody', async () => {
    const { client, clock, slow } = await openShop();
    const late = client.call('slow', [], { timeoutMs: 100 });
    clock.advance(100);
    await expect(late).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(client.pending).toBe(0);
    slow.resolve('too late');
    expect(await client.call('echo', ['still here'])).toBe('still here');
  });

  test('what JSON cannot pack fails by itself and leaves nothing behind', async () => {
    const { client, clock } = await openShop();
    await expect(client.call('echo', [1n], { timeoutMs: 100 })).rejects.toThrow(TypeError);
    expect(client.pending).toBe(0);
    expect(clock.pending).toBe(0);
    expect(await client.call('echo', [1])).toBe(1);
  });

  test('a key that is too long is refused, not forgotten', async () => {
    const { client } = await openShop();
    await expect(client.call('echo', [1], { key: 'k'.repeat(1_000) })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });

  test('close lets what is running end', async () => {
    const { client, slow } = await openShop();
    const running = client.call('slow', []);
    client.close();
    slow.resolve('done');
    expect(await running).toBe('done');
  });

  test.each([
    ['an orderly end', () => ends.server.end()],
    ['a reset', () => ends.server.destroy()],
  ])('%s fails all that waits', async (_how, breakIt) => {
    const { client, server } = await openRaw();
    const calls = [client.call('a', []), client.call('b', [])];
    for (const call of calls) call.catch(() => undefined);
    await server.atLeast(2 * '{"id":1,"method":"a","params":[]}\n'.length);
    breakIt();
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(client.pending).toBe(0);
    await expect(client.call('c', [])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test.each([
    ['what is not JSON', 'hello\n'],
    ['what is not a reply', 'null\n'],
  ])('a server that sends %s is as good as gone', async (_what, text) => {
    const { client, server, say } = await openRaw();
    const call = client.call('a', []);
    call.catch(() => undefined);
    say(text);
    await expect(call).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('what cannot be read'),
    });
    await server.closed;
  });

  test('an end inside a reply fails the call', async () => {
    const { client, say } = await openRaw();
    const call = client.call('a', []);
    call.catch(() => undefined);
    say('{"id":1,"res');
    ends.server.end();
    await expect(call).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('what cannot be read'),
    });
  });

  test('replies before the broken one still count', async () => {
    const { client, say } = await openRaw();
    const [good, bad] = [client.call('a', []), client.call('b', [])];
    bad.catch(() => undefined);
    say('{"id":1,"result":"good"}\nrubbish\n');
    expect(await good).toBe('good');
    await expect(bad).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('the same over length-prefixed frames', async () => {
    ends = await connect();
    serve(ends.server, createDispatcher({ echo: (text: string) => text }), {
      framing: lengthFraming,
    });
    const client = createClient(ends.client, { framing: lengthFraming });
    expect(await client.call('echo', ['a\nb'])).toBe('a\nb');
  });

  test('what goes over the wire is what lesson 2 shows', async () => {
    const { client, server } = await openRaw();
    client.call('priceOf', ['tea'], { key: 'k-1' }).catch(() => undefined);
    const line = '{"id":1,"method":"priceOf","params":["tea"],"key":"k-1"}\n';
    expect(decodeUtf8(await server.atLeast(line.length))).toBe(line);
  });
});
