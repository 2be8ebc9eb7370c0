import type { Server } from '#grpc/server/server';
import { Status, type StatusCode } from '#grpc/status';
import { excerpt } from '#grpc/wire/excerpt';
import type { FileDescriptorProto } from '#protobuf/generated/google/protobuf/descriptor';
import {
  ServerReflectionDefinition,
  type ServerReflectionRequest,
  type ServerReflectionResponse,
} from '#protobuf/generated/grpc/reflection/v1/reflection';
import { ServerReflectionDefinition as ServerReflectionV1Alpha } from '#protobuf/generated/grpc/reflection/v1alpha/reflection';
import { fileDescriptors } from '#protobuf/schema/file-descriptors';
import { DescriptorIndex } from './descriptor-index.ts';

type Answer = NonNullable<ServerReflectionResponse['messageResponse']>;

/**
 * Lets tools such as grpcurl call a server whose `.proto` they do not have (grpc/grpc
 * doc/server-reflection.md). It tells everybody what there is: leave it off if that is a secret.
 *
 * @param files the schemas of all services, with all that they import, for instance from
 *   `protoc --include_imports --descriptor_set_out`. If left out, those that the generated code of
 *   the server's services carries.
 */
export function addReflection(server: Server, files?: Iterable<FileDescriptorProto>): void {
  let index = files && new DescriptorIndex(files);
  let indexed = 0;
  const handlers = {
    async *serverReflectionInfo(requests: AsyncIterable<ServerReflectionRequest>) {
      const { services } = server;
      // Made when it is first asked for, and again only if services have been added since.
      if (index === undefined || (files === undefined && services.length !== indexed)) {
        // A definition that was made by hand has no file, and nobody can describe it.
        index = new DescriptorIndex(fileDescriptors(...services.filter(({ file }) => file)));
        indexed = services.length;
      }
      const names = services.map(({ name }) => name).sort();
      const sent = new Set<string>();
      for await (const request of requests) {
        yield {
          validHost: request.host,
          originalRequest: request,
          messageResponse: answer(request, index, names, sent),
        };
      }
    },
  };
  server.addService(ServerReflectionDefinition, handlers);
  // The same under its first name: older tools, ghz among them, know only that one.
  server.addService(ServerReflectionV1Alpha, handlers);
}

function answer(
  { messageRequest: asked }: ServerReflectionRequest,
  index: DescriptorIndex,
  services: readonly string[],
  sent: Set<string>,
): Answer {
  switch (asked?.case) {
    case 'listServices': {
      const service = services.map((name) => ({ name }));
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
  const fileDescriptorProto = wanted.map((each) => index.encoded(each));
  return { case: 'fileDescriptorResponse', value: { fileDescriptorProto } };
}

function notFound(what: string): Answer {
  return failed(Status.NOT_FOUND, `there is no ${excerpt(what)}`);
}

/** An answer, not the end of the stream: the next question may be a better one. */
function failed(errorCode: StatusCode, errorMessage: string): Answer {
  return { case: 'errorResponse', value: { errorCode, errorMessage } };
}
