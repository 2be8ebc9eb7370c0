import { connect } from 'node:http2';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import * as grpc from '@grpc/grpc-js';
import { concat } from '#bytes/concat';
import { Channel } from '#channel/channel';
import { throwGap } from '#course/kit/compare/gap';
import { SOON_MS } from '#course/kit/patience';
import { encodeMessage, MessageDecoder } from '#framing/message';
import { createClient } from '#grpc/client/client';
import { uncompressed } from '#grpc/compression/compressed-flag';
import { Server } from '#grpc/server/server';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { greeter, listen, UNSHARED } from './grpc-js.ts';

/** The part of lesson 23's suite that needs Node: the stack at one end, a stranger at the other. */

const LONG = 'tea for two, '.repeat(50);
const order: Order = Object.freeze({
  id: '101',
  items: [],
  description: LONG,
  price: 0,
  destination: '',
});
const MAX_MESSAGE = 4 * 1024 * 1024;

/** What a stranger has read off the wire. */
export interface Wire {
  status: string;
  /** The server's `grpc-encoding` and `grpc-accept-encoding`. */
  encoding: string;
  accepts: string;
  /** Of its messages. */
  flags: number[];
}

/** A server of the stack; Node's own HTTP/2 calls SearchOrders, and is answered with three orders. */
export async function askedByHttp2(
  headers: Record<string, string>,
  message = encodeMessage(StringValue.encode({ value: 'tea' })),
): Promise<Wire> {
  const accidents: unknown[] = [];
  const server = new Server({ onHandlerError: (error) => accidents.push(error) });
  server.addService(OrderManagementDefinition, {
    async *searchOrders(_request, call) {
      call.compression = 'gzip';
      yield order;
      yield uncompressed({ ...order, id: '102' });
      yield order;
    },
  });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const session = connect(`http://127.0.0.1:${port}`);
  session.on('error', () => {});
  try {
    const stream = session.request({
      ':method': 'POST',
      ':path': OrderManagementDefinition.methods.searchOrders.path,
      te: 'trailers',
      'content-type': 'application/grpc',
      ...headers,
    });
    stream.setTimeout(SOON_MS, () => stream.close());
    const all: Record<string, unknown> = {};
    const chunks: Uint8Array[] = [];
    stream.on('response', (fields) => Object.assign(all, fields));
    stream.on('trailers', (fields) => Object.assign(all, fields));
    stream.on('error', () => {});
    stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    stream.end(message);
    await new Promise((resolve) => stream.on('close', resolve));
    for (const error of accidents) throwGap(error);
    const decoder = new MessageDecoder(MAX_MESSAGE);
    const messages = decoder.push(concat(chunks));
    return {
      status: `${all['grpc-status'] ?? 'none'}`,
      encoding: `${all['grpc-encoding'] ?? 'none'}`,
      accepts: `${all['grpc-accept-encoding'] ?? 'none'}`,
      flags: messages.map(({ compressed }) => (compressed ? 1 : 0)),
    };
  } finally {
    session.destroy();
    await server.close();
  }
}

/** A message with the flag 1 that becomes so many MiB of zeros. */
export function bomb(mib: number): Uint8Array {
  const zeros = new Uint8Array(1024 * 1024);
  const link = deflateRawSync(zeros, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const head = gzipSync('').subarray(0, 10);
  const end = Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  return encodeMessage(concat([head, ...Array<Uint8Array>(mib).fill(link), end]), true);
}

/** A request of ours by gzip; the name that a server of grpc-js has read, and its answer to us. */
export async function greetedByGrpcJs(name: string): Promise<string> {
  const server = new grpc.Server();
  const sayHello: grpc.handleUnaryCall<{ name: string }, { message: string }> = (call, done) =>
    done(null, { message: `${call.request.name.length} characters` });
  server.addService(greeter, { sayHello });
  const port = await listen(server);
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  try {
    const client = createClient(GreeterDefinition, channel);
    const options = { timeoutMs: SOON_MS, compression: 'gzip' };
    return (await client.sayHello({ name }, options)).message;
  } finally {
    await channel.close();
    server.forceShutdown();
  }
}

/** A client of grpc-js that compresses, at a server of the stack that answers in kind. */
export async function greetedByOurs(name: string): Promise<string> {
  const accidents: unknown[] = [];
  const server = new Server({ onHandlerError: (error) => accidents.push(error) });
  server.addService(GreeterDefinition, {
    sayHello: ({ name }) => ({ message: `${name.length} characters${' '.repeat(200)}` }),
  });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const Client = grpc.makeGenericClientConstructor(greeter, 'hello.Greeter');
  const client = new Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
    ...UNSHARED,
    'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip,
  });
  try {
    return await new Promise<string>((resolve) => {
      const options = { deadline: Date.now() + SOON_MS };
      const done = (error: grpc.ServiceError | null, reply: { message: string }) =>
        resolve(error === null ? reply.message.trim() : `${error.code}: ${error.details}`);
      client.sayHello!({ name }, options, done);
    });
  } finally {
    client.close();
    await server.close();
    for (const error of accidents) throwGap(error);
  }
}
