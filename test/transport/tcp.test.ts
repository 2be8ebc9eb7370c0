import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Connection } from '#transport/connection';
import { freePort } from '#transport/free-port';
import { SocketConnection } from '#transport/socket-connection';
import { connectTcp, LOOPBACK, listenTcp } from '#transport/tcp';
import { listen, withResolvers } from './ends.ts';

const nobody = () => {};

test('a refused connection rejects, with the system’s code', async () => {
  await expect(connectTcp({ port: await freePort() })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});

test('a port in use rejects, with the system’s code', async () => {
  const first = await listenTcp({ port: 0 }, nobody);
  await expect(listenTcp({ port: first.port }, nobody)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await first.destroy();
});

test('listens where only this machine can reach it', async () => {
  const listener = await listenTcp({ port: 0 }, nobody);
  expect(listener.host).toBe(LOOPBACK);
  expect(listener.port).toBeGreaterThan(0);
  await listener.destroy();
});

test('a signal that is aborted already connects to nobody', async () => {
  const signal = AbortSignal.abort(new Error('changed my mind'));
  await expect(connectTcp({ port: 1 }, signal)).rejects.toThrow('changed my mind');
});

test('a signal that is aborted on the way rejects with its reason', async () => {
  const listener = await listenTcp({ port: 0 }, nobody);
  const abort = new AbortController();
  const connecting = connectTcp(listener, abort.signal);
  abort.abort(new Error('too slow'));
  await expect(connecting).rejects.toThrow('too slow');
  await listener.destroy();
});

test('a signal that is aborted later leaves the connection alone', async () => {
  const accepted = withResolvers<ReturnType<typeof listen>>();
  const listener = await listenTcp({ port: 0 }, (server) => accepted.resolve(listen(server)));
  const abort = new AbortController();
  const client = await connectTcp(listener, abort.signal);
  abort.abort();
  client.write(Uint8Array.of(1));
  expect(await (await accepted.promise).atLeast(1)).toEqual(Uint8Array.of(1));
  client.destroy();
  await listener.destroy();
});

test('a connection on which nothing moves is ended', async () => {
  const closed = withResolvers<Error | undefined>();
  const listener = await listenTcp({ port: 0, idleTimeoutMs: 1 }, async (server) => {
    closed.resolve(await listen(server).closed);
  });
  const client = await connectTcp(listener);
  const atClient = listen(client);
  await closed.promise;
  await atClient.ended;
  client.end();
  await atClient.closed;
  await listener.close();
});

test('close leaves open connections alone, and waits for them', async () => {
  const accepted = withResolvers<ReturnType<typeof listen>>();
  const listener = await listenTcp({ port: 0 }, (server) => accepted.resolve(listen(server)));
  const client = await connectTcp(listener);
  const atServer = await accepted.promise;
  let isClosed = false;
  const closing = listener.close().then(() => {
    isClosed = true;
  });
  client.write(Uint8Array.of(7));
  expect(await atServer.atLeast(1)).toEqual(Uint8Array.of(7));
  expect(isClosed).toBe(false);
  await expect(connectTcp(listener)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  client.destroy();
  await closing;
});

test('destroy breaks open connections', async () => {
  const listener = await listenTcp({ port: 0 }, (server) => void listen(server));
  const client = await connectTcp(listener);
  const atClient = listen(client);
  await listener.destroy();
  await atClient.ended;
  client.end();
  await atClient.closed;
});

test('write says false when it had to queue, and drain comes when it is out', async () => {
  const accepted = withResolvers<Connection>();
  const listener = await listenTcp({ port: 0 }, accepted.resolve);
  const client = await connectTcp(listener);
  const server = await accepted.promise;
  const drained = withResolvers<void>();
  client.start({ data: nobody, drain: drained.resolve });
  const chunk = new Uint8Array(64 * 1024);
  let written = 0;
  // Bounded by what the system's buffers can take; the loop ends when they are full.
  while (client.write(chunk) && written < 1_000) written++;
  expect(written).toBeLessThan(1_000);
  // Nothing is read before start: so far the server's system has taken what came.
  server.start({ data: nobody });
  await drained.promise;
  client.destroy();
  await listener.destroy();
});

test('a socket that knows no reset is destroyed all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rpc-'));
  const server = createServer().listen(join(folder, 'socket'));
  await once(server, 'listening');
  const socket = connect(join(folder, 'socket'));
  await once(socket, 'connect');
  const connection = new SocketConnection(socket);
  const there = listen(connection);
  connection.destroy(new Error('enough'));
  expect(await there.closed).toMatchObject({ message: 'enough' });
  server.close();
  rmSync(folder, { recursive: true });
});
