// Generated from opentelemetry/proto/collector/trace/v1/trace_service.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition } from '#protobuf/schema/service-definition';
import {
  emptyResourceSpans,
  file as file_opentelemetry_proto_trace_v1_trace,
  ResourceSpans,
  readResourceSpans,
  writeResourceSpans,
} from '../../../../../opentelemetry/proto/trace/v1/trace.ts';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'opentelemetry/proto/collector/trace/v1/trace_service.proto',
  imports: [file_opentelemetry_proto_trace_v1_trace],
  descriptor:
    'CjpvcGVudGVsZW1ldHJ5L3Byb3RvL2NvbGxlY3Rvci90cmFjZS92MS90cmFjZV9zZXJ2aWNlLnByb3RvEiZv' +
    'cGVudGVsZW1ldHJ5LnByb3RvLmNvbGxlY3Rvci50cmFjZS52MRoob3BlbnRlbGVtZXRyeS9wcm90by90cmFj' +
    'ZS92MS90cmFjZS5wcm90byJvChlFeHBvcnRUcmFjZVNlcnZpY2VSZXF1ZXN0ElIKDnJlc291cmNlX3NwYW5z' +
    'GAEgAygLMisub3BlbnRlbGVtZXRyeS5wcm90by50cmFjZS52MS5SZXNvdXJjZVNwYW5zUg1yZXNvdXJjZVNw' +
    'YW5zIhwKGkV4cG9ydFRyYWNlU2VydmljZVJlc3BvbnNlMqIBCgxUcmFjZVNlcnZpY2USkQEKBkV4cG9ydBJB' +
    'Lm9wZW50ZWxlbWV0cnkucHJvdG8uY29sbGVjdG9yLnRyYWNlLnYxLkV4cG9ydFRyYWNlU2VydmljZVJlcXVl' +
    'c3QaQi5vcGVudGVsZW1ldHJ5LnByb3RvLmNvbGxlY3Rvci50cmFjZS52MS5FeHBvcnRUcmFjZVNlcnZpY2VS' +
    'ZXNwb25zZSIAYgZwcm90bzM=',
};

export interface ExportTraceServiceRequest extends Message {
  resourceSpans: ResourceSpans[];
}

export const ExportTraceServiceRequest: MessageType<ExportTraceServiceRequest> = {
  descriptor: {
    name: 'opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest',
    fields: [
      {
        number: 1,
        name: 'resourceSpans',
        protoName: 'resource_spans',
        type: 'message',
        cardinality: 'repeated',
        message: () => ResourceSpans.descriptor,
      },
    ],
  },
  create: (init) =>
    create(ExportTraceServiceRequest.descriptor, emptyExportTraceServiceRequest(), init),
  encode: (message) =>
    encode(ExportTraceServiceRequest.descriptor, message, writeExportTraceServiceRequest),
  decode: (bytes, limits) =>
    decode(
      ExportTraceServiceRequest.descriptor,
      bytes,
      emptyExportTraceServiceRequest(),
      readExportTraceServiceRequest,
      limits,
    ),
};

export function emptyExportTraceServiceRequest(): ExportTraceServiceRequest {
  return { resourceSpans: [] };
}

export function writeExportTraceServiceRequest(
  message: ExportTraceServiceRequest,
  writer: Writer,
): void {
  for (const item of message.resourceSpans ?? []) {
    const start = writer.enter(10);
    writeResourceSpans(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readExportTraceServiceRequest(
  message: ExportTraceServiceRequest,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(100);
        const part = emptyResourceSpans();
        readResourceSpans(part, reader);
        reader.leave(outer);
        reader.item(message.resourceSpans).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ExportTraceServiceResponse extends Message {}

export const ExportTraceServiceResponse: MessageType<ExportTraceServiceResponse> = {
  descriptor: {
    name: 'opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse',
    fields: [],
  },
  create: (init) =>
    create(ExportTraceServiceResponse.descriptor, emptyExportTraceServiceResponse(), init),
  encode: (message) =>
    encode(ExportTraceServiceResponse.descriptor, message, writeExportTraceServiceResponse),
  decode: (bytes, limits) =>
    decode(
      ExportTraceServiceResponse.descriptor,
      bytes,
      emptyExportTraceServiceResponse(),
      readExportTraceServiceResponse,
      limits,
    ),
};

export function emptyExportTraceServiceResponse(): ExportTraceServiceResponse {
  return {};
}

export function writeExportTraceServiceResponse(
  message: ExportTraceServiceResponse,
  writer: Writer,
): void {
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readExportTraceServiceResponse(
  message: ExportTraceServiceResponse,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** Where programs bring their spans. */
export const TraceServiceDefinition = {
  name: 'opentelemetry.proto.collector.trace.v1.TraceService',
  file,
  methods: {
    export: {
      path: '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
      requestStream: false,
      responseStream: false,
      encodeRequest: ExportTraceServiceRequest.encode,
      decodeRequest: (bytes: Uint8Array) => ExportTraceServiceRequest.decode(bytes),
      encodeResponse: ExportTraceServiceResponse.encode,
      decodeResponse: (bytes: Uint8Array) => ExportTraceServiceResponse.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `opentelemetry.proto.collector.trace.v1.TraceService`. `Options` are those of a call: deadline, metadata, … */
export interface TraceServiceClient<Options = unknown> {
  export(
    request: ExportTraceServiceRequest,
    options?: Options,
  ): Promise<ExportTraceServiceResponse>;
}

/** A server's skeleton of `opentelemetry.proto.collector.trace.v1.TraceService`, to be filled in. `Context` tells of the call. */
export interface TraceServiceServer<Context = unknown> {
  export(
    request: ExportTraceServiceRequest,
    context: Context,
  ): Promise<ExportTraceServiceResponse> | ExportTraceServiceResponse;
}
