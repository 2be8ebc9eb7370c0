import * as grpc from '@grpc/grpc-js';
import type { Order } from '#protobuf/generated/ecommerce';
import { GreeterDefinition, HelloReply, HelloRequest } from '#protobuf/generated/hello';

/** What the suites share that have grpc-js at the other end. */

/**
 * For each client: connections of its own. grpc-js shares them by address, also one that has just
 * failed; and where hundreds of servers come and go, a port comes back.
 */
export const UNSHARED = { 'grpc.use_local_subchannel_pool': 1 };

/** Listens on a free port of this machine. @returns the port */
export function listen(server: grpc.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
}

const closing: (() => void)[] = [];

/** Ends everything that a test has opened, the last first. */
export function closeAll(): void {
  for (const close of closing.splice(0).reverse()) close();
}

/** A server of grpc-js and a client of it, until `closeAll`. */
export async function openService(
  name: string,
  service: grpc.ServiceDefinition,
  handlers: grpc.UntypedServiceImplementation,
): Promise<grpc.Client> {
  const server = new grpc.Server();
  server.addService(service, handlers);
  closing.push(() => server.forceShutdown());
  const port = await listen(server);
  const Client = grpc.makeGenericClientConstructor(service, name);
  const client = new Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), UNSHARED);
  closing.push(() => client.close());
  return client;
}

/** The greeter of lessons 9 and 10 for grpc-js, with our messages. */
export const greeter = {
  sayHello: {
    path: GreeterDefinition.methods.sayHello.path,
    requestStream: false,
    responseStream: false,
    requestSerialize: (request: HelloRequest) => Buffer.from(HelloRequest.encode(request)),
    requestDeserialize: (bytes: Buffer) => HelloRequest.decode(bytes),
    responseSerialize: (reply: HelloReply) => Buffer.from(HelloReply.encode(reply)),
    responseDeserialize: (bytes: Buffer) => HelloReply.decode(bytes),
  },
} satisfies grpc.ServiceDefinition;

/** An order that is nothing but a number; frozen, because a suite's inputs stay as they are. */
export const order = (id: number | string, description = ''): Order =>
  Object.freeze({ id: String(id), items: [], description, price: 0, destination: '' });
export const orders = (count: number) => Array.from({ length: count }, (_, i) => order(i + 1));
export const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id).join(' ');
