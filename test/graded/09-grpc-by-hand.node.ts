import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { SOON_MS } from '#course/kit/patience';
import type { CallOptions } from '#grpc/client/call-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import { Status } from '#grpc/status';
import { readHead } from '#grpc/wire/head';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client } from '#http2/connection';
import { GreeterDefinition, HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { connectTcp } from '#transport/tcp';
import { greeter, listen, UNSHARED } from './grpc-js.ts';

/**
 * The part of lesson 9's suite that needs Node: a stranger at the other end. Everything of the
 * stack that is not in the exercise is the course's own, but the headers are the learner's.
 */

/** A text that no header can carry as it is. */
export const NO_TEA = 'no tea for Zoë: 100% sold out ☕';

const { path } = GreeterDefinition.methods.sayHello;

type Handler = grpc.handleUnaryCall<HelloRequest, HelloReply>;

/** What grpc-js's server is asked: the name decides. */
const answerAsGrpcJs: Handler = (call, done) => {
  const { name } = call.request;
  if (name === 'Zoë') {
    const metadata = new grpc.Metadata();
    metadata.set('x-hint', 'coffee');
    done({ code: grpc.status.NOT_FOUND, details: NO_TEA, metadata });
  } else if (name === 'how long?') {
    const left = Number(call.getDeadline()) - Date.now();
    done(null, HelloReply.create({ message: String(left) }));
  } else done(null, HelloReply.create({ message: `Hello, ${name}` }));
};

export type Greeter = ReturnType<typeof createClient<typeof GreeterDefinition>>;

/** The learner's client at a server of grpc-js. */
export async function withGrpcJsServer(
  scene: (client: Greeter, options: CallOptions) => Promise<void>,
  { methods = true } = {},
): Promise<void> {
  const server = new grpc.Server();
  if (methods) server.addService(greeter, { sayHello: answerAsGrpcJs });
  const port = await listen(server);
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  try {
    await scene(createClient(GreeterDefinition, channel), { timeoutMs: SOON_MS });
  } finally {
    await channel.close();
    server.forceShutdown();
  }
}

export interface Answered {
  code: number;
  details: string;
  message?: string;
  hint?: string;
}

/** A client of grpc-js at the learner's server. */
export async function withGrpcJsClient(
  scene: (call: (name: string) => Promise<Answered>, port: number) => Promise<void>,
): Promise<void> {
  const server = new Server({ onHandlerError: () => {} });
  server.addService(GreeterDefinition, {
    sayHello({ name }, call) {
      if (name === 'Zoë') {
        call.responseTrailers.set('x-hint', 'coffee');
        throw new GrpcError(Status.NOT_FOUND, NO_TEA);
      }
      const message = name === 'how long?' ? String(call.timeLeft()) : `Hello, ${name}`;
      return { message };
    },
  });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const Client = grpc.makeGenericClientConstructor(greeter, 'hello.Greeter');
  const client = new Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), UNSHARED);
  try {
    await scene((name) => callByGrpcJs(client, name), port);
  } finally {
    client.close();
    await server.close();
  }
}

function callByGrpcJs(client: InstanceType<grpc.ServiceClientConstructor>, name: string) {
  const deadline = Date.now() + SOON_MS;
  return new Promise<Answered>((resolve) => {
    client.makeUnaryRequest(
      path,
      greeter.sayHello.requestSerialize,
      greeter.sayHello.responseDeserialize,
      HelloRequest.create({ name }),
      { deadline },
      (error, reply) =>
        resolve({
          code: error?.code ?? 0,
          details: error?.details ?? '',
          message: reply?.message,
          hint: error?.metadata?.get('x-hint').join(),
        }),
    );
  });
}

/** Asks the server at `port` as something that is not a gRPC client, over HTTP/2 that is in order. */
export async function askWith(
  port: number,
  fields: Record<string, string>,
): Promise<{ http: string | undefined; grpc: string | undefined }> {
  const connection = await connectTcp({ host: '127.0.0.1', port });
  try {
    return await new Promise((resolve, reject) => {
      const http2 = createHttp2Client({
        settings() {
          const list = Object.entries(fields).map(([name, value]) => ({ name, value }));
          http2.open(list, true, {
            headers(received) {
              const { httpStatus, status } = readHead(received);
              resolve({ http: httpStatus, grpc: status });
            },
            close: (error) => error && reject(error),
          });
        },
        close: (error) => reject(error ?? new Error('the server closed the connection')),
      });
      attachHttp2(http2, connection);
    });
  } finally {
    connection.destroy();
  }
}
