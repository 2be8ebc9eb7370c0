import { afterEach, describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { settle } from '#course/kit/watch';
import { type Ends, listen, TRANSPORTS } from './ends.ts';

/** What `Connection` promises, kept by every transport. */
describe.each(TRANSPORTS)('a connection over %s', (_name, connect) => {
  let ends: Ends;
  afterEach(() => ends.dispose());

  test('carries bytes both ways, in order', async () => {
    ends = await connect();
    const [atClient, atServer] = [listen(ends.client), listen(ends.server)];
    for (const word of ['one ', 'two ', 'three']) ends.client.write(encodeUtf8(word));
    ends.server.write(encodeUtf8('hello'));
    expect(decodeUtf8(await atServer.atLeast(13))).toBe('one two three');
    expect(decodeUtf8(await atClient.atLeast(5))).toBe('hello');
  });

  test('keeps what was sent before anybody listened', async () => {
    ends = await connect();
    ends.client.write(encodeUtf8('early'));
    ends.client.end();
    const atServer = listen(ends.server);
    await atServer.ended;
    expect(decodeUtf8(atServer.received())).toBe('early');
  });

  test('hands over plain Uint8Arrays that are the receiver’s to keep', async () => {
    ends = await connect();
    const chunks: Uint8Array[] = [];
    const come = new Promise<void>((resolve) => {
      ends.server.start({
        data(chunk) {
          chunks.push(chunk);
          resolve();
        },
      });
    });
    const buffer = encodeUtf8('first');
    ends.client.write(buffer);
    await come;
    expect(chunks[0]?.constructor).toBe(Uint8Array);
    expect(decodeUtf8(chunks[0] as Uint8Array)).toBe('first');
  });

  test('can be ended on one side and answered from the other', async () => {
    ends = await connect();
    const [atClient, atServer] = [listen(ends.client), listen(ends.server)];
    ends.client.end();
    await atServer.ended;
    ends.server.write(encodeUtf8('the answer'));
    ends.server.end();
    await atClient.closed;
    expect(decodeUtf8(atClient.received())).toBe('the answer');
    expect(await atServer.closed).toBeUndefined();
    expect(atClient.events).toEqual(['data', 'end', 'close']);
  });

  test('and the other way round: the server has said all, the client has not', async () => {
    ends = await connect();
    const [atClient, atServer] = [listen(ends.client), listen(ends.server)];
    ends.server.end();
    await atClient.ended;
    await settle();
    ends.client.write(encodeUtf8('one more thing'));
    ends.client.end();
    await atServer.closed;
    expect(decodeUtf8(atServer.received())).toBe('one more thing');
  });

  test('ignores what is written after the end', async () => {
    ends = await connect();
    const atServer = listen(ends.server);
    listen(ends.client);
    ends.client.write(encodeUtf8('last'));
    ends.client.end();
    ends.client.end();
    expect(ends.client.write(encodeUtf8('too late'))).toBe(true);
    await atServer.ended;
    expect(decodeUtf8(atServer.received())).toBe('last');
  });

  test('reports a reset once, with a reason, and nothing after it', async () => {
    ends = await connect();
    const [atClient, atServer] = [listen(ends.client), listen(ends.server)];
    ends.client.write(encodeUtf8('half a mess'));
    await atServer.atLeast(11);
    ends.client.destroy();
    ends.client.destroy();
    expect(await atServer.closed).toBeInstanceOf(Error);
    expect(await atClient.closed).toBeUndefined();
    await settle();
    expect(atServer.events).toEqual(['data', 'close']);
    expect(atClient.events).toEqual(['close']);
  });

  test('is over for both when it is broken at once after its end', async () => {
    ends = await connect();
    const [atClient, atServer] = [listen(ends.client), listen(ends.server)];
    ends.client.end();
    ends.client.destroy();
    await atClient.closed;
    ends.server.end();
    await atServer.closed;
  });

  test('tells the one who broke it why', async () => {
    ends = await connect();
    const atServer = listen(ends.server);
    ends.server.destroy(new Error('bad frame'));
    expect(await atServer.closed).toMatchObject({ message: 'bad frame' });
  });

  test('reports a close that came before anybody listened', async () => {
    ends = await connect();
    const atClient = listen(ends.client);
    ends.server.destroy(new Error('no room'));
    await atClient.closed;
    expect(await listen(ends.server).closed).toMatchObject({ message: 'no room' });
  });

  test('delivers nothing while paused, and all of it after', async () => {
    ends = await connect();
    const atServer = listen(ends.server);
    const atClient = listen(ends.client);
    ends.server.pause();
    ends.client.write(encodeUtf8('patience'));
    // An echo on the way back proves that time has passed on the wire.
    ends.server.write(encodeUtf8('ping'));
    await atClient.atLeast(4);
    expect(atServer.received()).toHaveLength(0);
    ends.server.resume();
    expect(decodeUtf8(await atServer.atLeast(8))).toBe('patience');
  });
});
