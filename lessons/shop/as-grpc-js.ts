import type * as grpc from '@grpc/grpc-js';
import type { MethodDefinition, ServiceDefinition } from '#protobuf/schema/service-definition';

/** A service of ours as grpc-js wants it: the same paths, the same messages. */
export function asGrpcJs({ methods }: ServiceDefinition): grpc.ServiceDefinition {
  const entries = Object.entries(methods) as [string, MethodDefinition][];
  return Object.fromEntries(
    entries.map(([name, method]) => [
      name,
      {
        path: method.path,
        requestStream: method.requestStream,
        responseStream: method.responseStream,
        requestSerialize: (value: unknown) => Buffer.from(method.encodeRequest(value)),
        requestDeserialize: (bytes: Buffer) => method.decodeRequest(bytes),
        responseSerialize: (value: unknown) => Buffer.from(method.encodeResponse(value)),
        responseDeserialize: (bytes: Buffer) => method.decodeResponse(bytes),
      },
    ]),
  );
}
