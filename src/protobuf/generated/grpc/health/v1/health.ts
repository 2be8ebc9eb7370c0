// Generated from grpc/health/v1/health.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType, OpenEnum } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'grpc/health/v1/health.proto',
  imports: [],
  descriptor:
    'ChtncnBjL2hlYWx0aC92MS9oZWFsdGgucHJvdG8SDmdycGMuaGVhbHRoLnYxIi4KEkhlYWx0aENoZWNrUmVx' +
    'dWVzdBIYCgdzZXJ2aWNlGAEgASgJUgdzZXJ2aWNlIrEBChNIZWFsdGhDaGVja1Jlc3BvbnNlEkkKBnN0YXR1' +
    'cxgBIAEoDjIxLmdycGMuaGVhbHRoLnYxLkhlYWx0aENoZWNrUmVzcG9uc2UuU2VydmluZ1N0YXR1c1IGc3Rh' +
    'dHVzIk8KDVNlcnZpbmdTdGF0dXMSCwoHVU5LTk9XThAAEgsKB1NFUlZJTkcQARIPCgtOT1RfU0VSVklORxAC' +
    'EhMKD1NFUlZJQ0VfVU5LTk9XThADIhMKEUhlYWx0aExpc3RSZXF1ZXN0IsQBChJIZWFsdGhMaXN0UmVzcG9u' +
    'c2USTAoIc3RhdHVzZXMYASADKAsyMC5ncnBjLmhlYWx0aC52MS5IZWFsdGhMaXN0UmVzcG9uc2UuU3RhdHVz' +
    'ZXNFbnRyeVIIc3RhdHVzZXMaYAoNU3RhdHVzZXNFbnRyeRIQCgNrZXkYASABKAlSA2tleRI5CgV2YWx1ZRgC' +
    'IAEoCzIjLmdycGMuaGVhbHRoLnYxLkhlYWx0aENoZWNrUmVzcG9uc2VSBXZhbHVlOgI4ATL9AQoGSGVhbHRo' +
    'ElAKBUNoZWNrEiIuZ3JwYy5oZWFsdGgudjEuSGVhbHRoQ2hlY2tSZXF1ZXN0GiMuZ3JwYy5oZWFsdGgudjEu' +
    'SGVhbHRoQ2hlY2tSZXNwb25zZRJSCgVXYXRjaBIiLmdycGMuaGVhbHRoLnYxLkhlYWx0aENoZWNrUmVxdWVz' +
    'dBojLmdycGMuaGVhbHRoLnYxLkhlYWx0aENoZWNrUmVzcG9uc2UwARJNCgRMaXN0EiEuZ3JwYy5oZWFsdGgu' +
    'djEuSGVhbHRoTGlzdFJlcXVlc3QaIi5ncnBjLmhlYWx0aC52MS5IZWFsdGhMaXN0UmVzcG9uc2ViBnByb3Rv' +
    'Mw==',
};

export const HealthCheckResponse_ServingStatus = {
  UNKNOWN: 0,
  SERVING: 1,
  NOT_SERVING: 2,
  /** Only from Watch. */
  SERVICE_UNKNOWN: 3,
} as const;
export type HealthCheckResponse_ServingStatus = OpenEnum<typeof HealthCheckResponse_ServingStatus>;

export interface HealthCheckRequest extends Message {
  /** With its package; empty means the server as a whole. */
  service: string;
}

export const HealthCheckRequest: MessageType<HealthCheckRequest> = {
  descriptor: {
    name: 'grpc.health.v1.HealthCheckRequest',
    fields: [{ number: 1, name: 'service', type: 'string', cardinality: 'implicit' }],
  },
  create: (init) => create(HealthCheckRequest.descriptor, emptyHealthCheckRequest(), init),
  encode: (message) => encode(HealthCheckRequest.descriptor, message, writeHealthCheckRequest),
  decode: (bytes, limits) =>
    decode(
      HealthCheckRequest.descriptor,
      bytes,
      emptyHealthCheckRequest(),
      readHealthCheckRequest,
      limits,
    ),
};

export function emptyHealthCheckRequest(): HealthCheckRequest {
  return { service: '' };
}

export function writeHealthCheckRequest(message: HealthCheckRequest, writer: Writer): void {
  if (message.service) writer.tag(10).string(message.service);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readHealthCheckRequest(message: HealthCheckRequest, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.service = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface HealthCheckResponse extends Message {
  status: HealthCheckResponse_ServingStatus;
}

export const HealthCheckResponse: MessageType<HealthCheckResponse> = {
  descriptor: {
    name: 'grpc.health.v1.HealthCheckResponse',
    fields: [
      {
        number: 1,
        name: 'status',
        type: 'enum',
        cardinality: 'implicit',
        enum: () => ({
          name: 'grpc.health.v1.HealthCheckResponse.ServingStatus',
          numbers: HealthCheckResponse_ServingStatus,
        }),
      },
    ],
  },
  create: (init) => create(HealthCheckResponse.descriptor, emptyHealthCheckResponse(), init),
  encode: (message) => encode(HealthCheckResponse.descriptor, message, writeHealthCheckResponse),
  decode: (bytes, limits) =>
    decode(
      HealthCheckResponse.descriptor,
      bytes,
      emptyHealthCheckResponse(),
      readHealthCheckResponse,
      limits,
    ),
};

export function emptyHealthCheckResponse(): HealthCheckResponse {
  return { status: 0 };
}

export function writeHealthCheckResponse(message: HealthCheckResponse, writer: Writer): void {
  if (message.status != null && message.status !== 0) writer.tag(8).int32(message.status);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readHealthCheckResponse(message: HealthCheckResponse, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.status = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface HealthListRequest extends Message {}

export const HealthListRequest: MessageType<HealthListRequest> = {
  descriptor: {
    name: 'grpc.health.v1.HealthListRequest',
    fields: [],
  },
  create: (init) => create(HealthListRequest.descriptor, emptyHealthListRequest(), init),
  encode: (message) => encode(HealthListRequest.descriptor, message, writeHealthListRequest),
  decode: (bytes, limits) =>
    decode(
      HealthListRequest.descriptor,
      bytes,
      emptyHealthListRequest(),
      readHealthListRequest,
      limits,
    ),
};

export function emptyHealthListRequest(): HealthListRequest {
  return {};
}

export function writeHealthListRequest(message: HealthListRequest, writer: Writer): void {
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readHealthListRequest(message: HealthListRequest, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface HealthListResponse extends Message {
  statuses: Map<string, HealthCheckResponse>;
}

export const HealthListResponse: MessageType<HealthListResponse> = {
  descriptor: {
    name: 'grpc.health.v1.HealthListResponse',
    fields: [
      {
        number: 1,
        name: 'statuses',
        type: 'message',
        cardinality: 'map',
        key: 'string',
        message: () => HealthCheckResponse.descriptor,
      },
    ],
  },
  create: (init) => create(HealthListResponse.descriptor, emptyHealthListResponse(), init),
  encode: (message) => encode(HealthListResponse.descriptor, message, writeHealthListResponse),
  decode: (bytes, limits) =>
    decode(
      HealthListResponse.descriptor,
      bytes,
      emptyHealthListResponse(),
      readHealthListResponse,
      limits,
    ),
};

export function emptyHealthListResponse(): HealthListResponse {
  return { statuses: new Map() };
}

export function writeHealthListResponse(message: HealthListResponse, writer: Writer): void {
  for (const [key, value] of message.statuses ?? []) {
    const entry = writer.enter(10);
    writer.tag(10).string(key);
    const start = writer.enter(18);
    writeHealthCheckResponse(value, writer);
    writer.leave(start);
    writer.leave(entry);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readHealthListResponse(message: HealthListResponse, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(140);
        let key = '';
        const value = emptyHealthCheckResponse();
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 18: {
              const entry = reader.enter(0);
              readHealthCheckResponse(value, reader);
              reader.leave(entry);
              break;
            }
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.statuses = reader.put(message.statuses, key, value);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** Whether a server can do its work: asked by load balancers and orchestrators. */
export const HealthDefinition = {
  name: 'grpc.health.v1.Health',
  file,
  methods: {
    /** Now. A service that the server does not know is NOT_FOUND. */
    check: {
      path: '/grpc.health.v1.Health/Check',
      requestStream: false,
      responseStream: false,
      encodeRequest: HealthCheckRequest.encode,
      decodeRequest: (bytes: Uint8Array) => HealthCheckRequest.decode(bytes),
      encodeResponse: HealthCheckResponse.encode,
      decodeResponse: (bytes: Uint8Array) => HealthCheckResponse.decode(bytes),
    },
    /** Now, and whenever it changes. A service that is not known yet is SERVICE_UNKNOWN. */
    watch: {
      path: '/grpc.health.v1.Health/Watch',
      requestStream: false,
      responseStream: true,
      encodeRequest: HealthCheckRequest.encode,
      decodeRequest: (bytes: Uint8Array) => HealthCheckRequest.decode(bytes),
      encodeResponse: HealthCheckResponse.encode,
      decodeResponse: (bytes: Uint8Array) => HealthCheckResponse.decode(bytes),
    },
    /** All services at once, for people. */
    list: {
      path: '/grpc.health.v1.Health/List',
      requestStream: false,
      responseStream: false,
      encodeRequest: HealthListRequest.encode,
      decodeRequest: (bytes: Uint8Array) => HealthListRequest.decode(bytes),
      encodeResponse: HealthListResponse.encode,
      decodeResponse: (bytes: Uint8Array) => HealthListResponse.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `grpc.health.v1.Health`. `Options` are those of a call: deadline, metadata, … */
export interface HealthClient<Options = unknown> {
  /** Now. A service that the server does not know is NOT_FOUND. */
  check(request: HealthCheckRequest, options?: Options): Promise<HealthCheckResponse>;
  /** Now, and whenever it changes. A service that is not known yet is SERVICE_UNKNOWN. */
  watch(request: HealthCheckRequest, options?: Options): AsyncIterable<HealthCheckResponse>;
  /** All services at once, for people. */
  list(request: HealthListRequest, options?: Options): Promise<HealthListResponse>;
}

/** A server's skeleton of `grpc.health.v1.Health`, to be filled in. `Context` tells of the call. */
export interface HealthServer<Context = unknown> {
  /** Now. A service that the server does not know is NOT_FOUND. */
  check(
    request: HealthCheckRequest,
    context: Context,
  ): Promise<HealthCheckResponse> | HealthCheckResponse;
  /** Now, and whenever it changes. A service that is not known yet is SERVICE_UNKNOWN. */
  watch(request: HealthCheckRequest, context: Context): Source<HealthCheckResponse>;
  /** All services at once, for people. */
  list(
    request: HealthListRequest,
    context: Context,
  ): Promise<HealthListResponse> | HealthListResponse;
}
