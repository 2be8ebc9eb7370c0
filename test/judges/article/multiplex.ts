import { credentials, Server as JsServer, status } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import type { RunningServer } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { asPromise } from '#hello/call';
import { handle } from '#hello/handler';
import { listen, stop } from '#hello/serve';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { LOOPBACK } from '#transport/tcp';
import { hello } from '../../../lessons/10-hello-grpc/load.ts';
import { type Line, startLine } from '../../../lessons/20-multiplexing/line.ts';
import { ecommerce } from '../../../lessons/shop/load.ts';
import type { Case } from '../kit/cases.ts';
import { expect } from './expect.ts';
import { type GoServer, runGoClient } from './programs.ts';

/** The article's two services on one port, and its two stubs on one connection. */

const added = (id: string) => `Order Added: ${id}`;

/** Both services on grpc-js; or only the Greeter. */
export async function startTwoOnGrpcJs(services: 'both' | 'greeter'): Promise<RunningServer> {
  const server = new JsServer();
  const fail = (error: unknown) => console.error(error);
  server.addService(hello.Greeter.service, {
    SayHello: handle(async ({ name }: { name: string }) => ({ message: `Hello ${name}` }), fail),
  });
  if (services === 'both') {
    server.addService(ecommerce.OrderManagement.service, {
      AddOrder: handle(async ({ id }: { id: string }) => ({ value: added(id) }), fail),
    });
  }
  const port = await listen(server, `${LOOPBACK}:0`);
  return { host: LOOPBACK, port, close: () => stop(server, { graceMs: 0 }) };
}

/** The same on our stack. */
export async function startTwoOnOurs(services: 'both' | 'greeter'): Promise<RunningServer> {
  const server = new Server();
  server.addService(GreeterDefinition, {
    sayHello: ({ name }) => ({ message: `Hello ${name}` }),
  });
  if (services === 'both') {
    server.addService(OrderManagementDefinition, { addOrder: ({ id }) => ({ value: added(id) }) });
  }
  const { host, port } = await server.listen({ host: LOOPBACK, port: 0 });
  return { host, port, close: () => server.close() };
}

/** The article's client of two services against a server of ours. @param missing why one is not there */
export function goTwoClientCases(
  program: string,
  start: (services: 'both' | 'greeter') => Promise<RunningServer>,
  missing: string,
): Case[] {
  const run = async (
    services: 'both' | 'greeter',
    check: (lines: string[], line: Line) => void,
  ) => {
    const server = await start(services);
    const line = await startLine(server);
    try {
      const { code, lines } = await runGoClient(program, line.port);
      expect('its exit code', code, 0);
      check(lines, line);
    } finally {
      await line.close();
      await server.close();
    }
  };
  const greeting = 'Greeting: Hello gRPC Up and Running!';
  return [
    {
      name: 'two services on one connection',
      run: () =>
        run('both', (lines, line) => {
          expect('what it logs', lines, [`AddOrder Response -> ${added('101')}`, greeting]);
          expect('connections', line.connections, 1);
        }),
    },
    {
      name: 'a service that is not there: UNIMPLEMENTED, and the other answers',
      run: () =>
        run('greeter', (lines, line) => {
          const failed = `AddOrder failed : Unimplemented : ${missing}`;
          expect('what it logs', lines, [failed, greeting]);
          expect('connections', line.connections, 1);
        }),
    },
  ];
}

/** A client of ours with a stub for each service. */
interface TwoStubs {
  addOrder(id: string): Promise<string>;
  greet(name: string): Promise<string>;
  /** Calls this path; @returns code and details. */
  call(path: string): Promise<string>;
  close(): unknown;
}

export function connectTwoOnGrpcJs({ port }: { port: number }): TwoStubs {
  const address = `${LOOPBACK}:${port}`;
  const shop = new ecommerce.OrderManagement(address, credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
  });
  const greeter = new hello.Greeter(address, credentials.createInsecure(), {
    channelOverride: shop.getChannel(),
  });
  const nothing = () => Buffer.alloc(0);
  return {
    addOrder: async (id) =>
      (
        await asPromise<{ value: string }>((options, done) =>
          shop.addOrder(Order.create({ id }), options, done),
        )
      ).value,
    greet: async (name) =>
      (
        await asPromise<{ message: string }>((options, done) =>
          greeter.sayHello({ name }, options, done),
        )
      ).message,
    call: (path) =>
      asPromise((options, done) =>
        shop.makeUnaryRequest(path, nothing, nothing, {}, options, done),
      ).then(String, ({ code, details, message }) => `${code} ${details ?? message}`),
    close: () => shop.close(),
  };
}

export function connectTwoOnOurs({ port }: { port: number }): TwoStubs {
  const channel = new Channel(`ipv4:${LOOPBACK}:${port}`);
  const defaults = { timeoutMs: 10_000 };
  const shop = createClient(OrderManagementDefinition, channel, { defaults });
  const greeter = createClient(GreeterDefinition, channel, { defaults });
  const { sayHello } = GreeterDefinition.methods;
  return {
    addOrder: async (id) => (await shop.addOrder(Order.create({ id }))).value,
    greet: async (name) => (await greeter.sayHello({ name })).message,
    call: (path) => {
      const methods = { any: { ...sayHello, path } } as const;
      const stub = createClient({ name: 'any', methods }, channel, { defaults });
      return stub.any({ name: '' }).then(String, ({ code, details }) => `${code} ${details}`);
    },
    close: () => channel.close(),
  };
}

/** A client of ours against the article's server of two services. */
export function goTwoServerCases(
  server: GoServer,
  connect: (address: { port: number }) => TwoStubs,
): Case[] {
  const withStubs = async (use: (stubs: TwoStubs, line: Line) => Promise<void>) => {
    const line = await startLine({ host: LOOPBACK, port: server.port });
    const stubs = connect(line);
    try {
      await use(stubs, line);
    } finally {
      await stubs.close();
      await line.close();
    }
  };
  const fails = (name: string, path: string, details: string): Case => ({
    name,
    run: () =>
      withStubs(async ({ call, greet }) => {
        expect('how it ended', await call(path), `${status.UNIMPLEMENTED} ${details}`);
        expect('a call behind it', await greet('ada'), 'Hello ada');
      }),
  });
  return [
    {
      name: 'a hundred calls, to two services in turn, on one connection',
      run: () =>
        withStubs(async ({ addOrder, greet }, line) => {
          const numbers = Array.from({ length: 100 }, (_, i) => i);
          const answers = await Promise.all(
            numbers.map((i) => (i % 2 === 0 ? addOrder(`${i}`) : greet(`${i}`))),
          );
          for (const i of numbers) {
            expect('an answer', answers[i], i % 2 === 0 ? added(`${i}`) : `Hello ${i}`);
          }
          expect('connections', line.connections, 1);
        }),
    },
    fails('an unknown service', '/shop.Prices/Get', 'unknown service shop.Prices'),
    fails(
      'an unknown method',
      '/hello.Greeter/sayHello',
      'unknown method sayHello for service hello.Greeter',
    ),
  ];
}
