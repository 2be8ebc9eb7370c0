// Generated from google/rpc/error_details.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import {
  Duration,
  emptyDuration,
  file as file_google_protobuf_duration,
  readDuration,
  writeDuration,
} from '../../google/protobuf/duration.ts';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/rpc/error_details.proto',
  imports: [file_google_protobuf_duration],
  descriptor:
    'Ch5nb29nbGUvcnBjL2Vycm9yX2RldGFpbHMucHJvdG8SCmdvb2dsZS5ycGMaHmdvb2dsZS9wcm90b2J1Zi9k' +
    'dXJhdGlvbi5wcm90byK5AQoJRXJyb3JJbmZvEhYKBnJlYXNvbhgBIAEoCVIGcmVhc29uEhYKBmRvbWFpbhgC' +
    'IAEoCVIGZG9tYWluEj8KCG1ldGFkYXRhGAMgAygLMiMuZ29vZ2xlLnJwYy5FcnJvckluZm8uTWV0YWRhdGFF' +
    'bnRyeVIIbWV0YWRhdGEaOwoNTWV0YWRhdGFFbnRyeRIQCgNrZXkYASABKAlSA2tleRIUCgV2YWx1ZRgCIAEo' +
    'CVIFdmFsdWU6AjgBIkcKCVJldHJ5SW5mbxI6CgtyZXRyeV9kZWxheRgBIAEoCzIZLmdvb2dsZS5wcm90b2J1' +
    'Zi5EdXJhdGlvblIKcmV0cnlEZWxheSJICglEZWJ1Z0luZm8SIwoNc3RhY2tfZW50cmllcxgBIAMoCVIMc3Rh' +
    'Y2tFbnRyaWVzEhYKBmRldGFpbBgCIAEoCVIGZGV0YWlsIo4ECgxRdW90YUZhaWx1cmUSQgoKdmlvbGF0aW9u' +
    'cxgBIAMoCzIiLmdvb2dsZS5ycGMuUXVvdGFGYWlsdXJlLlZpb2xhdGlvblIKdmlvbGF0aW9ucxq5AwoJVmlv' +
    'bGF0aW9uEhgKB3N1YmplY3QYASABKAlSB3N1YmplY3QSIAoLZGVzY3JpcHRpb24YAiABKAlSC2Rlc2NyaXB0' +
    'aW9uEh8KC2FwaV9zZXJ2aWNlGAMgASgJUgphcGlTZXJ2aWNlEiEKDHF1b3RhX21ldHJpYxgEIAEoCVILcXVv' +
    'dGFNZXRyaWMSGQoIcXVvdGFfaWQYBSABKAlSB3F1b3RhSWQSYgoQcXVvdGFfZGltZW5zaW9ucxgGIAMoCzI3' +
    'Lmdvb2dsZS5ycGMuUXVvdGFGYWlsdXJlLlZpb2xhdGlvbi5RdW90YURpbWVuc2lvbnNFbnRyeVIPcXVvdGFE' +
    'aW1lbnNpb25zEh8KC3F1b3RhX3ZhbHVlGAcgASgDUgpxdW90YVZhbHVlEjEKEmZ1dHVyZV9xdW90YV92YWx1' +
    'ZRgIIAEoA0gAUhBmdXR1cmVRdW90YVZhbHVliAEBGkIKFFF1b3RhRGltZW5zaW9uc0VudHJ5EhAKA2tleRgB' +
    'IAEoCVIDa2V5EhQKBXZhbHVlGAIgASgJUgV2YWx1ZToCOAFCFQoTX2Z1dHVyZV9xdW90YV92YWx1ZSK9AQoT' +
    'UHJlY29uZGl0aW9uRmFpbHVyZRJJCgp2aW9sYXRpb25zGAEgAygLMikuZ29vZ2xlLnJwYy5QcmVjb25kaXRp' +
    'b25GYWlsdXJlLlZpb2xhdGlvblIKdmlvbGF0aW9ucxpbCglWaW9sYXRpb24SEgoEdHlwZRgBIAEoCVIEdHlw' +
    'ZRIYCgdzdWJqZWN0GAIgASgJUgdzdWJqZWN0EiAKC2Rlc2NyaXB0aW9uGAMgASgJUgtkZXNjcmlwdGlvbiKM' +
    'AgoKQmFkUmVxdWVzdBJQChBmaWVsZF92aW9sYXRpb25zGAEgAygLMiUuZ29vZ2xlLnJwYy5CYWRSZXF1ZXN0' +
    'LkZpZWxkVmlvbGF0aW9uUg9maWVsZFZpb2xhdGlvbnMaqwEKDkZpZWxkVmlvbGF0aW9uEhQKBWZpZWxkGAEg' +
    'ASgJUgVmaWVsZBIgCgtkZXNjcmlwdGlvbhgCIAEoCVILZGVzY3JpcHRpb24SFgoGcmVhc29uGAMgASgJUgZy' +
    'ZWFzb24SSQoRbG9jYWxpemVkX21lc3NhZ2UYBCABKAsyHC5nb29nbGUucnBjLkxvY2FsaXplZE1lc3NhZ2VS' +
    'EGxvY2FsaXplZE1lc3NhZ2UiTwoLUmVxdWVzdEluZm8SHQoKcmVxdWVzdF9pZBgBIAEoCVIJcmVxdWVzdElk' +
    'EiEKDHNlcnZpbmdfZGF0YRgCIAEoCVILc2VydmluZ0RhdGEikAEKDFJlc291cmNlSW5mbxIjCg1yZXNvdXJj' +
    'ZV90eXBlGAEgASgJUgxyZXNvdXJjZVR5cGUSIwoNcmVzb3VyY2VfbmFtZRgCIAEoCVIMcmVzb3VyY2VOYW1l' +
    'EhQKBW93bmVyGAMgASgJUgVvd25lchIgCgtkZXNjcmlwdGlvbhgEIAEoCVILZGVzY3JpcHRpb24ibwoESGVs' +
    'cBIrCgVsaW5rcxgBIAMoCzIVLmdvb2dsZS5ycGMuSGVscC5MaW5rUgVsaW5rcxo6CgRMaW5rEiAKC2Rlc2Ny' +
    'aXB0aW9uGAEgASgJUgtkZXNjcmlwdGlvbhIQCgN1cmwYAiABKAlSA3VybCJEChBMb2NhbGl6ZWRNZXNzYWdl' +
    'EhYKBmxvY2FsZRgBIAEoCVIGbG9jYWxlEhgKB21lc3NhZ2UYAiABKAlSB21lc3NhZ2ViBnByb3RvMw==',
};

/** Why it failed, for programs: a reason that does not change, in a domain that gives it meaning. */
export interface ErrorInfo extends Message {
  /** UPPER_SNAKE_CASE: `STOCK_EMPTY`. */
  reason: string;
  /** Who gives the reason: `shop.example.com`. */
  domain: string;
  metadata: Map<string, string>;
}

export const ErrorInfo: MessageType<ErrorInfo> = {
  descriptor: {
    name: 'google.rpc.ErrorInfo',
    fields: [
      { number: 1, name: 'reason', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'domain', type: 'string', cardinality: 'implicit' },
      { number: 3, name: 'metadata', type: 'string', cardinality: 'map', key: 'string' },
    ],
  },
  create: (init) => create(ErrorInfo.descriptor, emptyErrorInfo(), init),
  encode: (message) => encode(ErrorInfo.descriptor, message, writeErrorInfo),
  decode: (bytes, limits) =>
    decode(ErrorInfo.descriptor, bytes, emptyErrorInfo(), readErrorInfo, limits),
};

export function emptyErrorInfo(): ErrorInfo {
  return { reason: '', domain: '', metadata: new Map() };
}

export function writeErrorInfo(message: ErrorInfo, writer: Writer): void {
  if (message.reason) writer.tag(10).string(message.reason);
  if (message.domain) writer.tag(18).string(message.domain);
  for (const [key, value] of message.metadata ?? []) {
    const entry = writer.enter(26);
    writer.tag(10).string(key);
    writer.tag(18).string(value);
    writer.leave(entry);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readErrorInfo(message: ErrorInfo, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.reason = reader.string();
        break;
      case 18:
        message.domain = reader.string();
        break;
      case 26: {
        const outer = reader.enter(72);
        let key = '';
        let value: string = '';
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 18:
              value = reader.string();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.metadata = reader.put(message.metadata, key, value);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** When a client may try again. */
export interface RetryInfo extends Message {
  retryDelay?: Duration;
}

export const RetryInfo: MessageType<RetryInfo> = {
  descriptor: {
    name: 'google.rpc.RetryInfo',
    fields: [
      {
        number: 1,
        name: 'retryDelay',
        protoName: 'retry_delay',
        type: 'message',
        cardinality: 'optional',
        message: () => Duration.descriptor,
      },
    ],
  },
  create: (init) => create(RetryInfo.descriptor, emptyRetryInfo(), init),
  encode: (message) => encode(RetryInfo.descriptor, message, writeRetryInfo),
  decode: (bytes, limits) =>
    decode(RetryInfo.descriptor, bytes, emptyRetryInfo(), readRetryInfo, limits),
};

export function emptyRetryInfo(): RetryInfo {
  return { retryDelay: undefined };
}

export function writeRetryInfo(message: RetryInfo, writer: Writer): void {
  if (message.retryDelay != null) {
    const start = writer.enter(10);
    writeDuration(message.retryDelay, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readRetryInfo(message: RetryInfo, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(68);
        const part = message.retryDelay ?? emptyDuration();
        readDuration(part, reader);
        reader.leave(outer);
        message.retryDelay = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** For those who mend the server; not for strangers. */
export interface DebugInfo extends Message {
  stackEntries: string[];
  detail: string;
}

export const DebugInfo: MessageType<DebugInfo> = {
  descriptor: {
    name: 'google.rpc.DebugInfo',
    fields: [
      {
        number: 1,
        name: 'stackEntries',
        protoName: 'stack_entries',
        type: 'string',
        cardinality: 'repeated',
      },
      { number: 2, name: 'detail', type: 'string', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(DebugInfo.descriptor, emptyDebugInfo(), init),
  encode: (message) => encode(DebugInfo.descriptor, message, writeDebugInfo),
  decode: (bytes, limits) =>
    decode(DebugInfo.descriptor, bytes, emptyDebugInfo(), readDebugInfo, limits),
};

export function emptyDebugInfo(): DebugInfo {
  return { stackEntries: [], detail: '' };
}

export function writeDebugInfo(message: DebugInfo, writer: Writer): void {
  for (const item of message.stackEntries ?? []) writer.tag(10).string(item);
  if (message.detail) writer.tag(18).string(message.detail);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readDebugInfo(message: DebugInfo, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        reader.item(message.stackEntries).push(reader.string());
        break;
      case 18:
        message.detail = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** Which quotas are used up. */
export interface QuotaFailure extends Message {
  violations: QuotaFailure_Violation[];
}

export const QuotaFailure: MessageType<QuotaFailure> = {
  descriptor: {
    name: 'google.rpc.QuotaFailure',
    fields: [
      {
        number: 1,
        name: 'violations',
        type: 'message',
        cardinality: 'repeated',
        message: () => QuotaFailure_Violation.descriptor,
      },
    ],
  },
  create: (init) => create(QuotaFailure.descriptor, emptyQuotaFailure(), init),
  encode: (message) => encode(QuotaFailure.descriptor, message, writeQuotaFailure),
  decode: (bytes, limits) =>
    decode(QuotaFailure.descriptor, bytes, emptyQuotaFailure(), readQuotaFailure, limits),
};

export function emptyQuotaFailure(): QuotaFailure {
  return { violations: [] };
}

export function writeQuotaFailure(message: QuotaFailure, writer: Writer): void {
  for (const item of message.violations ?? []) {
    const start = writer.enter(10);
    writeQuotaFailure_Violation(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readQuotaFailure(message: QuotaFailure, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(284);
        const part = emptyQuotaFailure_Violation();
        readQuotaFailure_Violation(part, reader);
        reader.leave(outer);
        reader.item(message.violations).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface QuotaFailure_Violation extends Message {
  /** Whose quota: `clientip:203.0.113.7`. */
  subject: string;
  description: string;
  apiService: string;
  quotaMetric: string;
  quotaId: string;
  quotaDimensions: Map<string, string>;
  quotaValue: bigint;
  futureQuotaValue?: bigint;
}

export const QuotaFailure_Violation: MessageType<QuotaFailure_Violation> = {
  descriptor: {
    name: 'google.rpc.QuotaFailure.Violation',
    fields: [
      { number: 1, name: 'subject', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'description', type: 'string', cardinality: 'implicit' },
      {
        number: 3,
        name: 'apiService',
        protoName: 'api_service',
        type: 'string',
        cardinality: 'implicit',
      },
      {
        number: 4,
        name: 'quotaMetric',
        protoName: 'quota_metric',
        type: 'string',
        cardinality: 'implicit',
      },
      {
        number: 5,
        name: 'quotaId',
        protoName: 'quota_id',
        type: 'string',
        cardinality: 'implicit',
      },
      {
        number: 6,
        name: 'quotaDimensions',
        protoName: 'quota_dimensions',
        type: 'string',
        cardinality: 'map',
        key: 'string',
      },
      {
        number: 7,
        name: 'quotaValue',
        protoName: 'quota_value',
        type: 'int64',
        cardinality: 'implicit',
      },
      {
        number: 8,
        name: 'futureQuotaValue',
        protoName: 'future_quota_value',
        type: 'int64',
        cardinality: 'optional',
      },
    ],
  },
  create: (init) => create(QuotaFailure_Violation.descriptor, emptyQuotaFailure_Violation(), init),
  encode: (message) =>
    encode(QuotaFailure_Violation.descriptor, message, writeQuotaFailure_Violation),
  decode: (bytes, limits) =>
    decode(
      QuotaFailure_Violation.descriptor,
      bytes,
      emptyQuotaFailure_Violation(),
      readQuotaFailure_Violation,
      limits,
    ),
};

export function emptyQuotaFailure_Violation(): QuotaFailure_Violation {
  return {
    subject: '',
    description: '',
    apiService: '',
    quotaMetric: '',
    quotaId: '',
    quotaDimensions: new Map(),
    quotaValue: 0n,
    futureQuotaValue: undefined,
  };
}

export function writeQuotaFailure_Violation(message: QuotaFailure_Violation, writer: Writer): void {
  if (message.subject) writer.tag(10).string(message.subject);
  if (message.description) writer.tag(18).string(message.description);
  if (message.apiService) writer.tag(26).string(message.apiService);
  if (message.quotaMetric) writer.tag(34).string(message.quotaMetric);
  if (message.quotaId) writer.tag(42).string(message.quotaId);
  for (const [key, value] of message.quotaDimensions ?? []) {
    const entry = writer.enter(50);
    writer.tag(10).string(key);
    writer.tag(18).string(value);
    writer.leave(entry);
  }
  if (message.quotaValue != null && message.quotaValue !== 0n)
    writer.tag(56).int64(message.quotaValue);
  if (message.futureQuotaValue != null) writer.tag(64).int64(message.futureQuotaValue);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readQuotaFailure_Violation(message: QuotaFailure_Violation, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.subject = reader.string();
        break;
      case 18:
        message.description = reader.string();
        break;
      case 26:
        message.apiService = reader.string();
        break;
      case 34:
        message.quotaMetric = reader.string();
        break;
      case 42:
        message.quotaId = reader.string();
        break;
      case 50: {
        const outer = reader.enter(72);
        let key = '';
        let value: string = '';
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 18:
              value = reader.string();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.quotaDimensions = reader.put(message.quotaDimensions, key, value);
        break;
      }
      case 56:
        message.quotaValue = reader.int64();
        break;
      case 64:
        message.futureQuotaValue = reader.int64();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** What would have to be true first. */
export interface PreconditionFailure extends Message {
  violations: PreconditionFailure_Violation[];
}

export const PreconditionFailure: MessageType<PreconditionFailure> = {
  descriptor: {
    name: 'google.rpc.PreconditionFailure',
    fields: [
      {
        number: 1,
        name: 'violations',
        type: 'message',
        cardinality: 'repeated',
        message: () => PreconditionFailure_Violation.descriptor,
      },
    ],
  },
  create: (init) => create(PreconditionFailure.descriptor, emptyPreconditionFailure(), init),
  encode: (message) => encode(PreconditionFailure.descriptor, message, writePreconditionFailure),
  decode: (bytes, limits) =>
    decode(
      PreconditionFailure.descriptor,
      bytes,
      emptyPreconditionFailure(),
      readPreconditionFailure,
      limits,
    ),
};

export function emptyPreconditionFailure(): PreconditionFailure {
  return { violations: [] };
}

export function writePreconditionFailure(message: PreconditionFailure, writer: Writer): void {
  for (const item of message.violations ?? []) {
    const start = writer.enter(10);
    writePreconditionFailure_Violation(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readPreconditionFailure(message: PreconditionFailure, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(68);
        const part = emptyPreconditionFailure_Violation();
        readPreconditionFailure_Violation(part, reader);
        reader.leave(outer);
        reader.item(message.violations).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface PreconditionFailure_Violation extends Message {
  /** The kind of condition: `TOS`. */
  type: string;
  subject: string;
  description: string;
}

export const PreconditionFailure_Violation: MessageType<PreconditionFailure_Violation> = {
  descriptor: {
    name: 'google.rpc.PreconditionFailure.Violation',
    fields: [
      { number: 1, name: 'type', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'subject', type: 'string', cardinality: 'implicit' },
      { number: 3, name: 'description', type: 'string', cardinality: 'implicit' },
    ],
  },
  create: (init) =>
    create(PreconditionFailure_Violation.descriptor, emptyPreconditionFailure_Violation(), init),
  encode: (message) =>
    encode(PreconditionFailure_Violation.descriptor, message, writePreconditionFailure_Violation),
  decode: (bytes, limits) =>
    decode(
      PreconditionFailure_Violation.descriptor,
      bytes,
      emptyPreconditionFailure_Violation(),
      readPreconditionFailure_Violation,
      limits,
    ),
};

export function emptyPreconditionFailure_Violation(): PreconditionFailure_Violation {
  return { type: '', subject: '', description: '' };
}

export function writePreconditionFailure_Violation(
  message: PreconditionFailure_Violation,
  writer: Writer,
): void {
  if (message.type) writer.tag(10).string(message.type);
  if (message.subject) writer.tag(18).string(message.subject);
  if (message.description) writer.tag(26).string(message.description);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readPreconditionFailure_Violation(
  message: PreconditionFailure_Violation,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.type = reader.string();
        break;
      case 18:
        message.subject = reader.string();
        break;
      case 26:
        message.description = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** Which fields of the request are wrong. */
export interface BadRequest extends Message {
  fieldViolations: BadRequest_FieldViolation[];
}

export const BadRequest: MessageType<BadRequest> = {
  descriptor: {
    name: 'google.rpc.BadRequest',
    fields: [
      {
        number: 1,
        name: 'fieldViolations',
        protoName: 'field_violations',
        type: 'message',
        cardinality: 'repeated',
        message: () => BadRequest_FieldViolation.descriptor,
      },
    ],
  },
  create: (init) => create(BadRequest.descriptor, emptyBadRequest(), init),
  encode: (message) => encode(BadRequest.descriptor, message, writeBadRequest),
  decode: (bytes, limits) =>
    decode(BadRequest.descriptor, bytes, emptyBadRequest(), readBadRequest, limits),
};

export function emptyBadRequest(): BadRequest {
  return { fieldViolations: [] };
}

export function writeBadRequest(message: BadRequest, writer: Writer): void {
  for (const item of message.fieldViolations ?? []) {
    const start = writer.enter(10);
    writeBadRequest_FieldViolation(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readBadRequest(message: BadRequest, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(68);
        const part = emptyBadRequest_FieldViolation();
        readBadRequest_FieldViolation(part, reader);
        reader.leave(outer);
        reader.item(message.fieldViolations).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface BadRequest_FieldViolation extends Message {
  /** The path to the field: `order.items[2].price`. */
  field: string;
  description: string;
  /** UPPER_SNAKE_CASE, for programs. */
  reason: string;
  localizedMessage?: LocalizedMessage;
}

export const BadRequest_FieldViolation: MessageType<BadRequest_FieldViolation> = {
  descriptor: {
    name: 'google.rpc.BadRequest.FieldViolation',
    fields: [
      { number: 1, name: 'field', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'description', type: 'string', cardinality: 'implicit' },
      { number: 3, name: 'reason', type: 'string', cardinality: 'implicit' },
      {
        number: 4,
        name: 'localizedMessage',
        protoName: 'localized_message',
        type: 'message',
        cardinality: 'optional',
        message: () => LocalizedMessage.descriptor,
      },
    ],
  },
  create: (init) =>
    create(BadRequest_FieldViolation.descriptor, emptyBadRequest_FieldViolation(), init),
  encode: (message) =>
    encode(BadRequest_FieldViolation.descriptor, message, writeBadRequest_FieldViolation),
  decode: (bytes, limits) =>
    decode(
      BadRequest_FieldViolation.descriptor,
      bytes,
      emptyBadRequest_FieldViolation(),
      readBadRequest_FieldViolation,
      limits,
    ),
};

export function emptyBadRequest_FieldViolation(): BadRequest_FieldViolation {
  return { field: '', description: '', reason: '', localizedMessage: undefined };
}

export function writeBadRequest_FieldViolation(
  message: BadRequest_FieldViolation,
  writer: Writer,
): void {
  if (message.field) writer.tag(10).string(message.field);
  if (message.description) writer.tag(18).string(message.description);
  if (message.reason) writer.tag(26).string(message.reason);
  if (message.localizedMessage != null) {
    const start = writer.enter(34);
    writeLocalizedMessage(message.localizedMessage, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readBadRequest_FieldViolation(
  message: BadRequest_FieldViolation,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.field = reader.string();
        break;
      case 18:
        message.description = reader.string();
        break;
      case 26:
        message.reason = reader.string();
        break;
      case 34: {
        const outer = reader.enter(68);
        const part = message.localizedMessage ?? emptyLocalizedMessage();
        readLocalizedMessage(part, reader);
        reader.leave(outer);
        message.localizedMessage = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** What to name when asking for help. */
export interface RequestInfo extends Message {
  requestId: string;
  servingData: string;
}

export const RequestInfo: MessageType<RequestInfo> = {
  descriptor: {
    name: 'google.rpc.RequestInfo',
    fields: [
      {
        number: 1,
        name: 'requestId',
        protoName: 'request_id',
        type: 'string',
        cardinality: 'implicit',
      },
      {
        number: 2,
        name: 'servingData',
        protoName: 'serving_data',
        type: 'string',
        cardinality: 'implicit',
      },
    ],
  },
  create: (init) => create(RequestInfo.descriptor, emptyRequestInfo(), init),
  encode: (message) => encode(RequestInfo.descriptor, message, writeRequestInfo),
  decode: (bytes, limits) =>
    decode(RequestInfo.descriptor, bytes, emptyRequestInfo(), readRequestInfo, limits),
};

export function emptyRequestInfo(): RequestInfo {
  return { requestId: '', servingData: '' };
}

export function writeRequestInfo(message: RequestInfo, writer: Writer): void {
  if (message.requestId) writer.tag(10).string(message.requestId);
  if (message.servingData) writer.tag(18).string(message.servingData);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readRequestInfo(message: RequestInfo, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.requestId = reader.string();
        break;
      case 18:
        message.servingData = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** What it was that could not be used. */
export interface ResourceInfo extends Message {
  resourceType: string;
  resourceName: string;
  owner: string;
  description: string;
}

export const ResourceInfo: MessageType<ResourceInfo> = {
  descriptor: {
    name: 'google.rpc.ResourceInfo',
    fields: [
      {
        number: 1,
        name: 'resourceType',
        protoName: 'resource_type',
        type: 'string',
        cardinality: 'implicit',
      },
      {
        number: 2,
        name: 'resourceName',
        protoName: 'resource_name',
        type: 'string',
        cardinality: 'implicit',
      },
      { number: 3, name: 'owner', type: 'string', cardinality: 'implicit' },
      { number: 4, name: 'description', type: 'string', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(ResourceInfo.descriptor, emptyResourceInfo(), init),
  encode: (message) => encode(ResourceInfo.descriptor, message, writeResourceInfo),
  decode: (bytes, limits) =>
    decode(ResourceInfo.descriptor, bytes, emptyResourceInfo(), readResourceInfo, limits),
};

export function emptyResourceInfo(): ResourceInfo {
  return { resourceType: '', resourceName: '', owner: '', description: '' };
}

export function writeResourceInfo(message: ResourceInfo, writer: Writer): void {
  if (message.resourceType) writer.tag(10).string(message.resourceType);
  if (message.resourceName) writer.tag(18).string(message.resourceName);
  if (message.owner) writer.tag(26).string(message.owner);
  if (message.description) writer.tag(34).string(message.description);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readResourceInfo(message: ResourceInfo, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.resourceType = reader.string();
        break;
      case 18:
        message.resourceName = reader.string();
        break;
      case 26:
        message.owner = reader.string();
        break;
      case 34:
        message.description = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** Where to read more. */
export interface Help extends Message {
  links: Help_Link[];
}

export const Help: MessageType<Help> = {
  descriptor: {
    name: 'google.rpc.Help',
    fields: [
      {
        number: 1,
        name: 'links',
        type: 'message',
        cardinality: 'repeated',
        message: () => Help_Link.descriptor,
      },
    ],
  },
  create: (init) => create(Help.descriptor, emptyHelp(), init),
  encode: (message) => encode(Help.descriptor, message, writeHelp),
  decode: (bytes, limits) => decode(Help.descriptor, bytes, emptyHelp(), readHelp, limits),
};

export function emptyHelp(): Help {
  return { links: [] };
}

export function writeHelp(message: Help, writer: Writer): void {
  for (const item of message.links ?? []) {
    const start = writer.enter(10);
    writeHelp_Link(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readHelp(message: Help, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(68);
        const part = emptyHelp_Link();
        readHelp_Link(part, reader);
        reader.leave(outer);
        reader.item(message.links).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Help_Link extends Message {
  description: string;
  url: string;
}

export const Help_Link: MessageType<Help_Link> = {
  descriptor: {
    name: 'google.rpc.Help.Link',
    fields: [
      { number: 1, name: 'description', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'url', type: 'string', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Help_Link.descriptor, emptyHelp_Link(), init),
  encode: (message) => encode(Help_Link.descriptor, message, writeHelp_Link),
  decode: (bytes, limits) =>
    decode(Help_Link.descriptor, bytes, emptyHelp_Link(), readHelp_Link, limits),
};

export function emptyHelp_Link(): Help_Link {
  return { description: '', url: '' };
}

export function writeHelp_Link(message: Help_Link, writer: Writer): void {
  if (message.description) writer.tag(10).string(message.description);
  if (message.url) writer.tag(18).string(message.url);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readHelp_Link(message: Help_Link, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.description = reader.string();
        break;
      case 18:
        message.url = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** The error in the user's own language. */
export interface LocalizedMessage extends Message {
  /** BCP 47: `zh-CN`. */
  locale: string;
  message: string;
}

export const LocalizedMessage: MessageType<LocalizedMessage> = {
  descriptor: {
    name: 'google.rpc.LocalizedMessage',
    fields: [
      { number: 1, name: 'locale', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'message', type: 'string', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(LocalizedMessage.descriptor, emptyLocalizedMessage(), init),
  encode: (message) => encode(LocalizedMessage.descriptor, message, writeLocalizedMessage),
  decode: (bytes, limits) =>
    decode(
      LocalizedMessage.descriptor,
      bytes,
      emptyLocalizedMessage(),
      readLocalizedMessage,
      limits,
    ),
};

export function emptyLocalizedMessage(): LocalizedMessage {
  return { locale: '', message: '' };
}

export function writeLocalizedMessage(message: LocalizedMessage, writer: Writer): void {
  if (message.locale) writer.tag(10).string(message.locale);
  if (message.message) writer.tag(18).string(message.message);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readLocalizedMessage(message: LocalizedMessage, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.locale = reader.string();
        break;
      case 18:
        message.message = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
