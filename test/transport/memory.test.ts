import { expect, test } from 'vitest';
import { encodeUtf8 } from '#bytes/utf8';
import { createPipe } from '#transport/memory';
import { listen } from './ends.ts';

test('what was written is a copy: the writer may use its buffer again', async () => {
  const [client, server] = createPipe();
  const atServer = listen(server);
  const buffer = encodeUtf8('abc');
  client.write(buffer);
  buffer.fill(0);
  expect(await atServer.atLeast(3)).toEqual(encodeUtf8('abc'));
});

test('nothing is delivered before write has returned', () => {
  const [client, server] = createPipe();
  const atServer = listen(server);
  client.write(encodeUtf8('abc'));
  expect(atServer.received()).toHaveLength(0);
});

test('a receiver can pause between two chunks', async () => {
  const [client, server] = createPipe();
  const chunks: number[] = [];
  server.start({
    data(chunk) {
      chunks.push(...chunk);
      server.pause();
    },
  });
  const atClient = listen(client);
  client.write(Uint8Array.of(1));
  client.write(Uint8Array.of(2));
  server.write(Uint8Array.of(0));
  await atClient.atLeast(1);
  expect(chunks).toEqual([1]);
});
