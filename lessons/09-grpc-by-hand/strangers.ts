import * as grpc from '@grpc/grpc-js';
import type { RunningServer } from '#course/lesson/define-lesson';
import { HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { LOOPBACK } from '#transport/tcp';
import { PATH, STRANGER } from './greeter.ts';

/**
 * The same service with gRPC's own library for Node, whose people have never heard of this course.
 * Only the messages are ours; lesson 10 looks at the library itself.
 */
const GREETER = {
  sayHello: {
    path: PATH,
    requestStream: false,
    responseStream: false,
    requestSerialize: (request: HelloRequest) => Buffer.from(HelloRequest.encode(request)),
    requestDeserialize: (bytes: Buffer) => HelloRequest.decode(bytes),
    responseSerialize: (reply: HelloReply) => Buffer.from(HelloReply.encode(reply)),
    responseDeserialize: (bytes: Buffer) => HelloReply.decode(bytes),
  },
} satisfies grpc.ServiceDefinition;

export async function startGrpcJsServer(log: (line: string) => void): Promise<RunningServer> {
  const server = new grpc.Server();
  const sayHello: grpc.handleUnaryCall<HelloRequest, HelloReply> = (call, done) => {
    const { name } = call.request;
    log(`${call.getPath()} for ${JSON.stringify(name)}`);
    if (name === STRANGER) done({ code: grpc.status.NOT_FOUND, details: `no ${name} here, 100%` });
    else done(null, HelloReply.create({ message: `Hello, ${name}, says grpc-js` }));
  };
  server.addService(GREETER, { sayHello });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`${LOOPBACK}:0`, grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return {
    host: LOOPBACK,
    port,
    close: async () => server.forceShutdown(),
  };
}

/** What grpc-js makes of the server at `port`: a greeting, or its error's text. */
export async function greetByGrpcJs(port: number, name: string): Promise<string> {
  const Client = grpc.makeGenericClientConstructor(GREETER, 'hello.Greeter');
  const client = new Client(`${LOOPBACK}:${port}`, grpc.credentials.createInsecure());
  const { requestSerialize, responseDeserialize } = GREETER.sayHello;
  const request = HelloRequest.create({ name });
  try {
    return await new Promise((resolve) =>
      client.makeUnaryRequest(
        PATH,
        requestSerialize,
        responseDeserialize,
        request,
        { deadline: Date.now() + PATIENCE_MS },
        (error, reply) => resolve(error ? error.message : JSON.stringify(reply?.message)),
      ),
    );
  } finally {
    client.close();
  }
}

const PATIENCE_MS = 5_000;
