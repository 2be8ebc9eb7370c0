// Generated from grpc/testing/test.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType, OpenEnum } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'grpc/testing/test.proto',
  imports: [],
  descriptor:
    'ChdncnBjL3Rlc3RpbmcvdGVzdC5wcm90bxIMZ3JwYy50ZXN0aW5nIgcKBUVtcHR5IiEKCUJvb2xWYWx1ZRIU' +
    'CgV2YWx1ZRgBIAEoCFIFdmFsdWUiTAoHUGF5bG9hZBItCgR0eXBlGAEgASgOMhkuZ3JwYy50ZXN0aW5nLlBh' +
    'eWxvYWRUeXBlUgR0eXBlEhIKBGJvZHkYAiABKAxSBGJvZHkiOgoKRWNob1N0YXR1cxISCgRjb2RlGAEgASgF' +
    'UgRjb2RlEhgKB21lc3NhZ2UYAiABKAlSB21lc3NhZ2UivgQKDVNpbXBsZVJlcXVlc3QSPgoNcmVzcG9uc2Vf' +
    'dHlwZRgBIAEoDjIZLmdycGMudGVzdGluZy5QYXlsb2FkVHlwZVIMcmVzcG9uc2VUeXBlEiMKDXJlc3BvbnNl' +
    'X3NpemUYAiABKAVSDHJlc3BvbnNlU2l6ZRIvCgdwYXlsb2FkGAMgASgLMhUuZ3JwYy50ZXN0aW5nLlBheWxv' +
    'YWRSB3BheWxvYWQSIwoNZmlsbF91c2VybmFtZRgEIAEoCFIMZmlsbFVzZXJuYW1lEigKEGZpbGxfb2F1dGhf' +
    'c2NvcGUYBSABKAhSDmZpbGxPYXV0aFNjb3BlEkgKE3Jlc3BvbnNlX2NvbXByZXNzZWQYBiABKAsyFy5ncnBj' +
    'LnRlc3RpbmcuQm9vbFZhbHVlUhJyZXNwb25zZUNvbXByZXNzZWQSQQoPcmVzcG9uc2Vfc3RhdHVzGAcgASgL' +
    'MhguZ3JwYy50ZXN0aW5nLkVjaG9TdGF0dXNSDnJlc3BvbnNlU3RhdHVzEkQKEWV4cGVjdF9jb21wcmVzc2Vk' +
    'GAggASgLMhcuZ3JwYy50ZXN0aW5nLkJvb2xWYWx1ZVIQZXhwZWN0Q29tcHJlc3NlZBIkCg5maWxsX3NlcnZl' +
    'cl9pZBgJIAEoCFIMZmlsbFNlcnZlcklkEk8KFW9yY2FfcGVyX3F1ZXJ5X3JlcG9ydBgLIAEoCzIcLmdycGMu' +
    'dGVzdGluZy5UZXN0T3JjYVJlcG9ydFISb3JjYVBlclF1ZXJ5UmVwb3J0IpsBCg5TaW1wbGVSZXNwb25zZRIv' +
    'CgdwYXlsb2FkGAEgASgLMhUuZ3JwYy50ZXN0aW5nLlBheWxvYWRSB3BheWxvYWQSGgoIdXNlcm5hbWUYAiAB' +
    'KAlSCHVzZXJuYW1lEh8KC29hdXRoX3Njb3BlGAMgASgJUgpvYXV0aFNjb3BlEhsKCXNlcnZlcl9pZBgEIAEo' +
    'CVIIc2VydmVySWQikgEKGVN0cmVhbWluZ0lucHV0Q2FsbFJlcXVlc3QSLwoHcGF5bG9hZBgBIAEoCzIVLmdy' +
    'cGMudGVzdGluZy5QYXlsb2FkUgdwYXlsb2FkEkQKEWV4cGVjdF9jb21wcmVzc2VkGAIgASgLMhcuZ3JwYy50' +
    'ZXN0aW5nLkJvb2xWYWx1ZVIQZXhwZWN0Q29tcHJlc3NlZCJUChpTdHJlYW1pbmdJbnB1dENhbGxSZXNwb25z' +
    'ZRI2ChdhZ2dyZWdhdGVkX3BheWxvYWRfc2l6ZRgBIAEoBVIVYWdncmVnYXRlZFBheWxvYWRTaXplIoIBChJS' +
    'ZXNwb25zZVBhcmFtZXRlcnMSEgoEc2l6ZRgBIAEoBVIEc2l6ZRIfCgtpbnRlcnZhbF91cxgCIAEoBVIKaW50' +
    'ZXJ2YWxVcxI3Cgpjb21wcmVzc2VkGAMgASgLMhcuZ3JwYy50ZXN0aW5nLkJvb2xWYWx1ZVIKY29tcHJlc3Nl' +
    'ZCLpAgoaU3RyZWFtaW5nT3V0cHV0Q2FsbFJlcXVlc3QSPgoNcmVzcG9uc2VfdHlwZRgBIAEoDjIZLmdycGMu' +
    'dGVzdGluZy5QYXlsb2FkVHlwZVIMcmVzcG9uc2VUeXBlElEKE3Jlc3BvbnNlX3BhcmFtZXRlcnMYAiADKAsy' +
    'IC5ncnBjLnRlc3RpbmcuUmVzcG9uc2VQYXJhbWV0ZXJzUhJyZXNwb25zZVBhcmFtZXRlcnMSLwoHcGF5bG9h' +
    'ZBgDIAEoCzIVLmdycGMudGVzdGluZy5QYXlsb2FkUgdwYXlsb2FkEkEKD3Jlc3BvbnNlX3N0YXR1cxgHIAEo' +
    'CzIYLmdycGMudGVzdGluZy5FY2hvU3RhdHVzUg5yZXNwb25zZVN0YXR1cxJECg9vcmNhX29vYl9yZXBvcnQY' +
    'CCABKAsyHC5ncnBjLnRlc3RpbmcuVGVzdE9yY2FSZXBvcnRSDW9yY2FPb2JSZXBvcnQiTgobU3RyZWFtaW5n' +
    'T3V0cHV0Q2FsbFJlc3BvbnNlEi8KB3BheWxvYWQYASABKAsyFS5ncnBjLnRlc3RpbmcuUGF5bG9hZFIHcGF5' +
    'bG9hZCKLAwoOVGVzdE9yY2FSZXBvcnQSJwoPY3B1X3V0aWxpemF0aW9uGAEgASgBUg5jcHVVdGlsaXphdGlv' +
    'bhItChJtZW1vcnlfdXRpbGl6YXRpb24YAiABKAFSEW1lbW9yeVV0aWxpemF0aW9uElAKDHJlcXVlc3RfY29z' +
    'dBgDIAMoCzItLmdycGMudGVzdGluZy5UZXN0T3JjYVJlcG9ydC5SZXF1ZXN0Q29zdEVudHJ5UgtyZXF1ZXN0' +
    'Q29zdBJPCgt1dGlsaXphdGlvbhgEIAMoCzItLmdycGMudGVzdGluZy5UZXN0T3JjYVJlcG9ydC5VdGlsaXph' +
    'dGlvbkVudHJ5Ugt1dGlsaXphdGlvbho+ChBSZXF1ZXN0Q29zdEVudHJ5EhAKA2tleRgBIAEoCVIDa2V5EhQK' +
    'BXZhbHVlGAIgASgBUgV2YWx1ZToCOAEaPgoQVXRpbGl6YXRpb25FbnRyeRIQCgNrZXkYASABKAlSA2tleRIU' +
    'CgV2YWx1ZRgCIAEoAVIFdmFsdWU6AjgBKh8KC1BheWxvYWRUeXBlEhAKDENPTVBSRVNTQUJMRRAAMvoECgtU' +
    'ZXN0U2VydmljZRI1CglFbXB0eUNhbGwSEy5ncnBjLnRlc3RpbmcuRW1wdHkaEy5ncnBjLnRlc3RpbmcuRW1w' +
    'dHkSRgoJVW5hcnlDYWxsEhsuZ3JwYy50ZXN0aW5nLlNpbXBsZVJlcXVlc3QaHC5ncnBjLnRlc3RpbmcuU2lt' +
    'cGxlUmVzcG9uc2USbAoTU3RyZWFtaW5nT3V0cHV0Q2FsbBIoLmdycGMudGVzdGluZy5TdHJlYW1pbmdPdXRw' +
    'dXRDYWxsUmVxdWVzdBopLmdycGMudGVzdGluZy5TdHJlYW1pbmdPdXRwdXRDYWxsUmVzcG9uc2UwARJpChJT' +
    'dHJlYW1pbmdJbnB1dENhbGwSJy5ncnBjLnRlc3RpbmcuU3RyZWFtaW5nSW5wdXRDYWxsUmVxdWVzdBooLmdy' +
    'cGMudGVzdGluZy5TdHJlYW1pbmdJbnB1dENhbGxSZXNwb25zZSgBEmkKDkZ1bGxEdXBsZXhDYWxsEiguZ3Jw' +
    'Yy50ZXN0aW5nLlN0cmVhbWluZ091dHB1dENhbGxSZXF1ZXN0GikuZ3JwYy50ZXN0aW5nLlN0cmVhbWluZ091' +
    'dHB1dENhbGxSZXNwb25zZSgBMAESaQoOSGFsZkR1cGxleENhbGwSKC5ncnBjLnRlc3RpbmcuU3RyZWFtaW5n' +
    'T3V0cHV0Q2FsbFJlcXVlc3QaKS5ncnBjLnRlc3RpbmcuU3RyZWFtaW5nT3V0cHV0Q2FsbFJlc3BvbnNlKAEw' +
    'ARI9ChFVbmltcGxlbWVudGVkQ2FsbBITLmdycGMudGVzdGluZy5FbXB0eRoTLmdycGMudGVzdGluZy5FbXB0' +
    'eTJVChRVbmltcGxlbWVudGVkU2VydmljZRI9ChFVbmltcGxlbWVudGVkQ2FsbBITLmdycGMudGVzdGluZy5F' +
    'bXB0eRoTLmdycGMudGVzdGluZy5FbXB0eWIGcHJvdG8z',
};

export const PayloadType = {
  COMPRESSABLE: 0,
} as const;
export type PayloadType = OpenEnum<typeof PayloadType>;

export interface Empty extends Message {}

export const Empty: MessageType<Empty> = {
  descriptor: {
    name: 'grpc.testing.Empty',
    fields: [],
  },
  create: (init) => create(Empty.descriptor, emptyEmpty(), init),
  encode: (message) => encode(Empty.descriptor, message, writeEmpty),
  decode: (bytes, limits) => decode(Empty.descriptor, bytes, emptyEmpty(), readEmpty, limits),
};

export function emptyEmpty(): Empty {
  return {};
}

export function writeEmpty(message: Empty, writer: Writer): void {
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEmpty(message: Empty, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface BoolValue extends Message {
  value: boolean;
}

export const BoolValue: MessageType<BoolValue> = {
  descriptor: {
    name: 'grpc.testing.BoolValue',
    fields: [{ number: 1, name: 'value', type: 'bool', cardinality: 'implicit' }],
  },
  create: (init) => create(BoolValue.descriptor, emptyBoolValue(), init),
  encode: (message) => encode(BoolValue.descriptor, message, writeBoolValue),
  decode: (bytes, limits) =>
    decode(BoolValue.descriptor, bytes, emptyBoolValue(), readBoolValue, limits),
};

export function emptyBoolValue(): BoolValue {
  return { value: false };
}

export function writeBoolValue(message: BoolValue, writer: Writer): void {
  if (message.value) writer.tag(8).bool(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readBoolValue(message: BoolValue, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.value = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Payload extends Message {
  type: PayloadType;
  body: Uint8Array;
}

export const Payload: MessageType<Payload> = {
  descriptor: {
    name: 'grpc.testing.Payload',
    fields: [
      {
        number: 1,
        name: 'type',
        type: 'enum',
        cardinality: 'implicit',
        enum: () => ({ name: 'grpc.testing.PayloadType', numbers: PayloadType }),
      },
      { number: 2, name: 'body', type: 'bytes', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Payload.descriptor, emptyPayload(), init),
  encode: (message) => encode(Payload.descriptor, message, writePayload),
  decode: (bytes, limits) => decode(Payload.descriptor, bytes, emptyPayload(), readPayload, limits),
};

export function emptyPayload(): Payload {
  return { type: 0, body: new Uint8Array(0) };
}

export function writePayload(message: Payload, writer: Writer): void {
  if (message.type != null && message.type !== 0) writer.tag(8).int32(message.type);
  if (message.body?.length) writer.tag(18).bytes(message.body);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readPayload(message: Payload, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.type = reader.int32();
        break;
      case 18:
        message.body = reader.bytes();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** The status that the server is asked to end with. */
export interface EchoStatus extends Message {
  code: number;
  message: string;
}

export const EchoStatus: MessageType<EchoStatus> = {
  descriptor: {
    name: 'grpc.testing.EchoStatus',
    fields: [
      { number: 1, name: 'code', type: 'int32', cardinality: 'implicit' },
      { number: 2, name: 'message', type: 'string', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(EchoStatus.descriptor, emptyEchoStatus(), init),
  encode: (message) => encode(EchoStatus.descriptor, message, writeEchoStatus),
  decode: (bytes, limits) =>
    decode(EchoStatus.descriptor, bytes, emptyEchoStatus(), readEchoStatus, limits),
};

export function emptyEchoStatus(): EchoStatus {
  return { code: 0, message: '' };
}

export function writeEchoStatus(message: EchoStatus, writer: Writer): void {
  if (message.code != null && message.code !== 0) writer.tag(8).int32(message.code);
  if (message.message) writer.tag(18).string(message.message);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEchoStatus(message: EchoStatus, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.code = reader.int32();
        break;
      case 18:
        message.message = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface SimpleRequest extends Message {
  responseType: PayloadType;
  responseSize: number;
  payload?: Payload;
  fillUsername: boolean;
  fillOauthScope: boolean;
  responseCompressed?: BoolValue;
  responseStatus?: EchoStatus;
  expectCompressed?: BoolValue;
  fillServerId: boolean;
  orcaPerQueryReport?: TestOrcaReport;
}

export const SimpleRequest: MessageType<SimpleRequest> = {
  descriptor: {
    name: 'grpc.testing.SimpleRequest',
    fields: [
      {
        number: 1,
        name: 'responseType',
        protoName: 'response_type',
        type: 'enum',
        cardinality: 'implicit',
        enum: () => ({ name: 'grpc.testing.PayloadType', numbers: PayloadType }),
      },
      {
        number: 2,
        name: 'responseSize',
        protoName: 'response_size',
        type: 'int32',
        cardinality: 'implicit',
      },
      {
        number: 3,
        name: 'payload',
        type: 'message',
        cardinality: 'optional',
        message: () => Payload.descriptor,
      },
      {
        number: 4,
        name: 'fillUsername',
        protoName: 'fill_username',
        type: 'bool',
        cardinality: 'implicit',
      },
      {
        number: 5,
        name: 'fillOauthScope',
        protoName: 'fill_oauth_scope',
        type: 'bool',
        cardinality: 'implicit',
      },
      {
        number: 6,
        name: 'responseCompressed',
        protoName: 'response_compressed',
        type: 'message',
        cardinality: 'optional',
        message: () => BoolValue.descriptor,
      },
      {
        number: 7,
        name: 'responseStatus',
        protoName: 'response_status',
        type: 'message',
        cardinality: 'optional',
        message: () => EchoStatus.descriptor,
      },
      {
        number: 8,
        name: 'expectCompressed',
        protoName: 'expect_compressed',
        type: 'message',
        cardinality: 'optional',
        message: () => BoolValue.descriptor,
      },
      {
        number: 9,
        name: 'fillServerId',
        protoName: 'fill_server_id',
        type: 'bool',
        cardinality: 'implicit',
      },
      {
        number: 11,
        name: 'orcaPerQueryReport',
        protoName: 'orca_per_query_report',
        type: 'message',
        cardinality: 'optional',
        message: () => TestOrcaReport.descriptor,
      },
    ],
  },
  create: (init) => create(SimpleRequest.descriptor, emptySimpleRequest(), init),
  encode: (message) => encode(SimpleRequest.descriptor, message, writeSimpleRequest),
  decode: (bytes, limits) =>
    decode(SimpleRequest.descriptor, bytes, emptySimpleRequest(), readSimpleRequest, limits),
};

export function emptySimpleRequest(): SimpleRequest {
  return {
    responseType: 0,
    responseSize: 0,
    payload: undefined,
    fillUsername: false,
    fillOauthScope: false,
    responseCompressed: undefined,
    responseStatus: undefined,
    expectCompressed: undefined,
    fillServerId: false,
    orcaPerQueryReport: undefined,
  };
}

export function writeSimpleRequest(message: SimpleRequest, writer: Writer): void {
  if (message.responseType != null && message.responseType !== 0)
    writer.tag(8).int32(message.responseType);
  if (message.responseSize != null && message.responseSize !== 0)
    writer.tag(16).int32(message.responseSize);
  if (message.payload != null) {
    const start = writer.enter(26);
    writePayload(message.payload, writer);
    writer.leave(start);
  }
  if (message.fillUsername) writer.tag(32).bool(message.fillUsername);
  if (message.fillOauthScope) writer.tag(40).bool(message.fillOauthScope);
  if (message.responseCompressed != null) {
    const start = writer.enter(50);
    writeBoolValue(message.responseCompressed, writer);
    writer.leave(start);
  }
  if (message.responseStatus != null) {
    const start = writer.enter(58);
    writeEchoStatus(message.responseStatus, writer);
    writer.leave(start);
  }
  if (message.expectCompressed != null) {
    const start = writer.enter(66);
    writeBoolValue(message.expectCompressed, writer);
    writer.leave(start);
  }
  if (message.fillServerId) writer.tag(72).bool(message.fillServerId);
  if (message.orcaPerQueryReport != null) {
    const start = writer.enter(90);
    writeTestOrcaReport(message.orcaPerQueryReport, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readSimpleRequest(message: SimpleRequest, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.responseType = reader.int32();
        break;
      case 16:
        message.responseSize = reader.int32();
        break;
      case 26: {
        const outer = reader.enter(276);
        const part = message.payload ?? emptyPayload();
        readPayload(part, reader);
        reader.leave(outer);
        message.payload = part;
        break;
      }
      case 32:
        message.fillUsername = reader.bool();
        break;
      case 40:
        message.fillOauthScope = reader.bool();
        break;
      case 50: {
        const outer = reader.enter(68);
        const part = message.responseCompressed ?? emptyBoolValue();
        readBoolValue(part, reader);
        reader.leave(outer);
        message.responseCompressed = part;
        break;
      }
      case 58: {
        const outer = reader.enter(68);
        const part = message.responseStatus ?? emptyEchoStatus();
        readEchoStatus(part, reader);
        reader.leave(outer);
        message.responseStatus = part;
        break;
      }
      case 66: {
        const outer = reader.enter(68);
        const part = message.expectCompressed ?? emptyBoolValue();
        readBoolValue(part, reader);
        reader.leave(outer);
        message.expectCompressed = part;
        break;
      }
      case 72:
        message.fillServerId = reader.bool();
        break;
      case 90: {
        const outer = reader.enter(468);
        const part = message.orcaPerQueryReport ?? emptyTestOrcaReport();
        readTestOrcaReport(part, reader);
        reader.leave(outer);
        message.orcaPerQueryReport = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface SimpleResponse extends Message {
  payload?: Payload;
  username: string;
  oauthScope: string;
  serverId: string;
}

export const SimpleResponse: MessageType<SimpleResponse> = {
  descriptor: {
    name: 'grpc.testing.SimpleResponse',
    fields: [
      {
        number: 1,
        name: 'payload',
        type: 'message',
        cardinality: 'optional',
        message: () => Payload.descriptor,
      },
      { number: 2, name: 'username', type: 'string', cardinality: 'implicit' },
      {
        number: 3,
        name: 'oauthScope',
        protoName: 'oauth_scope',
        type: 'string',
        cardinality: 'implicit',
      },
      {
        number: 4,
        name: 'serverId',
        protoName: 'server_id',
        type: 'string',
        cardinality: 'implicit',
      },
    ],
  },
  create: (init) => create(SimpleResponse.descriptor, emptySimpleResponse(), init),
  encode: (message) => encode(SimpleResponse.descriptor, message, writeSimpleResponse),
  decode: (bytes, limits) =>
    decode(SimpleResponse.descriptor, bytes, emptySimpleResponse(), readSimpleResponse, limits),
};

export function emptySimpleResponse(): SimpleResponse {
  return { payload: undefined, username: '', oauthScope: '', serverId: '' };
}

export function writeSimpleResponse(message: SimpleResponse, writer: Writer): void {
  if (message.payload != null) {
    const start = writer.enter(10);
    writePayload(message.payload, writer);
    writer.leave(start);
  }
  if (message.username) writer.tag(18).string(message.username);
  if (message.oauthScope) writer.tag(26).string(message.oauthScope);
  if (message.serverId) writer.tag(34).string(message.serverId);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readSimpleResponse(message: SimpleResponse, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(276);
        const part = message.payload ?? emptyPayload();
        readPayload(part, reader);
        reader.leave(outer);
        message.payload = part;
        break;
      }
      case 18:
        message.username = reader.string();
        break;
      case 26:
        message.oauthScope = reader.string();
        break;
      case 34:
        message.serverId = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface StreamingInputCallRequest extends Message {
  payload?: Payload;
  expectCompressed?: BoolValue;
}

export const StreamingInputCallRequest: MessageType<StreamingInputCallRequest> = {
  descriptor: {
    name: 'grpc.testing.StreamingInputCallRequest',
    fields: [
      {
        number: 1,
        name: 'payload',
        type: 'message',
        cardinality: 'optional',
        message: () => Payload.descriptor,
      },
      {
        number: 2,
        name: 'expectCompressed',
        protoName: 'expect_compressed',
        type: 'message',
        cardinality: 'optional',
        message: () => BoolValue.descriptor,
      },
    ],
  },
  create: (init) =>
    create(StreamingInputCallRequest.descriptor, emptyStreamingInputCallRequest(), init),
  encode: (message) =>
    encode(StreamingInputCallRequest.descriptor, message, writeStreamingInputCallRequest),
  decode: (bytes, limits) =>
    decode(
      StreamingInputCallRequest.descriptor,
      bytes,
      emptyStreamingInputCallRequest(),
      readStreamingInputCallRequest,
      limits,
    ),
};

export function emptyStreamingInputCallRequest(): StreamingInputCallRequest {
  return { payload: undefined, expectCompressed: undefined };
}

export function writeStreamingInputCallRequest(
  message: StreamingInputCallRequest,
  writer: Writer,
): void {
  if (message.payload != null) {
    const start = writer.enter(10);
    writePayload(message.payload, writer);
    writer.leave(start);
  }
  if (message.expectCompressed != null) {
    const start = writer.enter(18);
    writeBoolValue(message.expectCompressed, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readStreamingInputCallRequest(
  message: StreamingInputCallRequest,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(276);
        const part = message.payload ?? emptyPayload();
        readPayload(part, reader);
        reader.leave(outer);
        message.payload = part;
        break;
      }
      case 18: {
        const outer = reader.enter(68);
        const part = message.expectCompressed ?? emptyBoolValue();
        readBoolValue(part, reader);
        reader.leave(outer);
        message.expectCompressed = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface StreamingInputCallResponse extends Message {
  aggregatedPayloadSize: number;
}

export const StreamingInputCallResponse: MessageType<StreamingInputCallResponse> = {
  descriptor: {
    name: 'grpc.testing.StreamingInputCallResponse',
    fields: [
      {
        number: 1,
        name: 'aggregatedPayloadSize',
        protoName: 'aggregated_payload_size',
        type: 'int32',
        cardinality: 'implicit',
      },
    ],
  },
  create: (init) =>
    create(StreamingInputCallResponse.descriptor, emptyStreamingInputCallResponse(), init),
  encode: (message) =>
    encode(StreamingInputCallResponse.descriptor, message, writeStreamingInputCallResponse),
  decode: (bytes, limits) =>
    decode(
      StreamingInputCallResponse.descriptor,
      bytes,
      emptyStreamingInputCallResponse(),
      readStreamingInputCallResponse,
      limits,
    ),
};

export function emptyStreamingInputCallResponse(): StreamingInputCallResponse {
  return { aggregatedPayloadSize: 0 };
}

export function writeStreamingInputCallResponse(
  message: StreamingInputCallResponse,
  writer: Writer,
): void {
  if (message.aggregatedPayloadSize != null && message.aggregatedPayloadSize !== 0)
    writer.tag(8).int32(message.aggregatedPayloadSize);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readStreamingInputCallResponse(
  message: StreamingInputCallResponse,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.aggregatedPayloadSize = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ResponseParameters extends Message {
  size: number;
  intervalUs: number;
  compressed?: BoolValue;
}

export const ResponseParameters: MessageType<ResponseParameters> = {
  descriptor: {
    name: 'grpc.testing.ResponseParameters',
    fields: [
      { number: 1, name: 'size', type: 'int32', cardinality: 'implicit' },
      {
        number: 2,
        name: 'intervalUs',
        protoName: 'interval_us',
        type: 'int32',
        cardinality: 'implicit',
      },
      {
        number: 3,
        name: 'compressed',
        type: 'message',
        cardinality: 'optional',
        message: () => BoolValue.descriptor,
      },
    ],
  },
  create: (init) => create(ResponseParameters.descriptor, emptyResponseParameters(), init),
  encode: (message) => encode(ResponseParameters.descriptor, message, writeResponseParameters),
  decode: (bytes, limits) =>
    decode(
      ResponseParameters.descriptor,
      bytes,
      emptyResponseParameters(),
      readResponseParameters,
      limits,
    ),
};

export function emptyResponseParameters(): ResponseParameters {
  return { size: 0, intervalUs: 0, compressed: undefined };
}

export function writeResponseParameters(message: ResponseParameters, writer: Writer): void {
  if (message.size != null && message.size !== 0) writer.tag(8).int32(message.size);
  if (message.intervalUs != null && message.intervalUs !== 0)
    writer.tag(16).int32(message.intervalUs);
  if (message.compressed != null) {
    const start = writer.enter(26);
    writeBoolValue(message.compressed, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readResponseParameters(message: ResponseParameters, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.size = reader.int32();
        break;
      case 16:
        message.intervalUs = reader.int32();
        break;
      case 26: {
        const outer = reader.enter(68);
        const part = message.compressed ?? emptyBoolValue();
        readBoolValue(part, reader);
        reader.leave(outer);
        message.compressed = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface StreamingOutputCallRequest extends Message {
  responseType: PayloadType;
  responseParameters: ResponseParameters[];
  payload?: Payload;
  responseStatus?: EchoStatus;
  orcaOobReport?: TestOrcaReport;
}

export const StreamingOutputCallRequest: MessageType<StreamingOutputCallRequest> = {
  descriptor: {
    name: 'grpc.testing.StreamingOutputCallRequest',
    fields: [
      {
        number: 1,
        name: 'responseType',
        protoName: 'response_type',
        type: 'enum',
        cardinality: 'implicit',
        enum: () => ({ name: 'grpc.testing.PayloadType', numbers: PayloadType }),
      },
      {
        number: 2,
        name: 'responseParameters',
        protoName: 'response_parameters',
        type: 'message',
        cardinality: 'repeated',
        message: () => ResponseParameters.descriptor,
      },
      {
        number: 3,
        name: 'payload',
        type: 'message',
        cardinality: 'optional',
        message: () => Payload.descriptor,
      },
      {
        number: 7,
        name: 'responseStatus',
        protoName: 'response_status',
        type: 'message',
        cardinality: 'optional',
        message: () => EchoStatus.descriptor,
      },
      {
        number: 8,
        name: 'orcaOobReport',
        protoName: 'orca_oob_report',
        type: 'message',
        cardinality: 'optional',
        message: () => TestOrcaReport.descriptor,
      },
    ],
  },
  create: (init) =>
    create(StreamingOutputCallRequest.descriptor, emptyStreamingOutputCallRequest(), init),
  encode: (message) =>
    encode(StreamingOutputCallRequest.descriptor, message, writeStreamingOutputCallRequest),
  decode: (bytes, limits) =>
    decode(
      StreamingOutputCallRequest.descriptor,
      bytes,
      emptyStreamingOutputCallRequest(),
      readStreamingOutputCallRequest,
      limits,
    ),
};

export function emptyStreamingOutputCallRequest(): StreamingOutputCallRequest {
  return {
    responseType: 0,
    responseParameters: [],
    payload: undefined,
    responseStatus: undefined,
    orcaOobReport: undefined,
  };
}

export function writeStreamingOutputCallRequest(
  message: StreamingOutputCallRequest,
  writer: Writer,
): void {
  if (message.responseType != null && message.responseType !== 0)
    writer.tag(8).int32(message.responseType);
  for (const item of message.responseParameters ?? []) {
    const start = writer.enter(18);
    writeResponseParameters(item, writer);
    writer.leave(start);
  }
  if (message.payload != null) {
    const start = writer.enter(26);
    writePayload(message.payload, writer);
    writer.leave(start);
  }
  if (message.responseStatus != null) {
    const start = writer.enter(58);
    writeEchoStatus(message.responseStatus, writer);
    writer.leave(start);
  }
  if (message.orcaOobReport != null) {
    const start = writer.enter(66);
    writeTestOrcaReport(message.orcaOobReport, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readStreamingOutputCallRequest(
  message: StreamingOutputCallRequest,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.responseType = reader.int32();
        break;
      case 18: {
        const outer = reader.enter(68);
        const part = emptyResponseParameters();
        readResponseParameters(part, reader);
        reader.leave(outer);
        reader.item(message.responseParameters).push(part);
        break;
      }
      case 26: {
        const outer = reader.enter(276);
        const part = message.payload ?? emptyPayload();
        readPayload(part, reader);
        reader.leave(outer);
        message.payload = part;
        break;
      }
      case 58: {
        const outer = reader.enter(68);
        const part = message.responseStatus ?? emptyEchoStatus();
        readEchoStatus(part, reader);
        reader.leave(outer);
        message.responseStatus = part;
        break;
      }
      case 66: {
        const outer = reader.enter(468);
        const part = message.orcaOobReport ?? emptyTestOrcaReport();
        readTestOrcaReport(part, reader);
        reader.leave(outer);
        message.orcaOobReport = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface StreamingOutputCallResponse extends Message {
  payload?: Payload;
}

export const StreamingOutputCallResponse: MessageType<StreamingOutputCallResponse> = {
  descriptor: {
    name: 'grpc.testing.StreamingOutputCallResponse',
    fields: [
      {
        number: 1,
        name: 'payload',
        type: 'message',
        cardinality: 'optional',
        message: () => Payload.descriptor,
      },
    ],
  },
  create: (init) =>
    create(StreamingOutputCallResponse.descriptor, emptyStreamingOutputCallResponse(), init),
  encode: (message) =>
    encode(StreamingOutputCallResponse.descriptor, message, writeStreamingOutputCallResponse),
  decode: (bytes, limits) =>
    decode(
      StreamingOutputCallResponse.descriptor,
      bytes,
      emptyStreamingOutputCallResponse(),
      readStreamingOutputCallResponse,
      limits,
    ),
};

export function emptyStreamingOutputCallResponse(): StreamingOutputCallResponse {
  return { payload: undefined };
}

export function writeStreamingOutputCallResponse(
  message: StreamingOutputCallResponse,
  writer: Writer,
): void {
  if (message.payload != null) {
    const start = writer.enter(10);
    writePayload(message.payload, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readStreamingOutputCallResponse(
  message: StreamingOutputCallResponse,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(276);
        const part = message.payload ?? emptyPayload();
        readPayload(part, reader);
        reader.leave(outer);
        message.payload = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface TestOrcaReport extends Message {
  cpuUtilization: number;
  memoryUtilization: number;
  requestCost: Map<string, number>;
  utilization: Map<string, number>;
}

export const TestOrcaReport: MessageType<TestOrcaReport> = {
  descriptor: {
    name: 'grpc.testing.TestOrcaReport',
    fields: [
      {
        number: 1,
        name: 'cpuUtilization',
        protoName: 'cpu_utilization',
        type: 'double',
        cardinality: 'implicit',
      },
      {
        number: 2,
        name: 'memoryUtilization',
        protoName: 'memory_utilization',
        type: 'double',
        cardinality: 'implicit',
      },
      {
        number: 3,
        name: 'requestCost',
        protoName: 'request_cost',
        type: 'double',
        cardinality: 'map',
        key: 'string',
      },
      { number: 4, name: 'utilization', type: 'double', cardinality: 'map', key: 'string' },
    ],
  },
  create: (init) => create(TestOrcaReport.descriptor, emptyTestOrcaReport(), init),
  encode: (message) => encode(TestOrcaReport.descriptor, message, writeTestOrcaReport),
  decode: (bytes, limits) =>
    decode(TestOrcaReport.descriptor, bytes, emptyTestOrcaReport(), readTestOrcaReport, limits),
};

export function emptyTestOrcaReport(): TestOrcaReport {
  return {
    cpuUtilization: 0,
    memoryUtilization: 0,
    requestCost: new Map(),
    utilization: new Map(),
  };
}

export function writeTestOrcaReport(message: TestOrcaReport, writer: Writer): void {
  if (message.cpuUtilization != null && !Object.is(message.cpuUtilization, 0))
    writer.tag(9).double(message.cpuUtilization);
  if (message.memoryUtilization != null && !Object.is(message.memoryUtilization, 0))
    writer.tag(17).double(message.memoryUtilization);
  for (const [key, value] of message.requestCost ?? []) {
    const entry = writer.enter(26);
    writer.tag(10).string(key);
    writer.tag(17).double(value);
    writer.leave(entry);
  }
  for (const [key, value] of message.utilization ?? []) {
    const entry = writer.enter(34);
    writer.tag(10).string(key);
    writer.tag(17).double(value);
    writer.leave(entry);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readTestOrcaReport(message: TestOrcaReport, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 9:
        message.cpuUtilization = reader.double();
        break;
      case 17:
        message.memoryUtilization = reader.double();
        break;
      case 26: {
        const outer = reader.enter(72);
        let key = '';
        let value: number = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 17:
              value = reader.double();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.requestCost = reader.put(message.requestCost, key, value);
        break;
      }
      case 34: {
        const outer = reader.enter(72);
        let key = '';
        let value: number = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 17:
              value = reader.double();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.utilization = reader.put(message.utilization, key, value);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export const TestServiceDefinition = {
  name: 'grpc.testing.TestService',
  file,
  methods: {
    emptyCall: {
      path: '/grpc.testing.TestService/EmptyCall',
      requestStream: false,
      responseStream: false,
      encodeRequest: Empty.encode,
      decodeRequest: (bytes: Uint8Array) => Empty.decode(bytes),
      encodeResponse: Empty.encode,
      decodeResponse: (bytes: Uint8Array) => Empty.decode(bytes),
    },
    unaryCall: {
      path: '/grpc.testing.TestService/UnaryCall',
      requestStream: false,
      responseStream: false,
      encodeRequest: SimpleRequest.encode,
      decodeRequest: (bytes: Uint8Array) => SimpleRequest.decode(bytes),
      encodeResponse: SimpleResponse.encode,
      decodeResponse: (bytes: Uint8Array) => SimpleResponse.decode(bytes),
    },
    streamingOutputCall: {
      path: '/grpc.testing.TestService/StreamingOutputCall',
      requestStream: false,
      responseStream: true,
      encodeRequest: StreamingOutputCallRequest.encode,
      decodeRequest: (bytes: Uint8Array) => StreamingOutputCallRequest.decode(bytes),
      encodeResponse: StreamingOutputCallResponse.encode,
      decodeResponse: (bytes: Uint8Array) => StreamingOutputCallResponse.decode(bytes),
    },
    streamingInputCall: {
      path: '/grpc.testing.TestService/StreamingInputCall',
      requestStream: true,
      responseStream: false,
      encodeRequest: StreamingInputCallRequest.encode,
      decodeRequest: (bytes: Uint8Array) => StreamingInputCallRequest.decode(bytes),
      encodeResponse: StreamingInputCallResponse.encode,
      decodeResponse: (bytes: Uint8Array) => StreamingInputCallResponse.decode(bytes),
    },
    fullDuplexCall: {
      path: '/grpc.testing.TestService/FullDuplexCall',
      requestStream: true,
      responseStream: true,
      encodeRequest: StreamingOutputCallRequest.encode,
      decodeRequest: (bytes: Uint8Array) => StreamingOutputCallRequest.decode(bytes),
      encodeResponse: StreamingOutputCallResponse.encode,
      decodeResponse: (bytes: Uint8Array) => StreamingOutputCallResponse.decode(bytes),
    },
    halfDuplexCall: {
      path: '/grpc.testing.TestService/HalfDuplexCall',
      requestStream: true,
      responseStream: true,
      encodeRequest: StreamingOutputCallRequest.encode,
      decodeRequest: (bytes: Uint8Array) => StreamingOutputCallRequest.decode(bytes),
      encodeResponse: StreamingOutputCallResponse.encode,
      decodeResponse: (bytes: Uint8Array) => StreamingOutputCallResponse.decode(bytes),
    },
    /** No server has it. */
    unimplementedCall: {
      path: '/grpc.testing.TestService/UnimplementedCall',
      requestStream: false,
      responseStream: false,
      encodeRequest: Empty.encode,
      decodeRequest: (bytes: Uint8Array) => Empty.decode(bytes),
      encodeResponse: Empty.encode,
      decodeResponse: (bytes: Uint8Array) => Empty.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `grpc.testing.TestService`. `Options` are those of a call: deadline, metadata, … */
export interface TestServiceClient<Options = unknown> {
  emptyCall(request: Empty, options?: Options): Promise<Empty>;
  unaryCall(request: SimpleRequest, options?: Options): Promise<SimpleResponse>;
  streamingOutputCall(
    request: StreamingOutputCallRequest,
    options?: Options,
  ): AsyncIterable<StreamingOutputCallResponse>;
  streamingInputCall(
    requests: Source<StreamingInputCallRequest>,
    options?: Options,
  ): Promise<StreamingInputCallResponse>;
  fullDuplexCall(
    requests: Source<StreamingOutputCallRequest>,
    options?: Options,
  ): AsyncIterable<StreamingOutputCallResponse>;
  halfDuplexCall(
    requests: Source<StreamingOutputCallRequest>,
    options?: Options,
  ): AsyncIterable<StreamingOutputCallResponse>;
  /** No server has it. */
  unimplementedCall(request: Empty, options?: Options): Promise<Empty>;
}

/** A server's skeleton of `grpc.testing.TestService`, to be filled in. `Context` tells of the call. */
export interface TestServiceServer<Context = unknown> {
  emptyCall(request: Empty, context: Context): Promise<Empty> | Empty;
  unaryCall(request: SimpleRequest, context: Context): Promise<SimpleResponse> | SimpleResponse;
  streamingOutputCall(
    request: StreamingOutputCallRequest,
    context: Context,
  ): Source<StreamingOutputCallResponse>;
  streamingInputCall(
    requests: AsyncIterable<StreamingInputCallRequest>,
    context: Context,
  ): Promise<StreamingInputCallResponse> | StreamingInputCallResponse;
  fullDuplexCall(
    requests: AsyncIterable<StreamingOutputCallRequest>,
    context: Context,
  ): Source<StreamingOutputCallResponse>;
  halfDuplexCall(
    requests: AsyncIterable<StreamingOutputCallRequest>,
    context: Context,
  ): Source<StreamingOutputCallResponse>;
  /** No server has it. */
  unimplementedCall(request: Empty, context: Context): Promise<Empty> | Empty;
}

/** No server has this one at all. */
export const UnimplementedServiceDefinition = {
  name: 'grpc.testing.UnimplementedService',
  file,
  methods: {
    unimplementedCall: {
      path: '/grpc.testing.UnimplementedService/UnimplementedCall',
      requestStream: false,
      responseStream: false,
      encodeRequest: Empty.encode,
      decodeRequest: (bytes: Uint8Array) => Empty.decode(bytes),
      encodeResponse: Empty.encode,
      decodeResponse: (bytes: Uint8Array) => Empty.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `grpc.testing.UnimplementedService`. `Options` are those of a call: deadline, metadata, … */
export interface UnimplementedServiceClient<Options = unknown> {
  unimplementedCall(request: Empty, options?: Options): Promise<Empty>;
}

/** A server's skeleton of `grpc.testing.UnimplementedService`, to be filled in. `Context` tells of the call. */
export interface UnimplementedServiceServer<Context = unknown> {
  unimplementedCall(request: Empty, context: Context): Promise<Empty> | Empty;
}
