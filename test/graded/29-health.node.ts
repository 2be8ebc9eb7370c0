import * as grpc from '@grpc/grpc-js';
import { HealthImplementation, service as healthService } from 'grpc-health-check';
import { Channel } from '#channel/channel';
import { throwGap } from '#course/kit/compare/gap';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import { GracefulEnd } from '#services/graceful-end';
import { Health, ServingStatus } from '#services/health';
import { type ProbeConnection, probe } from '#services/probe';
import { greeter, listen, UNSHARED } from './grpc-js.ts';

/** The part of lesson 29's suite that needs Node: grpc-js, and its health service. */

interface HealthStub extends grpc.Client {
  check(
    request: { service: string },
    options: grpc.CallOptions,
    done: (error: grpc.ServiceError | null) => void,
  ): void;
  watch(
    request: { service: string },
    options?: grpc.CallOptions,
  ): grpc.ClientReadableStream<{ status: string }>;
}

function connect(port: number): HealthStub {
  const definition = healthService as unknown as grpc.ServiceDefinition;
  const Stub = grpc.makeClientConstructor(definition, 'Health');
  const address = `127.0.0.1:${port}`;
  return new Stub(address, grpc.credentials.createInsecure(), UNSHARED) as unknown as HealthStub;
}

/** A client of grpc-js watches a service on our server, from before it is there until the end. */
export async function watchedByStranger() {
  const failures: unknown[] = [];
  const server = new Server({ onHandlerError: (error) => failures.push(error) });
  const health = new Health().register(server);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const client = connect(port);
  const deadline = Date.now() + SOON_MS;
  const told: string[] = [];
  try {
    const unknown = await new Promise<string>((resolve) => {
      client.check({ service: 'a.B' }, { deadline }, (error) =>
        resolve(error ? String(grpc.status[error.code]) : 'an answer'),
      );
    });
    const stream = client.watch({ service: 'a.B' }, { deadline });
    const listed = await new Promise<string>((resolve) => {
      stream.on('data', ({ status }) => {
        told.push(status);
        if (told.length === 1) health.set('a.B', ServingStatus.SERVING);
        if (told.length === 2) health.shutdown();
      });
      stream.on('error', () => {});
      stream.on('status', ({ code }) => resolve(String(grpc.status[code])));
    });
    // The client reads UNKNOWN; what the board threw says more.
    for (const failure of failures) throw failure;
    return { told, listed, unknown };
  } finally {
    client.close();
    await server.close();
  }
}

/** A server of grpc-js with a stream that never ends: tryShutdown alone, and by GracefulEnd. */
export async function endOfAStranger() {
  const server = new grpc.Server();
  const health = new HealthImplementation({ '': 'SERVING' });
  health.addToServer(server);
  server.addService(greeter, {});
  const port = await listen(server);
  const client = connect(port);
  const stream = client.watch({ service: '' });
  stream.on('error', () => {});
  const log: string[] = [];
  try {
    await new Promise((resolve) => stream.once('data', resolve));
    let alone = 'it waits';
    const end = new GracefulEnd(
      {
        notServing() {
          log.push('notServing');
          health.setStatus('', 'NOT_SERVING');
        },
        drain() {
          log.push('drain');
          return new Promise<void>((resolve) => {
            server.tryShutdown(() => {
              if (!log.includes('force')) alone = 'it came back';
              resolve();
            });
          });
        },
        force() {
          log.push('force');
          server.forceShutdown();
        },
      },
      { noticeMs: 10, graceMs: 50 },
    );
    end.signal();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<{ how: string }>((resolve) => {
      timer = setTimeout(() => resolve({ how: 'it did not end' }), SOON_MS);
    });
    const { how } = await Promise.race([end.ended, patience]);
    clearTimeout(timer);
    return { how, alone, log };
  } finally {
    stream.cancel();
    client.close();
    server.forceShutdown();
  }
}

/** How our probe finds a server of grpc-js, and none. */
export async function probedStranger() {
  const server = new grpc.Server();
  new HealthImplementation({ '': 'SERVING', 'closed.today': 'NOT_SERVING' }).addToServer(server);
  const port = await listen(server);
  const ask = async (service: string) => {
    try {
      const limits = { service, connectMs: SOON_MS, checkMs: SOON_MS };
      return (await probe(() => reach(port), limits)).exitCode;
    } catch (error) {
      throwGap(error);
      return String((error as Error).message);
    }
  };
  try {
    const [whole, closed, nobody] = [await ask(''), await ask('closed.today'), await ask('nobody')];
    server.forceShutdown();
    return { whole, closed, nobody, gone: await ask('') };
  } finally {
    server.forceShutdown();
  }
}

async function reach(port: number): Promise<ProbeConnection> {
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  const client = createClient(HealthDefinition, channel);
  try {
    // A first question, so that a server that is gone is found while we connect.
    await client.list({}, { timeoutMs: SOON_MS }).catch((error) => {
      if (error.code === grpc.status.UNAVAILABLE) throw error;
    });
  } catch (error) {
    await channel.close();
    throw error;
  }
  return {
    check: async (service, signal) => (await client.check({ service }, { signal })).status,
    close: () => channel.close(),
  };
}
