import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { StreamQueue } from '#channel/connections/stream-queue';
import { throwGap } from '#course/kit/compare/gap';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import { statusName } from '#grpc/status';
import { StreamIds } from '#http2/streams/stream-ids';
import { GreeterDefinition, HelloReply, type HelloRequest } from '#protobuf/generated/hello';
import { greeter, listen, UNSHARED } from './grpc-js.ts';

/** The part of lesson 20's suite that needs Node: grpc-js at one end, the stack at the other. */

/** A client of grpc-js calls these paths at a server of the stack: `12 hello.Greeter has no …`. */
export async function askedByStranger(paths: readonly string[]): Promise<string[]> {
  const server = new Server({ onHandlerError: throwGap });
  server.addService(GreeterDefinition, { sayHello: () => ({ message: 'hello' }) });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), UNSHARED);
  try {
    return await Promise.all(
      paths.map(
        (path) =>
          new Promise<string>((resolve) => {
            const call = client.makeUnaryRequest(
              path,
              () => Buffer.alloc(0),
              (bytes: Buffer) => bytes,
              {},
              { deadline: Date.now() + SOON_MS },
              () => {},
            );
            call.on('status', ({ code, details }: grpc.StatusObject) =>
              resolve(`${code} ${code === 0 ? '' : details}`),
            );
          }),
      ),
    );
  } finally {
    client.close();
    await server.close();
  }
}

export interface Queued {
  /** How many calls the server had before it answered any. */
  first: number;
  /** The numbers of those that reached it, in order. */
  came: string[];
  impatient: string;
  cancelled: string;
}

/** How long the call waits that does not wait for long. */
const IMPATIENT_MS = 50;

/**
 * Six calls of the stack to a server of grpc-js that takes two at once, and answers none until the
 * fourth has given up and the fifth was cancelled.
 */
export async function queuedAtStranger(): Promise<Queued> {
  // A gap that is met inside of a connection ends that, and is seen by nobody.
  new StreamIds().next;
  new StreamQueue(() => true, 1).open;
  const came: string[] = [];
  const answers: (() => void)[] = [];
  let open = false;
  const sayHello: grpc.handleUnaryCall<HelloRequest, HelloReply> = ({ request }, done) => {
    came.push(request.name);
    const answer = () => done(null, HelloReply.create({ message: request.name }));
    if (open) answer();
    else answers.push(answer);
  };
  const server = new grpc.Server({ 'grpc.max_concurrent_streams': 2 });
  server.addService(greeter, { sayHello });
  const port = await listen(server);
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  try {
    await channel.ready(AbortSignal.timeout(SOON_MS));
    const client = createClient(GreeterDefinition, channel);
    const leave = new AbortController();
    const call = (name: string, options: { timeoutMs: number; signal?: AbortSignal }) =>
      client.sayHello({ name }, options).then(() => 'OK', endOf);
    const patient = { timeoutMs: SOON_MS };
    const [one, two, three] = ['1', '2', '3'].map((name) => call(name, patient));
    const four = call('4', { timeoutMs: IMPATIENT_MS });
    const five = call('5', { ...patient, signal: leave.signal });
    const six = call('6', patient);
    const impatient = await four;
    leave.abort();
    const cancelled = await five;
    const first = came.length;
    open = true;
    for (const answer of answers) answer();
    await Promise.all([one, two, three, six]);
    return { first, came, impatient, cancelled };
  } finally {
    await channel.close();
    server.forceShutdown();
  }
}

function endOf(error: unknown): string {
  throwGap(error);
  if (error instanceof GrpcError) {
    throwGap(error.cause);
    return statusName(error.code);
  }
  throw error;
}
