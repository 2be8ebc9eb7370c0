// Generated from opentelemetry/proto/trace/v1/trace.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType, OpenEnum } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import {
  emptyKeyValue,
  file as file_opentelemetry_proto_common_v1_common,
  KeyValue,
  readKeyValue,
  writeKeyValue,
} from '../../../../opentelemetry/proto/common/v1/common.ts';
import {
  emptyResource,
  file as file_opentelemetry_proto_resource_v1_resource,
  Resource,
  readResource,
  writeResource,
} from '../../../../opentelemetry/proto/resource/v1/resource.ts';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'opentelemetry/proto/trace/v1/trace.proto',
  imports: [
    file_opentelemetry_proto_common_v1_common,
    file_opentelemetry_proto_resource_v1_resource,
  ],
  descriptor:
    'CihvcGVudGVsZW1ldHJ5L3Byb3RvL3RyYWNlL3YxL3RyYWNlLnByb3RvEhxvcGVudGVsZW1ldHJ5LnByb3Rv' +
    'LnRyYWNlLnYxGipvcGVudGVsZW1ldHJ5L3Byb3RvL2NvbW1vbi92MS9jb21tb24ucHJvdG8aLm9wZW50ZWxl' +
    'bWV0cnkvcHJvdG8vcmVzb3VyY2UvdjEvcmVzb3VyY2UucHJvdG8ioQEKDVJlc291cmNlU3BhbnMSRQoIcmVz' +
    'b3VyY2UYASABKAsyKS5vcGVudGVsZW1ldHJ5LnByb3RvLnJlc291cmNlLnYxLlJlc291cmNlUghyZXNvdXJj' +
    'ZRJJCgtzY29wZV9zcGFucxgCIAMoCzIoLm9wZW50ZWxlbWV0cnkucHJvdG8udHJhY2UudjEuU2NvcGVTcGFu' +
    'c1IKc2NvcGVTcGFucyJGCgpTY29wZVNwYW5zEjgKBXNwYW5zGAIgAygLMiIub3BlbnRlbGVtZXRyeS5wcm90' +
    'by50cmFjZS52MS5TcGFuUgVzcGFucyK2BAoEU3BhbhIZCgh0cmFjZV9pZBgBIAEoDFIHdHJhY2VJZBIXCgdz' +
    'cGFuX2lkGAIgASgMUgZzcGFuSWQSJAoOcGFyZW50X3NwYW5faWQYBCABKAxSDHBhcmVudFNwYW5JZBISCgRu' +
    'YW1lGAUgASgJUgRuYW1lEj8KBGtpbmQYBiABKA4yKy5vcGVudGVsZW1ldHJ5LnByb3RvLnRyYWNlLnYxLlNw' +
    'YW4uU3BhbktpbmRSBGtpbmQSLwoUc3RhcnRfdGltZV91bml4X25hbm8YByABKAZSEXN0YXJ0VGltZVVuaXhO' +
    'YW5vEisKEmVuZF90aW1lX3VuaXhfbmFubxgIIAEoBlIPZW5kVGltZVVuaXhOYW5vEkcKCmF0dHJpYnV0ZXMY' +
    'CSADKAsyJy5vcGVudGVsZW1ldHJ5LnByb3RvLmNvbW1vbi52MS5LZXlWYWx1ZVIKYXR0cmlidXRlcxI8CgZz' +
    'dGF0dXMYDyABKAsyJC5vcGVudGVsZW1ldHJ5LnByb3RvLnRyYWNlLnYxLlN0YXR1c1IGc3RhdHVzIpkBCghT' +
    'cGFuS2luZBIZChVTUEFOX0tJTkRfVU5TUEVDSUZJRUQQABIWChJTUEFOX0tJTkRfSU5URVJOQUwQARIUChBT' +
    'UEFOX0tJTkRfU0VSVkVSEAISFAoQU1BBTl9LSU5EX0NMSUVOVBADEhYKElNQQU5fS0lORF9QUk9EVUNFUhAE' +
    'EhYKElNQQU5fS0lORF9DT05TVU1FUhAFIrcBCgZTdGF0dXMSGAoHbWVzc2FnZRgCIAEoCVIHbWVzc2FnZRJD' +
    'CgRjb2RlGAMgASgOMi8ub3BlbnRlbGVtZXRyeS5wcm90by50cmFjZS52MS5TdGF0dXMuU3RhdHVzQ29kZVIE' +
    'Y29kZSJOCgpTdGF0dXNDb2RlEhUKEVNUQVRVU19DT0RFX1VOU0VUEAASEgoOU1RBVFVTX0NPREVfT0sQARIV' +
    'ChFTVEFUVVNfQ09ERV9FUlJPUhACYgZwcm90bzM=',
};

export const Span_SpanKind = {
  SPAN_KIND_UNSPECIFIED: 0,
  SPAN_KIND_INTERNAL: 1,
  SPAN_KIND_SERVER: 2,
  SPAN_KIND_CLIENT: 3,
  SPAN_KIND_PRODUCER: 4,
  SPAN_KIND_CONSUMER: 5,
} as const;
export type Span_SpanKind = OpenEnum<typeof Span_SpanKind>;

export const Status_StatusCode = {
  STATUS_CODE_UNSET: 0,
  STATUS_CODE_OK: 1,
  STATUS_CODE_ERROR: 2,
} as const;
export type Status_StatusCode = OpenEnum<typeof Status_StatusCode>;

export interface ResourceSpans extends Message {
  resource?: Resource;
  scopeSpans: ScopeSpans[];
}

export const ResourceSpans: MessageType<ResourceSpans> = {
  descriptor: {
    name: 'opentelemetry.proto.trace.v1.ResourceSpans',
    fields: [
      {
        number: 1,
        name: 'resource',
        type: 'message',
        cardinality: 'optional',
        message: () => Resource.descriptor,
      },
      {
        number: 2,
        name: 'scopeSpans',
        protoName: 'scope_spans',
        type: 'message',
        cardinality: 'repeated',
        message: () => ScopeSpans.descriptor,
      },
    ],
  },
  create: (init) => create(ResourceSpans.descriptor, emptyResourceSpans(), init),
  encode: (message) => encode(ResourceSpans.descriptor, message, writeResourceSpans),
  decode: (bytes, limits) =>
    decode(ResourceSpans.descriptor, bytes, emptyResourceSpans(), readResourceSpans, limits),
};

export function emptyResourceSpans(): ResourceSpans {
  return { resource: undefined, scopeSpans: [] };
}

export function writeResourceSpans(message: ResourceSpans, writer: Writer): void {
  if (message.resource != null) {
    const start = writer.enter(10);
    writeResource(message.resource, writer);
    writer.leave(start);
  }
  for (const item of message.scopeSpans ?? []) {
    const start = writer.enter(18);
    writeScopeSpans(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readResourceSpans(message: ResourceSpans, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(100);
        const part = message.resource ?? emptyResource();
        readResource(part, reader);
        reader.leave(outer);
        message.resource = part;
        break;
      }
      case 18: {
        const outer = reader.enter(100);
        const part = emptyScopeSpans();
        readScopeSpans(part, reader);
        reader.leave(outer);
        reader.item(message.scopeSpans).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ScopeSpans extends Message {
  spans: Span[];
}

export const ScopeSpans: MessageType<ScopeSpans> = {
  descriptor: {
    name: 'opentelemetry.proto.trace.v1.ScopeSpans',
    fields: [
      {
        number: 2,
        name: 'spans',
        type: 'message',
        cardinality: 'repeated',
        message: () => Span.descriptor,
      },
    ],
  },
  create: (init) => create(ScopeSpans.descriptor, emptyScopeSpans(), init),
  encode: (message) => encode(ScopeSpans.descriptor, message, writeScopeSpans),
  decode: (bytes, limits) =>
    decode(ScopeSpans.descriptor, bytes, emptyScopeSpans(), readScopeSpans, limits),
};

export function emptyScopeSpans(): ScopeSpans {
  return { spans: [] };
}

export function writeScopeSpans(message: ScopeSpans, writer: Writer): void {
  for (const item of message.spans ?? []) {
    const start = writer.enter(18);
    writeSpan(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readScopeSpans(message: ScopeSpans, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 18: {
        const outer = reader.enter(764);
        const part = emptySpan();
        readSpan(part, reader);
        reader.leave(outer);
        reader.item(message.spans).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Span extends Message {
  traceId: Uint8Array;
  spanId: Uint8Array;
  parentSpanId: Uint8Array;
  name: string;
  kind: Span_SpanKind;
  startTimeUnixNano: bigint;
  endTimeUnixNano: bigint;
  attributes: KeyValue[];
  status?: Status;
}

export const Span: MessageType<Span> = {
  descriptor: {
    name: 'opentelemetry.proto.trace.v1.Span',
    fields: [
      { number: 1, name: 'traceId', protoName: 'trace_id', type: 'bytes', cardinality: 'implicit' },
      { number: 2, name: 'spanId', protoName: 'span_id', type: 'bytes', cardinality: 'implicit' },
      {
        number: 4,
        name: 'parentSpanId',
        protoName: 'parent_span_id',
        type: 'bytes',
        cardinality: 'implicit',
      },
      { number: 5, name: 'name', type: 'string', cardinality: 'implicit' },
      {
        number: 6,
        name: 'kind',
        type: 'enum',
        cardinality: 'implicit',
        enum: () => ({
          name: 'opentelemetry.proto.trace.v1.Span.SpanKind',
          numbers: Span_SpanKind,
        }),
      },
      {
        number: 7,
        name: 'startTimeUnixNano',
        protoName: 'start_time_unix_nano',
        type: 'fixed64',
        cardinality: 'implicit',
      },
      {
        number: 8,
        name: 'endTimeUnixNano',
        protoName: 'end_time_unix_nano',
        type: 'fixed64',
        cardinality: 'implicit',
      },
      {
        number: 9,
        name: 'attributes',
        type: 'message',
        cardinality: 'repeated',
        message: () => KeyValue.descriptor,
      },
      {
        number: 15,
        name: 'status',
        type: 'message',
        cardinality: 'optional',
        message: () => Status.descriptor,
      },
    ],
  },
  create: (init) => create(Span.descriptor, emptySpan(), init),
  encode: (message) => encode(Span.descriptor, message, writeSpan),
  decode: (bytes, limits) => decode(Span.descriptor, bytes, emptySpan(), readSpan, limits),
};

export function emptySpan(): Span {
  return {
    traceId: new Uint8Array(0),
    spanId: new Uint8Array(0),
    parentSpanId: new Uint8Array(0),
    name: '',
    kind: 0,
    startTimeUnixNano: 0n,
    endTimeUnixNano: 0n,
    attributes: [],
    status: undefined,
  };
}

export function writeSpan(message: Span, writer: Writer): void {
  if (message.traceId?.length) writer.tag(10).bytes(message.traceId);
  if (message.spanId?.length) writer.tag(18).bytes(message.spanId);
  if (message.parentSpanId?.length) writer.tag(34).bytes(message.parentSpanId);
  if (message.name) writer.tag(42).string(message.name);
  if (message.kind != null && message.kind !== 0) writer.tag(48).int32(message.kind);
  if (message.startTimeUnixNano != null && message.startTimeUnixNano !== 0n)
    writer.tag(57).fixed64(message.startTimeUnixNano);
  if (message.endTimeUnixNano != null && message.endTimeUnixNano !== 0n)
    writer.tag(65).fixed64(message.endTimeUnixNano);
  for (const item of message.attributes ?? []) {
    const start = writer.enter(74);
    writeKeyValue(item, writer);
    writer.leave(start);
  }
  if (message.status != null) {
    const start = writer.enter(122);
    writeStatus(message.status, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readSpan(message: Span, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.traceId = reader.bytes();
        break;
      case 18:
        message.spanId = reader.bytes();
        break;
      case 34:
        message.parentSpanId = reader.bytes();
        break;
      case 42:
        message.name = reader.string();
        break;
      case 48:
        message.kind = reader.int32();
        break;
      case 57:
        message.startTimeUnixNano = reader.fixed64();
        break;
      case 65:
        message.endTimeUnixNano = reader.fixed64();
        break;
      case 74: {
        const outer = reader.enter(68);
        const part = emptyKeyValue();
        readKeyValue(part, reader);
        reader.leave(outer);
        reader.item(message.attributes).push(part);
        break;
      }
      case 122: {
        const outer = reader.enter(68);
        const part = message.status ?? emptyStatus();
        readStatus(part, reader);
        reader.leave(outer);
        message.status = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Status extends Message {
  message: string;
  code: Status_StatusCode;
}

export const Status: MessageType<Status> = {
  descriptor: {
    name: 'opentelemetry.proto.trace.v1.Status',
    fields: [
      { number: 2, name: 'message', type: 'string', cardinality: 'implicit' },
      {
        number: 3,
        name: 'code',
        type: 'enum',
        cardinality: 'implicit',
        enum: () => ({
          name: 'opentelemetry.proto.trace.v1.Status.StatusCode',
          numbers: Status_StatusCode,
        }),
      },
    ],
  },
  create: (init) => create(Status.descriptor, emptyStatus(), init),
  encode: (message) => encode(Status.descriptor, message, writeStatus),
  decode: (bytes, limits) => decode(Status.descriptor, bytes, emptyStatus(), readStatus, limits),
};

export function emptyStatus(): Status {
  return { message: '', code: 0 };
}

export function writeStatus(message: Status, writer: Writer): void {
  if (message.message) writer.tag(18).string(message.message);
  if (message.code != null && message.code !== 0) writer.tag(24).int32(message.code);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readStatus(message: Status, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 18:
        message.message = reader.string();
        break;
      case 24:
        message.code = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
