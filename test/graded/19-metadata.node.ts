import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import type { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import { GreeterDefinition, HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { greeter, listen, UNSHARED } from './grpc-js.ts';

/** The part of lesson 19's suite that needs Node: grpc-js at the other end of the metadata. */
const { path } = GreeterDefinition.methods.sayHello;

/** What grpc-js has under a name, bytes as lists of numbers. */
export type Values = (string | number[])[];

const valuesOf = (metadata: grpc.Metadata, name: string): Values =>
  metadata.get(name).map((value) => (typeof value === 'string' ? value : [...value]));

/** Our client sends `metadata`; what the server of grpc-js has under `names`. */
export async function sendToGrpcJs(metadata: Metadata, names: string[]): Promise<Values[]> {
  let seen: Values[] = [];
  const server = new grpc.Server();
  const sayHello: grpc.handleUnaryCall<HelloRequest, HelloReply> = (call, done) => {
    seen = names.map((name) => valuesOf(call.metadata, name));
    done(null, HelloReply.create({ message: '' }));
  };
  server.addService(greeter, { sayHello });
  const port = await listen(server);
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  try {
    const client = createClient(GreeterDefinition, channel);
    await client.sayHello({ name: '' }, { metadata, timeoutMs: SOON_MS });
  } finally {
    await channel.close();
    server.forceShutdown();
  }
  return seen;
}

/** A client of grpc-js sends these; `look` gets what our server's handler has. */
export async function receiveFromGrpcJs(
  entries: [name: string, value: string | Uint8Array][],
  look: (metadata: Metadata) => void,
): Promise<void> {
  let failed: unknown;
  const server = new Server({ onHandlerError: () => {} });
  server.addService(GreeterDefinition, {
    sayHello: (_request, call) => {
      try {
        look(call.metadata);
      } catch (error) {
        failed = error;
      }
      return { message: '' };
    },
  });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), UNSHARED);
  const metadata = new grpc.Metadata();
  for (const [name, value] of entries) {
    metadata.add(name, typeof value === 'string' ? value : Buffer.from(value));
  }
  const { sayHello } = greeter;
  try {
    await new Promise<void>((resolve, reject) =>
      client.makeUnaryRequest(
        path,
        sayHello.requestSerialize,
        sayHello.responseDeserialize,
        HelloRequest.create({ name: '' }),
        metadata,
        { deadline: Date.now() + SOON_MS },
        (error) => (error ? reject(error) : resolve()),
      ),
    );
  } finally {
    client.close();
    await server.close();
  }
  if (failed !== undefined) throw failed;
}
