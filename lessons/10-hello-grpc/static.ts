import { makeClientConstructor } from '@grpc/grpc-js';
import { HelloReply, HelloRequest } from '#protobuf/generated/hello';
import type { GreeterClient } from './types/hello/Greeter.ts';

// #region static
/** What grpc-js wants to know of a service. Any generator can write it; these codecs are ours. */
export const greeterService = {
  SayHello: {
    path: '/hello.Greeter/SayHello',
    requestStream: false,
    responseStream: false,
    requestSerialize: (request: HelloRequest) => Buffer.from(HelloRequest.encode(request)),
    requestDeserialize: (bytes: Uint8Array) => HelloRequest.decode(bytes),
    responseSerialize: (reply: HelloReply) => Buffer.from(HelloReply.encode(reply)),
    responseDeserialize: (bytes: Uint8Array) => HelloReply.decode(bytes),
    originalName: 'sayHello',
  },
} as const;

/** The stub's class, without a .proto at run time. */
export const StaticGreeter = makeClientConstructor(
  greeterService,
  'hello.Greeter',
) as unknown as new (
  ...args: ConstructorParameters<ReturnType<typeof makeClientConstructor>>
) => GreeterClient;
// #endregion static
