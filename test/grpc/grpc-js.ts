import { resolve } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** The same services by gRPC's own library for Node. */
const loaded = grpc.loadPackageDefinition(
  loadSync('ecommerce.proto', { includeDirs: [resolve('proto')], defaults: true }),
);

/** biome-ignore lint/suspicious/noExplicitAny: a package that is loaded at run time has no types */
export const ecommerce = loaded.ecommerce as any;

/** A call by callback as a promise; the status, metadata and response of it. */
export function unary(
  // biome-ignore lint/suspicious/noExplicitAny: see above
  start: (done: (error: grpc.ServiceError | null, response: any) => void) => any,
): Promise<{
  error: grpc.ServiceError | null;
  response: unknown;
  headers?: grpc.Metadata;
  status?: grpc.StatusObject;
}> {
  return new Promise((resolve) => {
    let headers: grpc.Metadata | undefined;
    let outcome: { error: grpc.ServiceError | null; response: unknown } | undefined;
    const call = start((error, response) => {
      outcome = { error, response };
    });
    call.on('metadata', (metadata: grpc.Metadata) => {
      headers = metadata;
    });
    call.on('status', (status: grpc.StatusObject) => {
      setImmediate(() => resolve({ ...outcome!, headers, status }));
    });
  });
}

/** Everything that a stream of grpc-js brings, and how it ended. */
export function readAll(
  call: grpc.ClientReadableStream<unknown>,
): Promise<{ messages: unknown[]; status: grpc.StatusObject }> {
  return new Promise((resolve) => {
    const messages: unknown[] = [];
    call.on('data', (message) => messages.push(message));
    call.on('error', () => {});
    call.on('status', (status) => resolve({ messages, status }));
  });
}

export async function startGrpcJs(service: grpc.ServiceDefinition, handlers: object) {
  const server = new grpc.Server();
  server.addService(service, handlers as grpc.UntypedServiceImplementation);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return { server, port, target: `ipv4:127.0.0.1:${port}` };
}

export { grpc };
