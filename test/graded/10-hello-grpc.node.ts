import * as grpc from '@grpc/grpc-js';
import { SOON_MS } from '#course/kit/patience';
import { type Watched, watch } from '#course/kit/watch';
import type { HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { greeterService } from '../../lessons/10-hello-grpc/static.ts';
import { listen, UNSHARED } from './grpc-js.ts';

/**
 * The other end for lesson 10's suite: servers and clients of grpc-js, on free ports. Nothing in
 * here waits for a time: what has to happen first is waited for by its event.
 */
export type Handler = grpc.handleUnaryCall<HelloRequest, HelloReply>;
export type Call = grpc.ServerUnaryCall<HelloRequest, HelloReply>;
export type Done = grpc.requestCallback<HelloReply>;

// A port that is taken is what a test wants; grpc-js would print it besides.
grpc.setLogVerbosity(grpc.logVerbosity.NONE);

const Greeter = grpc.makeClientConstructor(greeterService, 'hello.Greeter');
const closing: (() => void)[] = [];

/** Ends everything that a test has opened. */
export function closeAll(): void {
  for (const close of closing.splice(0).reverse()) close();
}

export function createServer(handler: Handler): grpc.Server {
  const server = new grpc.Server();
  server.addService(greeterService, { SayHello: handler });
  closing.push(() => server.forceShutdown());
  return server;
}

export function connect(port: number) {
  const { service } = Greeter;
  const client = new Greeter(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), UNSHARED);
  closing.push(() => client.close());
  const { path, requestSerialize, responseDeserialize } = service.SayHello!;
  const begin = (name: string, options: grpc.CallOptions, done: Done): grpc.ClientUnaryCall => {
    const request: HelloRequest = { name };
    return client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      options,
      done,
    );
  };
  return {
    client,
    /** Begins a call, with a deadline of its own whatever the options say. */
    start: (name: string, options: grpc.CallOptions, done: Done) =>
      begin(name, { ...options, deadline: Date.now() + SOON_MS }, done),
    /** Begins a call with the options as they are. */
    startAsTold: begin,
    /** A call, and what becomes of it. */
    call: (name: string): Watched<HelloReply> & { over: Promise<void> } => {
      const answer = new Promise<HelloReply>((resolve, reject) => {
        begin(name, { deadline: Date.now() + SOON_MS }, (error, reply) =>
          error ? reject(error) : resolve(reply!),
        );
      });
      const watched = watch(answer);
      const over = answer.then(
        () => {},
        () => {},
      );
      return Object.assign(watched, { over });
    },
  };
}

/** A server that listens, and a client of it. */
export async function greeter(handler: Handler) {
  const server = createServer(handler);
  const port = await listen(server);
  return { server, port, ...connect(port) };
}

/** A call that has come to the server and is not answered yet. */
export interface Held {
  call: Call;
  answer: grpc.sendUnaryData<HelloReply>;
  /** Resolves when nobody waits for the answer any more. */
  cancelled: Promise<void>;
}

/** A handler that answers when the test wants it. */
export function holding(): { handler: Handler; next(): Promise<Held> } {
  const here: Held[] = [];
  const waiting: ((held: Held) => void)[] = [];
  return {
    handler: (call, answer) => {
      const cancelled = new Promise<void>((resolve) => {
        call.on('cancelled', () => resolve());
      });
      const held = { call, answer, cancelled };
      const take = waiting.shift();
      if (take) take(held);
      else here.push(held);
    },
    next: () => {
      const held = here.shift();
      return held ? Promise.resolve(held) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

/**
 * Runs `work` while a rejection that nobody handles is not a failure of the run: what the code under
 * test does with an error that it cannot answer is its own affair.
 */
export async function withStrayErrors(work: () => Promise<void>): Promise<void> {
  const listeners = process.listeners('unhandledRejection');
  const ignore = () => {};
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', ignore);
  try {
    await work();
  } finally {
    process.off('unhandledRejection', ignore);
    for (const listener of listeners) process.on('unhandledRejection', listener);
  }
}
