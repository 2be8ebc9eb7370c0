import { expect, test, vi } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import type { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import { Status, type StatusCode } from '#grpc/status';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { startServer } from '../attack/process.ts';

/** Servers come and go under load: every call ends with a status, exactly once. */
vi.setConfig({ testTimeout: 60_000 });

const BACKOFF = { initialMs: 20, maxMs: 20 };
const AT_ONCE = 20;

/** Calls without a pause until `stop`, many at once. */
function load(channel: Channel, waitForReady: boolean) {
  const greeter = createClient(GreeterDefinition, channel);
  const codes = new Map<StatusCode, number>();
  let ends = 0;
  let begun = 0;
  let stopped = false;
  const count = (code: StatusCode) => codes.set(code, (codes.get(code) ?? 0) + 1);
  const caller = async () => {
    while (!stopped) {
      begun++;
      const options = { waitForReady, timeoutMs: 20_000, onTrailers: () => ends++ };
      await greeter.sayHello({ name: 'Ada' }, options).then(
        ({ message }) => count(message === 'Hello, Ada' ? Status.OK : Status.DATA_LOSS),
        (error) => count((error as GrpcError).code),
      );
      await new Promise((next) => setImmediate(next));
    }
  };
  const callers = Promise.all(Array.from({ length: AT_ONCE }, caller));
  return {
    codes,
    async until(answered: number): Promise<void> {
      while ((codes.get(Status.OK) ?? 0) < answered)
        await new Promise((next) => setTimeout(next, 5));
    },
    async stop(): Promise<void> {
      stopped = true;
      await callers;
      const settled = [...codes.values()].reduce((sum, n) => sum + n, 0);
      expect([settled, ends]).toEqual([begun, begun]);
    },
  };
}

test('a server process is killed, and another takes its port', async () => {
  const { process: first, port } = await startServer();
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, { backoff: BACKOFF });
  const calls = load(channel, false);
  await calls.until(200);
  await first.kill();
  const { process: second } = await startServer(port);
  await calls.until((calls.codes.get(Status.OK) ?? 0) + 200);
  await calls.stop();
  await channel.shutdown();
  await second.kill();
  expect([...calls.codes.keys()].sort()).toEqual([Status.OK, Status.UNAVAILABLE]);
});

test('a graceful restart loses no call: a call that waits for a connection is answered', async () => {
  const serve = async (port = 0) => {
    const server = new Server();
    server.addService(GreeterDefinition, {
      async sayHello({ name }) {
        await new Promise((next) => setImmediate(next));
        return { message: `Hello, ${name}` };
      },
    });
    return { server, port: (await server.listen({ port })).port };
  };
  let { server, port } = await serve();
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, { backoff: BACKOFF });
  const calls = load(channel, true);
  for (let i = 1; i <= 5; i++) {
    await calls.until(i * 100);
    await server.shutdown();
    ({ server, port } = await serve(port));
  }
  await calls.until(600);
  await calls.stop();
  await channel.shutdown();
  await server.close();
  expect([...calls.codes.keys()]).toEqual([Status.OK]);
});
