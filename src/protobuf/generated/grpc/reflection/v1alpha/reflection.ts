// Generated from grpc/reflection/v1alpha/reflection.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import { readInt32s } from '#protobuf/fast/packed';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'grpc/reflection/v1alpha/reflection.proto',
  imports: [],
  descriptor:
    'CihncnBjL3JlZmxlY3Rpb24vdjFhbHBoYS9yZWZsZWN0aW9uLnByb3RvEhdncnBjLnJlZmxlY3Rpb24udjFh' +
    'bHBoYSL4AgoXU2VydmVyUmVmbGVjdGlvblJlcXVlc3QSEgoEaG9zdBgBIAEoCVIEaG9zdBIqChBmaWxlX2J5' +
    'X2ZpbGVuYW1lGAMgASgJSABSDmZpbGVCeUZpbGVuYW1lEjYKFmZpbGVfY29udGFpbmluZ19zeW1ib2wYBCAB' +
    'KAlIAFIUZmlsZUNvbnRhaW5pbmdTeW1ib2wSZwoZZmlsZV9jb250YWluaW5nX2V4dGVuc2lvbhgFIAEoCzIp' +
    'LmdycGMucmVmbGVjdGlvbi52MWFscGhhLkV4dGVuc2lvblJlcXVlc3RIAFIXZmlsZUNvbnRhaW5pbmdFeHRl' +
    'bnNpb24SQgodYWxsX2V4dGVuc2lvbl9udW1iZXJzX29mX3R5cGUYBiABKAlIAFIZYWxsRXh0ZW5zaW9uTnVt' +
    'YmVyc09mVHlwZRIlCg1saXN0X3NlcnZpY2VzGAcgASgJSABSDGxpc3RTZXJ2aWNlc0IRCg9tZXNzYWdlX3Jl' +
    'cXVlc3QiZgoQRXh0ZW5zaW9uUmVxdWVzdBInCg9jb250YWluaW5nX3R5cGUYASABKAlSDmNvbnRhaW5pbmdU' +
    'eXBlEikKEGV4dGVuc2lvbl9udW1iZXIYAiABKAVSD2V4dGVuc2lvbk51bWJlciLHBAoYU2VydmVyUmVmbGVj' +
    'dGlvblJlc3BvbnNlEh0KCnZhbGlkX2hvc3QYASABKAlSCXZhbGlkSG9zdBJbChBvcmlnaW5hbF9yZXF1ZXN0' +
    'GAIgASgLMjAuZ3JwYy5yZWZsZWN0aW9uLnYxYWxwaGEuU2VydmVyUmVmbGVjdGlvblJlcXVlc3RSD29yaWdp' +
    'bmFsUmVxdWVzdBJrChhmaWxlX2Rlc2NyaXB0b3JfcmVzcG9uc2UYBCABKAsyLy5ncnBjLnJlZmxlY3Rpb24u' +
    'djFhbHBoYS5GaWxlRGVzY3JpcHRvclJlc3BvbnNlSABSFmZpbGVEZXNjcmlwdG9yUmVzcG9uc2USdwoeYWxs' +
    'X2V4dGVuc2lvbl9udW1iZXJzX3Jlc3BvbnNlGAUgASgLMjAuZ3JwYy5yZWZsZWN0aW9uLnYxYWxwaGEuRXh0' +
    'ZW5zaW9uTnVtYmVyUmVzcG9uc2VIAFIbYWxsRXh0ZW5zaW9uTnVtYmVyc1Jlc3BvbnNlEmQKFmxpc3Rfc2Vy' +
    'dmljZXNfcmVzcG9uc2UYBiABKAsyLC5ncnBjLnJlZmxlY3Rpb24udjFhbHBoYS5MaXN0U2VydmljZVJlc3Bv' +
    'bnNlSABSFGxpc3RTZXJ2aWNlc1Jlc3BvbnNlEk8KDmVycm9yX3Jlc3BvbnNlGAcgASgLMiYuZ3JwYy5yZWZs' +
    'ZWN0aW9uLnYxYWxwaGEuRXJyb3JSZXNwb25zZUgAUg1lcnJvclJlc3BvbnNlQhIKEG1lc3NhZ2VfcmVzcG9u' +
    'c2UiTAoWRmlsZURlc2NyaXB0b3JSZXNwb25zZRIyChVmaWxlX2Rlc2NyaXB0b3JfcHJvdG8YASADKAxSE2Zp' +
    'bGVEZXNjcmlwdG9yUHJvdG8iagoXRXh0ZW5zaW9uTnVtYmVyUmVzcG9uc2USJAoOYmFzZV90eXBlX25hbWUY' +
    'ASABKAlSDGJhc2VUeXBlTmFtZRIpChBleHRlbnNpb25fbnVtYmVyGAIgAygFUg9leHRlbnNpb25OdW1iZXIi' +
    'WQoTTGlzdFNlcnZpY2VSZXNwb25zZRJCCgdzZXJ2aWNlGAEgAygLMiguZ3JwYy5yZWZsZWN0aW9uLnYxYWxw' +
    'aGEuU2VydmljZVJlc3BvbnNlUgdzZXJ2aWNlIiUKD1NlcnZpY2VSZXNwb25zZRISCgRuYW1lGAEgASgJUgRu' +
    'YW1lIlMKDUVycm9yUmVzcG9uc2USHQoKZXJyb3JfY29kZRgBIAEoBVIJZXJyb3JDb2RlEiMKDWVycm9yX21l' +
    'c3NhZ2UYAiABKAlSDGVycm9yTWVzc2FnZTKTAQoQU2VydmVyUmVmbGVjdGlvbhJ/ChRTZXJ2ZXJSZWZsZWN0' +
    'aW9uSW5mbxIwLmdycGMucmVmbGVjdGlvbi52MWFscGhhLlNlcnZlclJlZmxlY3Rpb25SZXF1ZXN0GjEuZ3Jw' +
    'Yy5yZWZsZWN0aW9uLnYxYWxwaGEuU2VydmVyUmVmbGVjdGlvblJlc3BvbnNlKAEwAWIGcHJvdG8z',
};

export interface ServerReflectionRequest extends Message {
  host: string;
  messageRequest?: /** The file of that name. */
    | { case: 'fileByFilename'; value: string }
    /** The file that declares this service, method, message, field or enum. */
    | { case: 'fileContainingSymbol'; value: string }
    | { case: 'fileContainingExtension'; value: ExtensionRequest }
    | { case: 'allExtensionNumbersOfType'; value: string }
    /** What is asked does not matter. */
    | { case: 'listServices'; value: string };
}

export const ServerReflectionRequest: MessageType<ServerReflectionRequest> = {
  descriptor: {
    name: 'grpc.reflection.v1alpha.ServerReflectionRequest',
    fields: [
      { number: 1, name: 'host', type: 'string', cardinality: 'implicit' },
      {
        number: 3,
        name: 'fileByFilename',
        protoName: 'file_by_filename',
        type: 'string',
        cardinality: 'optional',
        oneof: 'messageRequest',
      },
      {
        number: 4,
        name: 'fileContainingSymbol',
        protoName: 'file_containing_symbol',
        type: 'string',
        cardinality: 'optional',
        oneof: 'messageRequest',
      },
      {
        number: 5,
        name: 'fileContainingExtension',
        protoName: 'file_containing_extension',
        type: 'message',
        cardinality: 'optional',
        oneof: 'messageRequest',
        message: () => ExtensionRequest.descriptor,
      },
      {
        number: 6,
        name: 'allExtensionNumbersOfType',
        protoName: 'all_extension_numbers_of_type',
        type: 'string',
        cardinality: 'optional',
        oneof: 'messageRequest',
      },
      {
        number: 7,
        name: 'listServices',
        protoName: 'list_services',
        type: 'string',
        cardinality: 'optional',
        oneof: 'messageRequest',
      },
    ],
  },
  create: (init) =>
    create(ServerReflectionRequest.descriptor, emptyServerReflectionRequest(), init),
  encode: (message) =>
    encode(ServerReflectionRequest.descriptor, message, writeServerReflectionRequest),
  decode: (bytes, limits) =>
    decode(
      ServerReflectionRequest.descriptor,
      bytes,
      emptyServerReflectionRequest(),
      readServerReflectionRequest,
      limits,
    ),
};

export function emptyServerReflectionRequest(): ServerReflectionRequest {
  return { host: '', messageRequest: undefined };
}

export function writeServerReflectionRequest(
  message: ServerReflectionRequest,
  writer: Writer,
): void {
  if (message.host) writer.tag(10).string(message.host);
  if (message.messageRequest?.case === 'fileByFilename')
    writer.tag(26).string(message.messageRequest.value);
  if (message.messageRequest?.case === 'fileContainingSymbol')
    writer.tag(34).string(message.messageRequest.value);
  if (message.messageRequest?.case === 'fileContainingExtension') {
    const start = writer.enter(42);
    writeExtensionRequest(message.messageRequest.value, writer);
    writer.leave(start);
  }
  if (message.messageRequest?.case === 'allExtensionNumbersOfType')
    writer.tag(50).string(message.messageRequest.value);
  if (message.messageRequest?.case === 'listServices')
    writer.tag(58).string(message.messageRequest.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readServerReflectionRequest(
  message: ServerReflectionRequest,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.host = reader.string();
        break;
      case 26:
        message.messageRequest = { case: 'fileByFilename', value: reader.string() };
        break;
      case 34:
        message.messageRequest = { case: 'fileContainingSymbol', value: reader.string() };
        break;
      case 42: {
        const outer = reader.enter(68);
        const part =
          (message.messageRequest?.case === 'fileContainingExtension'
            ? message.messageRequest.value
            : undefined) ?? emptyExtensionRequest();
        readExtensionRequest(part, reader);
        reader.leave(outer);
        message.messageRequest = { case: 'fileContainingExtension', value: part };
        break;
      }
      case 50:
        message.messageRequest = { case: 'allExtensionNumbersOfType', value: reader.string() };
        break;
      case 58:
        message.messageRequest = { case: 'listServices', value: reader.string() };
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ExtensionRequest extends Message {
  containingType: string;
  extensionNumber: number;
}

export const ExtensionRequest: MessageType<ExtensionRequest> = {
  descriptor: {
    name: 'grpc.reflection.v1alpha.ExtensionRequest',
    fields: [
      {
        number: 1,
        name: 'containingType',
        protoName: 'containing_type',
        type: 'string',
        cardinality: 'implicit',
      },
      {
        number: 2,
        name: 'extensionNumber',
        protoName: 'extension_number',
        type: 'int32',
        cardinality: 'implicit',
      },
    ],
  },
  create: (init) => create(ExtensionRequest.descriptor, emptyExtensionRequest(), init),
  encode: (message) => encode(ExtensionRequest.descriptor, message, writeExtensionRequest),
  decode: (bytes, limits) =>
    decode(
      ExtensionRequest.descriptor,
      bytes,
      emptyExtensionRequest(),
      readExtensionRequest,
      limits,
    ),
};

export function emptyExtensionRequest(): ExtensionRequest {
  return { containingType: '', extensionNumber: 0 };
}

export function writeExtensionRequest(message: ExtensionRequest, writer: Writer): void {
  if (message.containingType) writer.tag(10).string(message.containingType);
  if (message.extensionNumber != null && message.extensionNumber !== 0)
    writer.tag(16).int32(message.extensionNumber);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readExtensionRequest(message: ExtensionRequest, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.containingType = reader.string();
        break;
      case 16:
        message.extensionNumber = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ServerReflectionResponse extends Message {
  validHost: string;
  originalRequest?: ServerReflectionRequest;
  messageResponse?:
    | { case: 'fileDescriptorResponse'; value: FileDescriptorResponse }
    | { case: 'allExtensionNumbersResponse'; value: ExtensionNumberResponse }
    | { case: 'listServicesResponse'; value: ListServiceResponse }
    | { case: 'errorResponse'; value: ErrorResponse };
}

export const ServerReflectionResponse: MessageType<ServerReflectionResponse> = {
  descriptor: {
    name: 'grpc.reflection.v1alpha.ServerReflectionResponse',
    fields: [
      {
        number: 1,
        name: 'validHost',
        protoName: 'valid_host',
        type: 'string',
        cardinality: 'implicit',
      },
      {
        number: 2,
        name: 'originalRequest',
        protoName: 'original_request',
        type: 'message',
        cardinality: 'optional',
        message: () => ServerReflectionRequest.descriptor,
      },
      {
        number: 4,
        name: 'fileDescriptorResponse',
        protoName: 'file_descriptor_response',
        type: 'message',
        cardinality: 'optional',
        oneof: 'messageResponse',
        message: () => FileDescriptorResponse.descriptor,
      },
      {
        number: 5,
        name: 'allExtensionNumbersResponse',
        protoName: 'all_extension_numbers_response',
        type: 'message',
        cardinality: 'optional',
        oneof: 'messageResponse',
        message: () => ExtensionNumberResponse.descriptor,
      },
      {
        number: 6,
        name: 'listServicesResponse',
        protoName: 'list_services_response',
        type: 'message',
        cardinality: 'optional',
        oneof: 'messageResponse',
        message: () => ListServiceResponse.descriptor,
      },
      {
        number: 7,
        name: 'errorResponse',
        protoName: 'error_response',
        type: 'message',
        cardinality: 'optional',
        oneof: 'messageResponse',
        message: () => ErrorResponse.descriptor,
      },
    ],
  },
  create: (init) =>
    create(ServerReflectionResponse.descriptor, emptyServerReflectionResponse(), init),
  encode: (message) =>
    encode(ServerReflectionResponse.descriptor, message, writeServerReflectionResponse),
  decode: (bytes, limits) =>
    decode(
      ServerReflectionResponse.descriptor,
      bytes,
      emptyServerReflectionResponse(),
      readServerReflectionResponse,
      limits,
    ),
};

export function emptyServerReflectionResponse(): ServerReflectionResponse {
  return { validHost: '', originalRequest: undefined, messageResponse: undefined };
}

export function writeServerReflectionResponse(
  message: ServerReflectionResponse,
  writer: Writer,
): void {
  if (message.validHost) writer.tag(10).string(message.validHost);
  if (message.originalRequest != null) {
    const start = writer.enter(18);
    writeServerReflectionRequest(message.originalRequest, writer);
    writer.leave(start);
  }
  if (message.messageResponse?.case === 'fileDescriptorResponse') {
    const start = writer.enter(34);
    writeFileDescriptorResponse(message.messageResponse.value, writer);
    writer.leave(start);
  }
  if (message.messageResponse?.case === 'allExtensionNumbersResponse') {
    const start = writer.enter(42);
    writeExtensionNumberResponse(message.messageResponse.value, writer);
    writer.leave(start);
  }
  if (message.messageResponse?.case === 'listServicesResponse') {
    const start = writer.enter(50);
    writeListServiceResponse(message.messageResponse.value, writer);
    writer.leave(start);
  }
  if (message.messageResponse?.case === 'errorResponse') {
    const start = writer.enter(58);
    writeErrorResponse(message.messageResponse.value, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readServerReflectionResponse(
  message: ServerReflectionResponse,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.validHost = reader.string();
        break;
      case 18: {
        const outer = reader.enter(108);
        const part = message.originalRequest ?? emptyServerReflectionRequest();
        readServerReflectionRequest(part, reader);
        reader.leave(outer);
        message.originalRequest = part;
        break;
      }
      case 34: {
        const outer = reader.enter(100);
        const part =
          (message.messageResponse?.case === 'fileDescriptorResponse'
            ? message.messageResponse.value
            : undefined) ?? emptyFileDescriptorResponse();
        readFileDescriptorResponse(part, reader);
        reader.leave(outer);
        message.messageResponse = { case: 'fileDescriptorResponse', value: part };
        break;
      }
      case 42: {
        const outer = reader.enter(100);
        const part =
          (message.messageResponse?.case === 'allExtensionNumbersResponse'
            ? message.messageResponse.value
            : undefined) ?? emptyExtensionNumberResponse();
        readExtensionNumberResponse(part, reader);
        reader.leave(outer);
        message.messageResponse = { case: 'allExtensionNumbersResponse', value: part };
        break;
      }
      case 50: {
        const outer = reader.enter(100);
        const part =
          (message.messageResponse?.case === 'listServicesResponse'
            ? message.messageResponse.value
            : undefined) ?? emptyListServiceResponse();
        readListServiceResponse(part, reader);
        reader.leave(outer);
        message.messageResponse = { case: 'listServicesResponse', value: part };
        break;
      }
      case 58: {
        const outer = reader.enter(68);
        const part =
          (message.messageResponse?.case === 'errorResponse'
            ? message.messageResponse.value
            : undefined) ?? emptyErrorResponse();
        readErrorResponse(part, reader);
        reader.leave(outer);
        message.messageResponse = { case: 'errorResponse', value: part };
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface FileDescriptorResponse extends Message {
  /** Serialized google.protobuf.FileDescriptorProto: the file, and those that it needs. */
  fileDescriptorProto: Uint8Array[];
}

export const FileDescriptorResponse: MessageType<FileDescriptorResponse> = {
  descriptor: {
    name: 'grpc.reflection.v1alpha.FileDescriptorResponse',
    fields: [
      {
        number: 1,
        name: 'fileDescriptorProto',
        protoName: 'file_descriptor_proto',
        type: 'bytes',
        cardinality: 'repeated',
      },
    ],
  },
  create: (init) => create(FileDescriptorResponse.descriptor, emptyFileDescriptorResponse(), init),
  encode: (message) =>
    encode(FileDescriptorResponse.descriptor, message, writeFileDescriptorResponse),
  decode: (bytes, limits) =>
    decode(
      FileDescriptorResponse.descriptor,
      bytes,
      emptyFileDescriptorResponse(),
      readFileDescriptorResponse,
      limits,
    ),
};

export function emptyFileDescriptorResponse(): FileDescriptorResponse {
  return { fileDescriptorProto: [] };
}

export function writeFileDescriptorResponse(message: FileDescriptorResponse, writer: Writer): void {
  for (const item of message.fileDescriptorProto ?? []) writer.tag(10).bytes(item);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFileDescriptorResponse(message: FileDescriptorResponse, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        reader.item(message.fileDescriptorProto).push(reader.bytes());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ExtensionNumberResponse extends Message {
  baseTypeName: string;
  extensionNumber: number[];
}

export const ExtensionNumberResponse: MessageType<ExtensionNumberResponse> = {
  descriptor: {
    name: 'grpc.reflection.v1alpha.ExtensionNumberResponse',
    fields: [
      {
        number: 1,
        name: 'baseTypeName',
        protoName: 'base_type_name',
        type: 'string',
        cardinality: 'implicit',
      },
      {
        number: 2,
        name: 'extensionNumber',
        protoName: 'extension_number',
        type: 'int32',
        cardinality: 'repeated',
        packed: true,
      },
    ],
  },
  create: (init) =>
    create(ExtensionNumberResponse.descriptor, emptyExtensionNumberResponse(), init),
  encode: (message) =>
    encode(ExtensionNumberResponse.descriptor, message, writeExtensionNumberResponse),
  decode: (bytes, limits) =>
    decode(
      ExtensionNumberResponse.descriptor,
      bytes,
      emptyExtensionNumberResponse(),
      readExtensionNumberResponse,
      limits,
    ),
};

export function emptyExtensionNumberResponse(): ExtensionNumberResponse {
  return { baseTypeName: '', extensionNumber: [] };
}

export function writeExtensionNumberResponse(
  message: ExtensionNumberResponse,
  writer: Writer,
): void {
  if (message.baseTypeName) writer.tag(10).string(message.baseTypeName);
  if (message.extensionNumber != null && message.extensionNumber.length !== 0) {
    const start = writer.open(18);
    for (const item of message.extensionNumber) writer.int32(item);
    writer.close(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readExtensionNumberResponse(
  message: ExtensionNumberResponse,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.baseTypeName = reader.string();
        break;
      case 18:
        readInt32s(reader, message.extensionNumber);
        break;
      case 16:
        reader.item(message.extensionNumber).push(reader.int32());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ListServiceResponse extends Message {
  service: ServiceResponse[];
}

export const ListServiceResponse: MessageType<ListServiceResponse> = {
  descriptor: {
    name: 'grpc.reflection.v1alpha.ListServiceResponse',
    fields: [
      {
        number: 1,
        name: 'service',
        type: 'message',
        cardinality: 'repeated',
        message: () => ServiceResponse.descriptor,
      },
    ],
  },
  create: (init) => create(ListServiceResponse.descriptor, emptyListServiceResponse(), init),
  encode: (message) => encode(ListServiceResponse.descriptor, message, writeListServiceResponse),
  decode: (bytes, limits) =>
    decode(
      ListServiceResponse.descriptor,
      bytes,
      emptyListServiceResponse(),
      readListServiceResponse,
      limits,
    ),
};

export function emptyListServiceResponse(): ListServiceResponse {
  return { service: [] };
}

export function writeListServiceResponse(message: ListServiceResponse, writer: Writer): void {
  for (const item of message.service ?? []) {
    const start = writer.enter(10);
    writeServiceResponse(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readListServiceResponse(message: ListServiceResponse, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(68);
        const part = emptyServiceResponse();
        readServiceResponse(part, reader);
        reader.leave(outer);
        reader.item(message.service).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ServiceResponse extends Message {
  name: string;
}

export const ServiceResponse: MessageType<ServiceResponse> = {
  descriptor: {
    name: 'grpc.reflection.v1alpha.ServiceResponse',
    fields: [{ number: 1, name: 'name', type: 'string', cardinality: 'implicit' }],
  },
  create: (init) => create(ServiceResponse.descriptor, emptyServiceResponse(), init),
  encode: (message) => encode(ServiceResponse.descriptor, message, writeServiceResponse),
  decode: (bytes, limits) =>
    decode(ServiceResponse.descriptor, bytes, emptyServiceResponse(), readServiceResponse, limits),
};

export function emptyServiceResponse(): ServiceResponse {
  return { name: '' };
}

export function writeServiceResponse(message: ServiceResponse, writer: Writer): void {
  if (message.name) writer.tag(10).string(message.name);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readServiceResponse(message: ServiceResponse, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ErrorResponse extends Message {
  /** A gRPC status code. */
  errorCode: number;
  errorMessage: string;
}

export const ErrorResponse: MessageType<ErrorResponse> = {
  descriptor: {
    name: 'grpc.reflection.v1alpha.ErrorResponse',
    fields: [
      {
        number: 1,
        name: 'errorCode',
        protoName: 'error_code',
        type: 'int32',
        cardinality: 'implicit',
      },
      {
        number: 2,
        name: 'errorMessage',
        protoName: 'error_message',
        type: 'string',
        cardinality: 'implicit',
      },
    ],
  },
  create: (init) => create(ErrorResponse.descriptor, emptyErrorResponse(), init),
  encode: (message) => encode(ErrorResponse.descriptor, message, writeErrorResponse),
  decode: (bytes, limits) =>
    decode(ErrorResponse.descriptor, bytes, emptyErrorResponse(), readErrorResponse, limits),
};

export function emptyErrorResponse(): ErrorResponse {
  return { errorCode: 0, errorMessage: '' };
}

export function writeErrorResponse(message: ErrorResponse, writer: Writer): void {
  if (message.errorCode != null && message.errorCode !== 0) writer.tag(8).int32(message.errorCode);
  if (message.errorMessage) writer.tag(18).string(message.errorMessage);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readErrorResponse(message: ErrorResponse, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.errorCode = reader.int32();
        break;
      case 18:
        message.errorMessage = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** Tells a client, at run time, what a server offers and what its messages look like. */
export const ServerReflectionDefinition = {
  name: 'grpc.reflection.v1alpha.ServerReflection',
  file,
  methods: {
    /** One question, one answer, on one stream: so all of them reach the same server. */
    serverReflectionInfo: {
      path: '/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo',
      requestStream: true,
      responseStream: true,
      encodeRequest: ServerReflectionRequest.encode,
      decodeRequest: (bytes: Uint8Array) => ServerReflectionRequest.decode(bytes),
      encodeResponse: ServerReflectionResponse.encode,
      decodeResponse: (bytes: Uint8Array) => ServerReflectionResponse.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `grpc.reflection.v1alpha.ServerReflection`. `Options` are those of a call: deadline, metadata, … */
export interface ServerReflectionClient<Options = unknown> {
  /** One question, one answer, on one stream: so all of them reach the same server. */
  serverReflectionInfo(
    requests: Source<ServerReflectionRequest>,
    options?: Options,
  ): AsyncIterable<ServerReflectionResponse>;
}

/** A server's skeleton of `grpc.reflection.v1alpha.ServerReflection`, to be filled in. `Context` tells of the call. */
export interface ServerReflectionServer<Context = unknown> {
  /** One question, one answer, on one stream: so all of them reach the same server. */
  serverReflectionInfo(
    requests: AsyncIterable<ServerReflectionRequest>,
    context: Context,
  ): Source<ServerReflectionResponse>;
}
