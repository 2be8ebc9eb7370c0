import { credentials, status } from '@grpc/grpc-js';
import type { RunningServer } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { asPromise } from '#hello/call';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { LOOPBACK } from '#transport/tcp';
import { sayHello } from '../../../lessons/10-hello-grpc/client.ts';
import { hello } from '../../../lessons/10-hello-grpc/load.ts';
import { connectOurs } from '../../../lessons/10-hello-grpc/ours.ts';
import type { Case } from '../kit/cases.ts';
import { runProgram } from '../kit/run-program.ts';
import { codeOf, expect } from './expect.ts';
import type { GoServer } from './programs.ts';

/** ASCII, several bytes a character, what has to be escaped elsewhere, and more than one DATA frame. */
const NAMES = ['world', '世界', 'Zoë “Ω” 100%', 'x'.repeat(100_000)];

/** The article's client against one of our servers: it logs the greeting, or why there is none. */
export function goClientCases(client: string, server: RunningServer): Case[] {
  const call = async (name: string, port = server.port) => {
    const { code, output } = await runProgram(client, [`-addr=127.0.0.1:${port}`, `-name=${name}`]);
    return { code, said: output.trim().replace(/^\S+ \S+ /, '') };
  };
  const greets = NAMES.map((name) => ({
    name: `greets ${name.slice(0, 12)}`,
    async run() {
      const { code, said } = await call(name);
      expect('what it logs', said, `Greeting: Hello ${name}`);
      expect('its exit code', code, 0);
    },
  }));
  const fails = (name: string, code: string, details: RegExp) => ({
    name: `${name || 'no name'}: ${code}`,
    async run() {
      const answer = await call(name);
      const prefix = `could not greet: rpc error: code = ${code} desc = `;
      expect('what it logs', answer.said.slice(0, prefix.length), prefix);
      expect('the text is the one', details.test(answer.said.slice(prefix.length)), true);
      expect('its exit code', answer.code, 1);
    },
  });
  return [
    ...greets,
    fails('', 'InvalidArgument', /^the name is empty$/),
    // The article's client gives up after a second, and says so to the server.
    fails('sloth', 'DeadlineExceeded', /deadline/i),
    // An accident's text must not leave the server.
    fails('bug', 'Unknown', /^(?!.*hunter2)/s),
  ];
}

/** A client of ours, whichever stack: a name in, the greeting out. */
export interface OurClient {
  greet(name: string, timeoutMs: number): Promise<string>;
  /** Calls a method that the article's service does not have. */
  callMissing(): Promise<unknown>;
  close(): void;
}

export function connectGrpcJs({ port }: { port: number }): OurClient {
  const greeter = new hello.Greeter(`127.0.0.1:${port}`, credentials.createInsecure());
  const { requestSerialize, responseDeserialize } = hello.Greeter.service.SayHello;
  return {
    greet: (name, timeoutMs) => sayHello(greeter, name, { timeoutMs }),
    callMissing: () =>
      asPromise((options, done) =>
        greeter.makeUnaryRequest(
          '/hello.Greeter/SayGoodbye',
          requestSerialize,
          responseDeserialize,
          { name: '' },
          options,
          done,
        ),
      ),
    close: () => greeter.close(),
  };
}

export function connectOurStack({ port }: { port: number }): OurClient {
  const { greeter, channel } = connectOurs({ host: LOOPBACK, port });
  const { sayHello } = GreeterDefinition.methods;
  const missing = { sayGoodbye: { ...sayHello, path: '/hello.Greeter/SayGoodbye' } } as const;
  const stranger = createClient({ name: 'hello.Greeter', methods: missing }, channel);
  return {
    greet: async (name, timeoutMs) => (await greeter.sayHello({ name }, { timeoutMs })).message,
    callMissing: () => stranger.sayGoodbye({ name: '' }, { timeoutMs: 5_000 }),
    close: () => channel.close(),
  };
}

/** Our client, either stack, against the article's server, which logs what it received. */
export function goServerCases(server: GoServer, connect: () => OurClient): Case[] {
  const withClient = async (use: (client: OurClient) => Promise<void>) => {
    const client = connect();
    try {
      await use(client);
    } finally {
      client.close();
    }
  };
  return [
    ...[...NAMES, ''].map((name) => ({
      name: `greets ${name.slice(0, 12) || 'nobody'}`,
      run: () =>
        withClient(async (client) => {
          expect('the greeting', await client.greet(name, 5_000), `Hello ${name}`);
          await server.logged(`Received: ${name}`);
        }),
    })),
    {
      name: 'a method that it has not: UNIMPLEMENTED',
      run: () =>
        withClient(async (client) => {
          expect('the status', await codeOf(client.callMissing()), status.UNIMPLEMENTED);
        }),
    },
    {
      name: 'a deadline that is over: DEADLINE_EXCEEDED',
      run: () =>
        withClient(async (client) => {
          expect('the status', await codeOf(client.greet('x', 0)), status.DEADLINE_EXCEEDED);
        }),
    },
    {
      name: '200 calls at once',
      run: () =>
        withClient(async (client) => {
          const names = Array.from({ length: 200 }, (_, i) => `guest ${i}`);
          const replies = await Promise.all(names.map((name) => client.greet(name, 10_000)));
          for (const [i, name] of names.entries())
            expect('a greeting', replies[i], `Hello ${name}`);
        }),
    },
  ];
}
