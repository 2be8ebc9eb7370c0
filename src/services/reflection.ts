import type { Server } from '#grpc/server';
import { Status, type StatusCode } from '#grpc/status';
import { FileDescriptorProto } from '#protobuf/generated/google/protobuf/descriptor';
import {
  ServerReflectionDefinition,
  type ServerReflectionRequest,
  type ServerReflectionResponse,
} from '#protobuf/generated/grpc/reflection/v1/reflection';
import { DescriptorIndex } from './descriptor-index.ts';

type Answer = NonNullable<ServerReflectionResponse['messageResponse']>;

/**
 * Lets tools such as grpcurl call a server whose `.proto` they do not have (grpc/grpc
 * doc/server-reflection.md). It tells everybody what there is: leave it off where that is a secret.
 *
 * @param files the schemas of all services, with all that they import: from
 *   `toFileDescriptor(parseProto(…))`, or from `protoc --include_imports --descriptor_set_out`.
 */
export function addReflection(server: Server, files: Iterable<FileDescriptorProto>): void {
  const index = new DescriptorIndex(files);
  server.addService(ServerReflectionDefinition, {
    async *serverReflectionInfo(requests) {
      const sent = new Set<string>();
      for await (const request of requests) {
        yield {
          validHost: request.host,
          originalRequest: request,
          messageResponse: answer(request, index, server.serviceNames, sent),
        };
      }
    },
  });
}

function answer(
  { messageRequest: asked }: ServerReflectionRequest,
  index: DescriptorIndex,
  services: readonly string[],
  sent: Set<string>,
): Answer {
  switch (asked?.case) {
    case 'listServices': {
      const service = [...services].sort().map((name) => ({ name }));
      return { case: 'listServicesResponse', value: { service } };
    }
    case 'fileByFilename':
      return files(index.file(asked.value), asked.value, index, sent);
    case 'fileContainingSymbol':
      return files(index.fileOfSymbol(asked.value), asked.value, index, sent);
    case 'allExtensionNumbersOfType': {
      // proto3 has no extensions but of options, and those nobody asks a server for.
      if (!index.isMessage(asked.value)) return notFound(asked.value);
      const value = { baseTypeName: asked.value, extensionNumber: [] };
      return { case: 'allExtensionNumbersResponse', value };
    }
    case 'fileContainingExtension':
      return notFound(`${asked.value.containingType} [${asked.value.extensionNumber}]`);
    default:
      return failed(Status.INVALID_ARGUMENT, 'nothing was asked');
  }
}

/** The file and what it imports, less what this stream has already had. */
function files(
  file: FileDescriptorProto | undefined,
  asked: string,
  index: DescriptorIndex,
  sent: Set<string>,
): Answer {
  if (file === undefined) return notFound(asked);
  const wanted = index
    .withImports(file)
    .filter((each) => each === file || !sent.has(each.name ?? ''));
  for (const each of wanted) sent.add(each.name ?? '');
  const fileDescriptorProto = wanted.map((each) => FileDescriptorProto.encode(each));
  return { case: 'fileDescriptorResponse', value: { fileDescriptorProto } };
}

function notFound(what: string): Answer {
  return failed(Status.NOT_FOUND, `there is no ${what}`);
}

/** An answer, not the end of the stream: the next question may be a better one. */
function failed(errorCode: StatusCode, errorMessage: string): Answer {
  return { case: 'errorResponse', value: { errorCode, errorMessage } };
}
