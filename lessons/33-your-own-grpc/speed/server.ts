import * as grpc from '@grpc/grpc-js';
import { Server } from '#grpc/server/server';
import { GreeterDefinition, type HelloRequest } from '#protobuf/generated/hello';
import { asGrpcJs } from '../../shop/as-grpc-js.ts';

/**
 * A process with a greeter: `server.ts ours`, or `server.ts grpc-js`. It tells its port by the
 * channel to its parent, and ends with it.
 */
async function serve(whose: string): Promise<number> {
  if (whose === 'ours') {
    const server = new Server();
    server.addService(GreeterDefinition, {
      sayHello: ({ name }) => ({ message: `Hello, ${name}` }),
    });
    return (await server.listen({ host: '127.0.0.1', port: 0 })).port;
  }
  const server = new grpc.Server();
  server.addService(asGrpcJs(GreeterDefinition), {
    sayHello(call: grpc.ServerUnaryCall<HelloRequest, object>, done: grpc.sendUnaryData<object>) {
      done(null, { message: `Hello, ${call.request.name}` });
    },
  });
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });
}

process.once('disconnect', () => process.exit());
process.send?.(await serve(process.argv[2] ?? 'ours'));
