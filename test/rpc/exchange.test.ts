import { afterEach, describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { settle, watch } from '#course/kit/watch';
import { lengthFraming } from '#framing/frame';
import { MAX_LINE_SIZE } from '#framing/limits';
import { createExchange } from '#rpc/exchange';
import { type Ends, listen, TRANSPORTS } from '../transport/ends.ts';

describe.each(TRANSPORTS)('an exchange over %s', (_name, connect) => {
  let ends: Ends;
  afterEach(() => ends.dispose());

  async function open() {
    ends = await connect();
    const exchange = createExchange(ends.client);
    const server = listen(ends.server);
    return {
      server,
      ask: async (text: string) => decodeUtf8(await exchange(encodeUtf8(text))),
      say: (text: string) => ends.server.write(encodeUtf8(text)),
    };
  }

  test('sends a line and resolves with a line', async () => {
    const { ask, say, server } = await open();
    const answer = ask('question');
    expect(decodeUtf8(await server.atLeast(9))).toBe('question\n');
    say('ans');
    say('wer\n');
    expect(await answer).toBe('answer');
  });

  test('sends the next one only when the last one is answered', async () => {
    const { ask, say, server } = await open();
    const answers = [ask('one'), ask('two'), ask('three')];
    await server.atLeast(4);
    await settle();
    expect(decodeUtf8(server.received())).toBe('one\n');
    say('1\n');
    expect(await answers[0]).toBe('1');
    await server.atLeast(8);
    await settle();
    expect(decodeUtf8(server.received())).toBe('one\ntwo\n');
    say('2\n');
    await server.atLeast(14);
    say('3\n');
    expect(await Promise.all(answers)).toEqual(['1', '2', '3']);
  });

  test('a reply that nobody asked for is dropped', async () => {
    const { ask, say, server } = await open();
    const first = ask('one');
    await server.atLeast(4);
    say('1\nand another\n');
    expect(await first).toBe('1');
    const second = ask('two');
    await server.atLeast(8);
    say('2\n');
    expect(await second).toBe('2');
  });

  test('an orderly end fails who waits, and all who come later', async () => {
    const { ask, server } = await open();
    const waiting = [watch(ask('one')), watch(ask('two'))];
    await server.atLeast(4);
    ends.server.end();
    await server.closed;
    await expect(ask('three')).rejects.toThrow('the server closed the connection');
    for (const { error } of waiting) {
      expect(error).toMatchObject({ message: 'the server closed the connection' });
    }
    expect(decodeUtf8(server.received())).toBe('one\n');
  });

  test('a reset fails who waits', async () => {
    const { ask, server } = await open();
    const waiting = ask('one');
    waiting.catch(() => undefined);
    await server.atLeast(4);
    ends.server.destroy();
    await expect(waiting).rejects.toThrow(/reset/i);
  });

  test('an end inside a reply fails who waits, and says so', async () => {
    const { ask, say, server } = await open();
    const waiting = ask('one');
    waiting.catch(() => undefined);
    await server.atLeast(4);
    say('half an ans');
    ends.server.end();
    await expect(waiting).rejects.toMatchObject({ name: 'FrameError', code: 'truncated' });
  });

  test('a broken framing fails who waits, and ends the connection', async () => {
    const { ask, say, server } = await open();
    const waiting = ask('one');
    waiting.catch(() => undefined);
    await server.atLeast(4);
    say('x'.repeat(MAX_LINE_SIZE + 1));
    await expect(waiting).rejects.toMatchObject({ name: 'FrameError', code: 'too-large' });
    await server.closed;
    await expect(ask('two')).rejects.toMatchObject({ code: 'too-large' });
  });

  test('works with any framing', async () => {
    ends = await connect();
    const exchange = createExchange(ends.client, lengthFraming);
    const server = listen(ends.server);
    const answer = exchange(encodeUtf8('a\nb'));
    expect(await server.atLeast(7)).toEqual(lengthFraming.encode(encodeUtf8('a\nb')));
    ends.server.write(lengthFraming.encode(encodeUtf8('c\nd')));
    expect(decodeUtf8(await answer)).toBe('c\nd');
  });
});
