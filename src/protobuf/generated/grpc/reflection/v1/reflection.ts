// Generated from grpc/reflection/v1/reflection.proto by `npm run generate`. Do not edit.
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
  path: 'grpc/reflection/v1/reflection.proto',
  imports: [],
  descriptor:
    'CiNncnBjL3JlZmxlY3Rpb24vdjEvcmVmbGVjdGlvbi5wcm90bxISZ3JwYy5yZWZsZWN0aW9uLnYxIvMCChdT' +
    'ZXJ2ZXJSZWZsZWN0aW9uUmVxdWVzdBISCgRob3N0GAEgASgJUgRob3N0EioKEGZpbGVfYnlfZmlsZW5hbWUY' +
    'AyABKAlIAFIOZmlsZUJ5RmlsZW5hbWUSNgoWZmlsZV9jb250YWluaW5nX3N5bWJvbBgEIAEoCUgAUhRmaWxl' +
    'Q29udGFpbmluZ1N5bWJvbBJiChlmaWxlX2NvbnRhaW5pbmdfZXh0ZW5zaW9uGAUgASgLMiQuZ3JwYy5yZWZs' +
    'ZWN0aW9uLnYxLkV4dGVuc2lvblJlcXVlc3RIAFIXZmlsZUNvbnRhaW5pbmdFeHRlbnNpb24SQgodYWxsX2V4' +
    'dGVuc2lvbl9udW1iZXJzX29mX3R5cGUYBiABKAlIAFIZYWxsRXh0ZW5zaW9uTnVtYmVyc09mVHlwZRIlCg1s' +
    'aXN0X3NlcnZpY2VzGAcgASgJSABSDGxpc3RTZXJ2aWNlc0IRCg9tZXNzYWdlX3JlcXVlc3QiZgoQRXh0ZW5z' +
    'aW9uUmVxdWVzdBInCg9jb250YWluaW5nX3R5cGUYASABKAlSDmNvbnRhaW5pbmdUeXBlEikKEGV4dGVuc2lv' +
    'bl9udW1iZXIYAiABKAVSD2V4dGVuc2lvbk51bWJlciKuBAoYU2VydmVyUmVmbGVjdGlvblJlc3BvbnNlEh0K' +
    'CnZhbGlkX2hvc3QYASABKAlSCXZhbGlkSG9zdBJWChBvcmlnaW5hbF9yZXF1ZXN0GAIgASgLMisuZ3JwYy5y' +
    'ZWZsZWN0aW9uLnYxLlNlcnZlclJlZmxlY3Rpb25SZXF1ZXN0Ug9vcmlnaW5hbFJlcXVlc3QSZgoYZmlsZV9k' +
    'ZXNjcmlwdG9yX3Jlc3BvbnNlGAQgASgLMiouZ3JwYy5yZWZsZWN0aW9uLnYxLkZpbGVEZXNjcmlwdG9yUmVz' +
    'cG9uc2VIAFIWZmlsZURlc2NyaXB0b3JSZXNwb25zZRJyCh5hbGxfZXh0ZW5zaW9uX251bWJlcnNfcmVzcG9u' +
    'c2UYBSABKAsyKy5ncnBjLnJlZmxlY3Rpb24udjEuRXh0ZW5zaW9uTnVtYmVyUmVzcG9uc2VIAFIbYWxsRXh0' +
    'ZW5zaW9uTnVtYmVyc1Jlc3BvbnNlEl8KFmxpc3Rfc2VydmljZXNfcmVzcG9uc2UYBiABKAsyJy5ncnBjLnJl' +
    'ZmxlY3Rpb24udjEuTGlzdFNlcnZpY2VSZXNwb25zZUgAUhRsaXN0U2VydmljZXNSZXNwb25zZRJKCg5lcnJv' +
    'cl9yZXNwb25zZRgHIAEoCzIhLmdycGMucmVmbGVjdGlvbi52MS5FcnJvclJlc3BvbnNlSABSDWVycm9yUmVz' +
    'cG9uc2VCEgoQbWVzc2FnZV9yZXNwb25zZSJMChZGaWxlRGVzY3JpcHRvclJlc3BvbnNlEjIKFWZpbGVfZGVz' +
    'Y3JpcHRvcl9wcm90bxgBIAMoDFITZmlsZURlc2NyaXB0b3JQcm90byJqChdFeHRlbnNpb25OdW1iZXJSZXNw' +
    'b25zZRIkCg5iYXNlX3R5cGVfbmFtZRgBIAEoCVIMYmFzZVR5cGVOYW1lEikKEGV4dGVuc2lvbl9udW1iZXIY' +
    'AiADKAVSD2V4dGVuc2lvbk51bWJlciJUChNMaXN0U2VydmljZVJlc3BvbnNlEj0KB3NlcnZpY2UYASADKAsy' +
    'Iy5ncnBjLnJlZmxlY3Rpb24udjEuU2VydmljZVJlc3BvbnNlUgdzZXJ2aWNlIiUKD1NlcnZpY2VSZXNwb25z' +
    'ZRISCgRuYW1lGAEgASgJUgRuYW1lIlMKDUVycm9yUmVzcG9uc2USHQoKZXJyb3JfY29kZRgBIAEoBVIJZXJy' +
    'b3JDb2RlEiMKDWVycm9yX21lc3NhZ2UYAiABKAlSDGVycm9yTWVzc2FnZTKJAQoQU2VydmVyUmVmbGVjdGlv' +
    'bhJ1ChRTZXJ2ZXJSZWZsZWN0aW9uSW5mbxIrLmdycGMucmVmbGVjdGlvbi52MS5TZXJ2ZXJSZWZsZWN0aW9u' +
    'UmVxdWVzdBosLmdycGMucmVmbGVjdGlvbi52MS5TZXJ2ZXJSZWZsZWN0aW9uUmVzcG9uc2UoATABYgZwcm90' +
    'bzM=',
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
    name: 'grpc.reflection.v1.ServerReflectionRequest',
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
    name: 'grpc.reflection.v1.ExtensionRequest',
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
    name: 'grpc.reflection.v1.ServerReflectionResponse',
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
    name: 'grpc.reflection.v1.FileDescriptorResponse',
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
    name: 'grpc.reflection.v1.ExtensionNumberResponse',
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
    name: 'grpc.reflection.v1.ListServiceResponse',
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
    name: 'grpc.reflection.v1.ServiceResponse',
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
    name: 'grpc.reflection.v1.ErrorResponse',
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
  name: 'grpc.reflection.v1.ServerReflection',
  file,
  methods: {
    /** One question, one answer, on one stream: so all of them reach the same server. */
    serverReflectionInfo: {
      path: '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo',
      requestStream: true,
      responseStream: true,
      encodeRequest: ServerReflectionRequest.encode,
      decodeRequest: (bytes: Uint8Array) => ServerReflectionRequest.decode(bytes),
      encodeResponse: ServerReflectionResponse.encode,
      decodeResponse: (bytes: Uint8Array) => ServerReflectionResponse.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `grpc.reflection.v1.ServerReflection`. `Options` are those of a call: deadline, metadata, … */
export interface ServerReflectionClient<Options = unknown> {
  /** One question, one answer, on one stream: so all of them reach the same server. */
  serverReflectionInfo(
    requests: Source<ServerReflectionRequest>,
    options?: Options,
  ): AsyncIterable<ServerReflectionResponse>;
}

/** A server's skeleton of `grpc.reflection.v1.ServerReflection`, to be filled in. `Context` tells of the call. */
export interface ServerReflectionServer<Context = unknown> {
  /** One question, one answer, on one stream: so all of them reach the same server. */
  serverReflectionInfo(
    requests: AsyncIterable<ServerReflectionRequest>,
    context: Context,
  ): Source<ServerReflectionResponse>;
}
