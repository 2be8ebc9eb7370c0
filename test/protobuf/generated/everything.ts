// Generated from everything.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import { readInt32s } from '#protobuf/fast/packed';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType, OpenEnum } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'everything.proto',
  imports: [],
  descriptor:
    'ChBldmVyeXRoaW5nLnByb3RvEgpldmVyeXRoaW5nIugWCgpFdmVyeXRoaW5nEhkKCGFfZG91YmxlGAEgASgB' +
    'UgdhRG91YmxlEhcKB2FfZmxvYXQYAiABKAJSBmFGbG9hdBIZCghhbl9pbnQzMhgDIAEoBVIHYW5JbnQzMhIZ' +
    'Cghhbl9pbnQ2NBgEIAEoA1IHYW5JbnQ2NBIZCghhX3VpbnQzMhgFIAEoDVIHYVVpbnQzMhIZCghhX3VpbnQ2' +
    'NBgGIAEoBFIHYVVpbnQ2NBIZCghhX3NpbnQzMhgHIAEoEVIHYVNpbnQzMhIZCghhX3NpbnQ2NBgIIAEoElIH' +
    'YVNpbnQ2NBIbCglhX2ZpeGVkMzIYCSABKAdSCGFGaXhlZDMyEhsKCWFfZml4ZWQ2NBgKIAEoBlIIYUZpeGVk' +
    'NjQSHQoKYV9zZml4ZWQzMhgLIAEoD1IJYVNmaXhlZDMyEh0KCmFfc2ZpeGVkNjQYDCABKBBSCWFTZml4ZWQ2' +
    'NBIVCgZhX2Jvb2wYDSABKAhSBWFCb29sEhkKCGFfc3RyaW5nGA4gASgJUgdhU3RyaW5nEhcKB2FfYnl0ZXMY' +
    'DyABKAxSBmFCeXRlcxIqCgdhX2NvbG9yGBAgASgOMhEuZXZlcnl0aGluZy5Db2xvclIGYUNvbG9yEjUKB2Ff' +
    'cG9pbnQYESABKAsyHC5ldmVyeXRoaW5nLkV2ZXJ5dGhpbmcuUG9pbnRSBmFQb2ludBIsCg9vcHRpb25hbF9k' +
    'b3VibGUYFSABKAFIAVIOb3B0aW9uYWxEb3VibGWIAQESKgoOb3B0aW9uYWxfaW50MzIYFyABKAVIAlINb3B0' +
    'aW9uYWxJbnQzMogBARIqCg5vcHRpb25hbF9pbnQ2NBgYIAEoA0gDUg1vcHRpb25hbEludDY0iAEBEigKDW9w' +
    'dGlvbmFsX2Jvb2wYISABKAhIBFIMb3B0aW9uYWxCb29siAEBEiwKD29wdGlvbmFsX3N0cmluZxgiIAEoCUgF' +
    'Ug5vcHRpb25hbFN0cmluZ4gBARIqCg5vcHRpb25hbF9ieXRlcxgjIAEoDEgGUg1vcHRpb25hbEJ5dGVziAEB' +
    'Ej0KDm9wdGlvbmFsX2NvbG9yGCQgASgOMhEuZXZlcnl0aGluZy5Db2xvckgHUg1vcHRpb25hbENvbG9yiAEB' +
    'EhgKB2RvdWJsZXMYKSADKAFSB2RvdWJsZXMSFgoGZmxvYXRzGCogAygCUgZmbG9hdHMSFgoGaW50MzJzGCsg' +
    'AygFUgZpbnQzMnMSFgoGaW50NjRzGCwgAygDUgZpbnQ2NHMSGAoHdWludDMycxgtIAMoDVIHdWludDMycxIY' +
    'Cgd1aW50NjRzGC4gAygEUgd1aW50NjRzEhgKB3NpbnQzMnMYLyADKBFSB3NpbnQzMnMSGAoHc2ludDY0cxgw' +
    'IAMoElIHc2ludDY0cxIaCghmaXhlZDMycxgxIAMoB1IIZml4ZWQzMnMSGgoIZml4ZWQ2NHMYMiADKAZSCGZp' +
    'eGVkNjRzEhwKCXNmaXhlZDMycxgzIAMoD1IJc2ZpeGVkMzJzEhwKCXNmaXhlZDY0cxg0IAMoEFIJc2ZpeGVk' +
    'NjRzEhQKBWJvb2xzGDUgAygIUgVib29scxIYCgdzdHJpbmdzGDYgAygJUgdzdHJpbmdzEiEKDGJ5dGVfc3Ry' +
    'aW5ncxg3IAMoDFILYnl0ZVN0cmluZ3MSKQoGY29sb3JzGDggAygOMhEuZXZlcnl0aGluZy5Db2xvclIGY29s' +
    'b3JzEjQKBnBvaW50cxg5IAMoCzIcLmV2ZXJ5dGhpbmcuRXZlcnl0aGluZy5Qb2ludFIGcG9pbnRzEh4KCHVu' +
    'cGFja2VkGDogAygFQgIQAFIIdW5wYWNrZWQSQQoJYnlfc3RyaW5nGD0gAygLMiQuZXZlcnl0aGluZy5FdmVy' +
    'eXRoaW5nLkJ5U3RyaW5nRW50cnlSCGJ5U3RyaW5nEj4KCGJ5X2ludDY0GD4gAygLMiMuZXZlcnl0aGluZy5F' +
    'dmVyeXRoaW5nLkJ5SW50NjRFbnRyeVIHYnlJbnQ2NBI7CgdieV9ib29sGD8gAygLMiIuZXZlcnl0aGluZy5F' +
    'dmVyeXRoaW5nLkJ5Qm9vbEVudHJ5UgZieUJvb2wSQQoJYnlfc2ludDMyGEAgAygLMiQuZXZlcnl0aGluZy5F' +
    'dmVyeXRoaW5nLkJ5U2ludDMyRW50cnlSCGJ5U2ludDMyEkQKCmJ5X2ZpeGVkMzIYQSADKAsyJS5ldmVyeXRo' +
    'aW5nLkV2ZXJ5dGhpbmcuQnlGaXhlZDMyRW50cnlSCWJ5Rml4ZWQzMhJOCg5wb2ludHNfYnlfbmFtZRhCIAMo' +
    'CzIoLmV2ZXJ5dGhpbmcuRXZlcnl0aGluZy5Qb2ludHNCeU5hbWVFbnRyeVIMcG9pbnRzQnlOYW1lEkEKCWJ5' +
    'X3VpbnQ2NBhDIAMoCzIkLmV2ZXJ5dGhpbmcuRXZlcnl0aGluZy5CeVVpbnQ2NEVudHJ5UghieVVpbnQ2NBIj' +
    'CgxjaG9zZW5faW50MzIYRyABKAVIAFILY2hvc2VuSW50MzISJQoNY2hvc2VuX3N0cmluZxhIIAEoCUgAUgxj' +
    'aG9zZW5TdHJpbmcSQQoMY2hvc2VuX3BvaW50GEkgASgLMhwuZXZlcnl0aGluZy5FdmVyeXRoaW5nLlBvaW50' +
    'SABSC2Nob3NlblBvaW50EiEKC2Nob3Nlbl9ib29sGEogASgISABSCmNob3NlbkJvb2wSNgoMY2hvc2VuX2Nv' +
    'bG9yGEsgASgOMhEuZXZlcnl0aGluZy5Db2xvckgAUgtjaG9zZW5Db2xvchIjCgxjaG9zZW5fYnl0ZXMYTCAB' +
    'KAxIAFILY2hvc2VuQnl0ZXMSJQoNY2hvc2VuX3VpbnQ2NBhNIAEoBEgAUgxjaG9zZW5VaW50NjQSLgoGaW5z' +
    'aWRlGFEgASgLMhYuZXZlcnl0aGluZy5FdmVyeXRoaW5nUgZpbnNpZGUSFgoEbGFzdBj/////ASABKAVSBGxh' +
    'c3QaOwoNQnlTdHJpbmdFbnRyeRIQCgNrZXkYASABKAlSA2tleRIUCgV2YWx1ZRgCIAEoBVIFdmFsdWU6AjgB' +
    'GjoKDEJ5SW50NjRFbnRyeRIQCgNrZXkYASABKANSA2tleRIUCgV2YWx1ZRgCIAEoCVIFdmFsdWU6AjgBGjkK' +
    'C0J5Qm9vbEVudHJ5EhAKA2tleRgBIAEoCFIDa2V5EhQKBXZhbHVlGAIgASgBUgV2YWx1ZToCOAEaOwoNQnlT' +
    'aW50MzJFbnRyeRIQCgNrZXkYASABKBFSA2tleRIUCgV2YWx1ZRgCIAEoDFIFdmFsdWU6AjgBGk8KDkJ5Rml4' +
    'ZWQzMkVudHJ5EhAKA2tleRgBIAEoB1IDa2V5EicKBXZhbHVlGAIgASgOMhEuZXZlcnl0aGluZy5Db2xvclIF' +
    'dmFsdWU6AjgBGl0KEVBvaW50c0J5TmFtZUVudHJ5EhAKA2tleRgBIAEoCVIDa2V5EjIKBXZhbHVlGAIgASgL' +
    'MhwuZXZlcnl0aGluZy5FdmVyeXRoaW5nLlBvaW50UgV2YWx1ZToCOAEaUwoNQnlVaW50NjRFbnRyeRIQCgNr' +
    'ZXkYASABKARSA2tleRIsCgV2YWx1ZRgCIAEoCzIWLmV2ZXJ5dGhpbmcuRXZlcnl0aGluZ1IFdmFsdWU6AjgB' +
    'GiMKBVBvaW50EgwKAXgYASABKBFSAXgSDAoBeRgCIAEoEVIBeUIICgZjaG9pY2VCEgoQX29wdGlvbmFsX2Rv' +
    'dWJsZUIRCg9fb3B0aW9uYWxfaW50MzJCEQoPX29wdGlvbmFsX2ludDY0QhAKDl9vcHRpb25hbF9ib29sQhIK' +
    'EF9vcHRpb25hbF9zdHJpbmdCEQoPX29wdGlvbmFsX2J5dGVzQhEKD19vcHRpb25hbF9jb2xvciIhCgdOdW1i' +
    'ZXJzEhYKBnZhbHVlcxgBIAMoBVIGdmFsdWVzIgkKB05vdGhpbmcqSgoFQ29sb3ISBwoDUkVEEAASCQoFR1JF' +
    'RU4QARIICgRMSU1FEAESCAoEQkxVRRADEhUKCElORlJBUkVEEP///////////wEaAhABMu0BCgVLaW5kcxIx' +
    'CgVVbmFyeRITLmV2ZXJ5dGhpbmcuTnVtYmVycxoTLmV2ZXJ5dGhpbmcuTm90aGluZxI6CgxTZXJ2ZXJTdHJl' +
    'YW0SEy5ldmVyeXRoaW5nLk51bWJlcnMaEy5ldmVyeXRoaW5nLk5vdGhpbmcwARI6CgxDbGllbnRTdHJlYW0S' +
    'Ey5ldmVyeXRoaW5nLk51bWJlcnMaEy5ldmVyeXRoaW5nLk5vdGhpbmcoARI5CgRCaWRpEhMuZXZlcnl0aGlu' +
    'Zy5OdW1iZXJzGhMuZXZlcnl0aGluZy5Ob3RoaW5nIgOIAgEoATABYgZwcm90bzM=',
};

export const Color = {
  RED: 0,
  GREEN: 1,
  LIME: 1,
  BLUE: 3,
  INFRARED: -1,
} as const;
export type Color = OpenEnum<typeof Color>;

/** All scalar types, in all the ways in which they can occur. */
export interface Everything extends Message {
  aDouble: number;
  aFloat: number;
  anInt32: number;
  anInt64: bigint;
  aUint32: number;
  aUint64: bigint;
  aSint32: number;
  aSint64: bigint;
  aFixed32: number;
  aFixed64: bigint;
  aSfixed32: number;
  aSfixed64: bigint;
  aBool: boolean;
  aString: string;
  aBytes: Uint8Array;
  aColor: Color;
  aPoint?: Everything_Point;
  optionalDouble?: number;
  optionalInt32?: number;
  optionalInt64?: bigint;
  optionalBool?: boolean;
  optionalString?: string;
  optionalBytes?: Uint8Array;
  optionalColor?: Color;
  doubles: number[];
  floats: number[];
  int32s: number[];
  int64s: bigint[];
  uint32s: number[];
  uint64s: bigint[];
  sint32s: number[];
  sint64s: bigint[];
  fixed32s: number[];
  fixed64s: bigint[];
  sfixed32s: number[];
  sfixed64s: bigint[];
  bools: boolean[];
  strings: string[];
  byteStrings: Uint8Array[];
  colors: Color[];
  points: Everything_Point[];
  unpacked: number[];
  byString: Map<string, number>;
  byInt64: Map<bigint, string>;
  byBool: Map<boolean, number>;
  bySint32: Map<number, Uint8Array>;
  byFixed32: Map<number, Color>;
  pointsByName: Map<string, Everything_Point>;
  byUint64: Map<bigint, Everything>;
  choice?:
    | { case: 'chosenInt32'; value: number }
    | { case: 'chosenString'; value: string }
    | { case: 'chosenPoint'; value: Everything_Point }
    | { case: 'chosenBool'; value: boolean }
    | { case: 'chosenColor'; value: Color }
    | { case: 'chosenBytes'; value: Uint8Array }
    | { case: 'chosenUint64'; value: bigint };
  /** Itself again, and so on. */
  inside?: Everything;
  last: number;
}

export const Everything: MessageType<Everything> = {
  descriptor: {
    name: 'everything.Everything',
    fields: [
      {
        number: 1,
        name: 'aDouble',
        protoName: 'a_double',
        type: 'double',
        cardinality: 'implicit',
      },
      { number: 2, name: 'aFloat', protoName: 'a_float', type: 'float', cardinality: 'implicit' },
      { number: 3, name: 'anInt32', protoName: 'an_int32', type: 'int32', cardinality: 'implicit' },
      { number: 4, name: 'anInt64', protoName: 'an_int64', type: 'int64', cardinality: 'implicit' },
      {
        number: 5,
        name: 'aUint32',
        protoName: 'a_uint32',
        type: 'uint32',
        cardinality: 'implicit',
      },
      {
        number: 6,
        name: 'aUint64',
        protoName: 'a_uint64',
        type: 'uint64',
        cardinality: 'implicit',
      },
      {
        number: 7,
        name: 'aSint32',
        protoName: 'a_sint32',
        type: 'sint32',
        cardinality: 'implicit',
      },
      {
        number: 8,
        name: 'aSint64',
        protoName: 'a_sint64',
        type: 'sint64',
        cardinality: 'implicit',
      },
      {
        number: 9,
        name: 'aFixed32',
        protoName: 'a_fixed32',
        type: 'fixed32',
        cardinality: 'implicit',
      },
      {
        number: 10,
        name: 'aFixed64',
        protoName: 'a_fixed64',
        type: 'fixed64',
        cardinality: 'implicit',
      },
      {
        number: 11,
        name: 'aSfixed32',
        protoName: 'a_sfixed32',
        type: 'sfixed32',
        cardinality: 'implicit',
      },
      {
        number: 12,
        name: 'aSfixed64',
        protoName: 'a_sfixed64',
        type: 'sfixed64',
        cardinality: 'implicit',
      },
      { number: 13, name: 'aBool', protoName: 'a_bool', type: 'bool', cardinality: 'implicit' },
      {
        number: 14,
        name: 'aString',
        protoName: 'a_string',
        type: 'string',
        cardinality: 'implicit',
      },
      { number: 15, name: 'aBytes', protoName: 'a_bytes', type: 'bytes', cardinality: 'implicit' },
      {
        number: 16,
        name: 'aColor',
        protoName: 'a_color',
        type: 'enum',
        cardinality: 'implicit',
        enum: () => ({ name: 'everything.Color', numbers: Color }),
      },
      {
        number: 17,
        name: 'aPoint',
        protoName: 'a_point',
        type: 'message',
        cardinality: 'optional',
        message: () => Everything_Point.descriptor,
      },
      {
        number: 21,
        name: 'optionalDouble',
        protoName: 'optional_double',
        type: 'double',
        cardinality: 'optional',
      },
      {
        number: 23,
        name: 'optionalInt32',
        protoName: 'optional_int32',
        type: 'int32',
        cardinality: 'optional',
      },
      {
        number: 24,
        name: 'optionalInt64',
        protoName: 'optional_int64',
        type: 'int64',
        cardinality: 'optional',
      },
      {
        number: 33,
        name: 'optionalBool',
        protoName: 'optional_bool',
        type: 'bool',
        cardinality: 'optional',
      },
      {
        number: 34,
        name: 'optionalString',
        protoName: 'optional_string',
        type: 'string',
        cardinality: 'optional',
      },
      {
        number: 35,
        name: 'optionalBytes',
        protoName: 'optional_bytes',
        type: 'bytes',
        cardinality: 'optional',
      },
      {
        number: 36,
        name: 'optionalColor',
        protoName: 'optional_color',
        type: 'enum',
        cardinality: 'optional',
        enum: () => ({ name: 'everything.Color', numbers: Color }),
      },
      { number: 41, name: 'doubles', type: 'double', cardinality: 'repeated', packed: true },
      { number: 42, name: 'floats', type: 'float', cardinality: 'repeated', packed: true },
      { number: 43, name: 'int32s', type: 'int32', cardinality: 'repeated', packed: true },
      { number: 44, name: 'int64s', type: 'int64', cardinality: 'repeated', packed: true },
      { number: 45, name: 'uint32s', type: 'uint32', cardinality: 'repeated', packed: true },
      { number: 46, name: 'uint64s', type: 'uint64', cardinality: 'repeated', packed: true },
      { number: 47, name: 'sint32s', type: 'sint32', cardinality: 'repeated', packed: true },
      { number: 48, name: 'sint64s', type: 'sint64', cardinality: 'repeated', packed: true },
      { number: 49, name: 'fixed32s', type: 'fixed32', cardinality: 'repeated', packed: true },
      { number: 50, name: 'fixed64s', type: 'fixed64', cardinality: 'repeated', packed: true },
      { number: 51, name: 'sfixed32s', type: 'sfixed32', cardinality: 'repeated', packed: true },
      { number: 52, name: 'sfixed64s', type: 'sfixed64', cardinality: 'repeated', packed: true },
      { number: 53, name: 'bools', type: 'bool', cardinality: 'repeated', packed: true },
      { number: 54, name: 'strings', type: 'string', cardinality: 'repeated' },
      {
        number: 55,
        name: 'byteStrings',
        protoName: 'byte_strings',
        type: 'bytes',
        cardinality: 'repeated',
      },
      {
        number: 56,
        name: 'colors',
        type: 'enum',
        cardinality: 'repeated',
        packed: true,
        enum: () => ({ name: 'everything.Color', numbers: Color }),
      },
      {
        number: 57,
        name: 'points',
        type: 'message',
        cardinality: 'repeated',
        message: () => Everything_Point.descriptor,
      },
      { number: 58, name: 'unpacked', type: 'int32', cardinality: 'repeated' },
      {
        number: 61,
        name: 'byString',
        protoName: 'by_string',
        type: 'int32',
        cardinality: 'map',
        key: 'string',
      },
      {
        number: 62,
        name: 'byInt64',
        protoName: 'by_int64',
        type: 'string',
        cardinality: 'map',
        key: 'int64',
      },
      {
        number: 63,
        name: 'byBool',
        protoName: 'by_bool',
        type: 'double',
        cardinality: 'map',
        key: 'bool',
      },
      {
        number: 64,
        name: 'bySint32',
        protoName: 'by_sint32',
        type: 'bytes',
        cardinality: 'map',
        key: 'sint32',
      },
      {
        number: 65,
        name: 'byFixed32',
        protoName: 'by_fixed32',
        type: 'enum',
        cardinality: 'map',
        key: 'fixed32',
        enum: () => ({ name: 'everything.Color', numbers: Color }),
      },
      {
        number: 66,
        name: 'pointsByName',
        protoName: 'points_by_name',
        type: 'message',
        cardinality: 'map',
        key: 'string',
        message: () => Everything_Point.descriptor,
      },
      {
        number: 67,
        name: 'byUint64',
        protoName: 'by_uint64',
        type: 'message',
        cardinality: 'map',
        key: 'uint64',
        message: () => Everything.descriptor,
      },
      {
        number: 71,
        name: 'chosenInt32',
        protoName: 'chosen_int32',
        type: 'int32',
        cardinality: 'optional',
        oneof: 'choice',
      },
      {
        number: 72,
        name: 'chosenString',
        protoName: 'chosen_string',
        type: 'string',
        cardinality: 'optional',
        oneof: 'choice',
      },
      {
        number: 73,
        name: 'chosenPoint',
        protoName: 'chosen_point',
        type: 'message',
        cardinality: 'optional',
        oneof: 'choice',
        message: () => Everything_Point.descriptor,
      },
      {
        number: 74,
        name: 'chosenBool',
        protoName: 'chosen_bool',
        type: 'bool',
        cardinality: 'optional',
        oneof: 'choice',
      },
      {
        number: 75,
        name: 'chosenColor',
        protoName: 'chosen_color',
        type: 'enum',
        cardinality: 'optional',
        oneof: 'choice',
        enum: () => ({ name: 'everything.Color', numbers: Color }),
      },
      {
        number: 76,
        name: 'chosenBytes',
        protoName: 'chosen_bytes',
        type: 'bytes',
        cardinality: 'optional',
        oneof: 'choice',
      },
      {
        number: 77,
        name: 'chosenUint64',
        protoName: 'chosen_uint64',
        type: 'uint64',
        cardinality: 'optional',
        oneof: 'choice',
      },
      {
        number: 81,
        name: 'inside',
        type: 'message',
        cardinality: 'optional',
        message: () => Everything.descriptor,
      },
      { number: 536870911, name: 'last', type: 'int32', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Everything.descriptor, emptyEverything(), init),
  encode: (message) => encode(Everything.descriptor, message, writeEverything),
  decode: (bytes, limits) =>
    decode(Everything.descriptor, bytes, emptyEverything(), readEverything, limits),
};

export function emptyEverything(): Everything {
  return {
    aDouble: 0,
    aFloat: 0,
    anInt32: 0,
    anInt64: 0n,
    aUint32: 0,
    aUint64: 0n,
    aSint32: 0,
    aSint64: 0n,
    aFixed32: 0,
    aFixed64: 0n,
    aSfixed32: 0,
    aSfixed64: 0n,
    aBool: false,
    aString: '',
    aBytes: new Uint8Array(0),
    aColor: 0,
    aPoint: undefined,
    optionalDouble: undefined,
    optionalInt32: undefined,
    optionalInt64: undefined,
    optionalBool: undefined,
    optionalString: undefined,
    optionalBytes: undefined,
    optionalColor: undefined,
    doubles: [],
    floats: [],
    int32s: [],
    int64s: [],
    uint32s: [],
    uint64s: [],
    sint32s: [],
    sint64s: [],
    fixed32s: [],
    fixed64s: [],
    sfixed32s: [],
    sfixed64s: [],
    bools: [],
    strings: [],
    byteStrings: [],
    colors: [],
    points: [],
    unpacked: [],
    byString: new Map(),
    byInt64: new Map(),
    byBool: new Map(),
    bySint32: new Map(),
    byFixed32: new Map(),
    pointsByName: new Map(),
    byUint64: new Map(),
    choice: undefined,
    inside: undefined,
    last: 0,
  };
}

export function writeEverything(message: Everything, writer: Writer): void {
  if (message.aDouble != null && !Object.is(message.aDouble, 0))
    writer.tag(9).double(message.aDouble);
  if (message.aFloat != null && !Object.is(message.aFloat, 0)) writer.tag(21).float(message.aFloat);
  if (message.anInt32 != null && message.anInt32 !== 0) writer.tag(24).int32(message.anInt32);
  if (message.anInt64 != null && message.anInt64 !== 0n) writer.tag(32).int64(message.anInt64);
  if (message.aUint32 != null && message.aUint32 !== 0) writer.tag(40).uint32(message.aUint32);
  if (message.aUint64 != null && message.aUint64 !== 0n) writer.tag(48).uint64(message.aUint64);
  if (message.aSint32 != null && message.aSint32 !== 0) writer.tag(56).sint32(message.aSint32);
  if (message.aSint64 != null && message.aSint64 !== 0n) writer.tag(64).sint64(message.aSint64);
  if (message.aFixed32 != null && message.aFixed32 !== 0) writer.tag(77).fixed32(message.aFixed32);
  if (message.aFixed64 != null && message.aFixed64 !== 0n) writer.tag(81).fixed64(message.aFixed64);
  if (message.aSfixed32 != null && message.aSfixed32 !== 0)
    writer.tag(93).sfixed32(message.aSfixed32);
  if (message.aSfixed64 != null && message.aSfixed64 !== 0n)
    writer.tag(97).sfixed64(message.aSfixed64);
  if (message.aBool) writer.tag(104).bool(message.aBool);
  if (message.aString) writer.tag(114).string(message.aString);
  if (message.aBytes?.length) writer.tag(122).bytes(message.aBytes);
  if (message.aColor != null && message.aColor !== 0) writer.tag(128).int32(message.aColor);
  if (message.aPoint != null) {
    const start = writer.enter(138);
    writeEverything_Point(message.aPoint, writer);
    writer.leave(start);
  }
  if (message.optionalDouble != null) writer.tag(169).double(message.optionalDouble);
  if (message.optionalInt32 != null) writer.tag(184).int32(message.optionalInt32);
  if (message.optionalInt64 != null) writer.tag(192).int64(message.optionalInt64);
  if (message.optionalBool != null) writer.tag(264).bool(message.optionalBool);
  if (message.optionalString != null) writer.tag(274).string(message.optionalString);
  if (message.optionalBytes != null) writer.tag(282).bytes(message.optionalBytes);
  if (message.optionalColor != null) writer.tag(288).int32(message.optionalColor);
  if (message.doubles != null && message.doubles.length !== 0) {
    const start = writer.open(330);
    for (const item of message.doubles) writer.double(item);
    writer.close(start);
  }
  if (message.floats != null && message.floats.length !== 0) {
    const start = writer.open(338);
    for (const item of message.floats) writer.float(item);
    writer.close(start);
  }
  if (message.int32s != null && message.int32s.length !== 0) {
    const start = writer.open(346);
    for (const item of message.int32s) writer.int32(item);
    writer.close(start);
  }
  if (message.int64s != null && message.int64s.length !== 0) {
    const start = writer.open(354);
    for (const item of message.int64s) writer.int64(item);
    writer.close(start);
  }
  if (message.uint32s != null && message.uint32s.length !== 0) {
    const start = writer.open(362);
    for (const item of message.uint32s) writer.uint32(item);
    writer.close(start);
  }
  if (message.uint64s != null && message.uint64s.length !== 0) {
    const start = writer.open(370);
    for (const item of message.uint64s) writer.uint64(item);
    writer.close(start);
  }
  if (message.sint32s != null && message.sint32s.length !== 0) {
    const start = writer.open(378);
    for (const item of message.sint32s) writer.sint32(item);
    writer.close(start);
  }
  if (message.sint64s != null && message.sint64s.length !== 0) {
    const start = writer.open(386);
    for (const item of message.sint64s) writer.sint64(item);
    writer.close(start);
  }
  if (message.fixed32s != null && message.fixed32s.length !== 0) {
    const start = writer.open(394);
    for (const item of message.fixed32s) writer.fixed32(item);
    writer.close(start);
  }
  if (message.fixed64s != null && message.fixed64s.length !== 0) {
    const start = writer.open(402);
    for (const item of message.fixed64s) writer.fixed64(item);
    writer.close(start);
  }
  if (message.sfixed32s != null && message.sfixed32s.length !== 0) {
    const start = writer.open(410);
    for (const item of message.sfixed32s) writer.sfixed32(item);
    writer.close(start);
  }
  if (message.sfixed64s != null && message.sfixed64s.length !== 0) {
    const start = writer.open(418);
    for (const item of message.sfixed64s) writer.sfixed64(item);
    writer.close(start);
  }
  if (message.bools != null && message.bools.length !== 0) {
    const start = writer.open(426);
    for (const item of message.bools) writer.bool(item);
    writer.close(start);
  }
  for (const item of message.strings ?? []) writer.tag(434).string(item);
  for (const item of message.byteStrings ?? []) writer.tag(442).bytes(item);
  if (message.colors != null && message.colors.length !== 0) {
    const start = writer.open(450);
    for (const item of message.colors) writer.int32(item);
    writer.close(start);
  }
  for (const item of message.points ?? []) {
    const start = writer.enter(458);
    writeEverything_Point(item, writer);
    writer.leave(start);
  }
  for (const item of message.unpacked ?? []) writer.tag(464).int32(item);
  for (const [key, value] of message.byString ?? []) {
    const entry = writer.enter(490);
    writer.tag(10).string(key);
    writer.tag(16).int32(value);
    writer.leave(entry);
  }
  for (const [key, value] of message.byInt64 ?? []) {
    const entry = writer.enter(498);
    writer.tag(8).int64(key);
    writer.tag(18).string(value);
    writer.leave(entry);
  }
  for (const [key, value] of message.byBool ?? []) {
    const entry = writer.enter(506);
    writer.tag(8).bool(key);
    writer.tag(17).double(value);
    writer.leave(entry);
  }
  for (const [key, value] of message.bySint32 ?? []) {
    const entry = writer.enter(514);
    writer.tag(8).sint32(key);
    writer.tag(18).bytes(value);
    writer.leave(entry);
  }
  for (const [key, value] of message.byFixed32 ?? []) {
    const entry = writer.enter(522);
    writer.tag(13).fixed32(key);
    writer.tag(16).int32(value);
    writer.leave(entry);
  }
  for (const [key, value] of message.pointsByName ?? []) {
    const entry = writer.enter(530);
    writer.tag(10).string(key);
    const start = writer.enter(18);
    writeEverything_Point(value, writer);
    writer.leave(start);
    writer.leave(entry);
  }
  for (const [key, value] of message.byUint64 ?? []) {
    const entry = writer.enter(538);
    writer.tag(8).uint64(key);
    const start = writer.enter(18);
    writeEverything(value, writer);
    writer.leave(start);
    writer.leave(entry);
  }
  if (message.choice?.case === 'chosenInt32') writer.tag(568).int32(message.choice.value);
  if (message.choice?.case === 'chosenString') writer.tag(578).string(message.choice.value);
  if (message.choice?.case === 'chosenPoint') {
    const start = writer.enter(586);
    writeEverything_Point(message.choice.value, writer);
    writer.leave(start);
  }
  if (message.choice?.case === 'chosenBool') writer.tag(592).bool(message.choice.value);
  if (message.choice?.case === 'chosenColor') writer.tag(600).int32(message.choice.value);
  if (message.choice?.case === 'chosenBytes') writer.tag(610).bytes(message.choice.value);
  if (message.choice?.case === 'chosenUint64') writer.tag(616).uint64(message.choice.value);
  if (message.inside != null) {
    const start = writer.enter(650);
    writeEverything(message.inside, writer);
    writer.leave(start);
  }
  if (message.last != null && message.last !== 0) writer.tag(4294967288).int32(message.last);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEverything(message: Everything, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 9:
        message.aDouble = reader.double();
        break;
      case 21:
        message.aFloat = reader.float();
        break;
      case 24:
        message.anInt32 = reader.int32();
        break;
      case 32:
        message.anInt64 = reader.int64();
        break;
      case 40:
        message.aUint32 = reader.uint32();
        break;
      case 48:
        message.aUint64 = reader.uint64();
        break;
      case 56:
        message.aSint32 = reader.sint32();
        break;
      case 64:
        message.aSint64 = reader.sint64();
        break;
      case 77:
        message.aFixed32 = reader.fixed32();
        break;
      case 81:
        message.aFixed64 = reader.fixed64();
        break;
      case 93:
        message.aSfixed32 = reader.sfixed32();
        break;
      case 97:
        message.aSfixed64 = reader.sfixed64();
        break;
      case 104:
        message.aBool = reader.bool();
        break;
      case 114:
        message.aString = reader.string();
        break;
      case 122:
        message.aBytes = reader.bytes();
        break;
      case 128:
        message.aColor = reader.int32();
        break;
      case 138: {
        const outer = reader.enter(68);
        const part = message.aPoint ?? emptyEverything_Point();
        readEverything_Point(part, reader);
        reader.leave(outer);
        message.aPoint = part;
        break;
      }
      case 169:
        message.optionalDouble = reader.double();
        break;
      case 184:
        message.optionalInt32 = reader.int32();
        break;
      case 192:
        message.optionalInt64 = reader.int64();
        break;
      case 264:
        message.optionalBool = reader.bool();
        break;
      case 274:
        message.optionalString = reader.string();
        break;
      case 282:
        message.optionalBytes = reader.bytes();
        break;
      case 288:
        message.optionalColor = reader.int32();
        break;
      case 330: {
        const outer = reader.openList(message.doubles);
        while (reader.position < reader.end) message.doubles.push(reader.double());
        reader.closeList(outer, message.doubles);
        break;
      }
      case 329:
        reader.item(message.doubles).push(reader.double());
        break;
      case 338: {
        const outer = reader.openList(message.floats);
        while (reader.position < reader.end) message.floats.push(reader.float());
        reader.closeList(outer, message.floats);
        break;
      }
      case 341:
        reader.item(message.floats).push(reader.float());
        break;
      case 346:
        readInt32s(reader, message.int32s);
        break;
      case 344:
        reader.item(message.int32s).push(reader.int32());
        break;
      case 354: {
        const outer = reader.openList(message.int64s);
        while (reader.position < reader.end) message.int64s.push(reader.int64());
        reader.closeList(outer, message.int64s);
        break;
      }
      case 352:
        reader.item(message.int64s).push(reader.int64());
        break;
      case 362: {
        const outer = reader.openList(message.uint32s);
        while (reader.position < reader.end) message.uint32s.push(reader.uint32());
        reader.closeList(outer, message.uint32s);
        break;
      }
      case 360:
        reader.item(message.uint32s).push(reader.uint32());
        break;
      case 370: {
        const outer = reader.openList(message.uint64s);
        while (reader.position < reader.end) message.uint64s.push(reader.uint64());
        reader.closeList(outer, message.uint64s);
        break;
      }
      case 368:
        reader.item(message.uint64s).push(reader.uint64());
        break;
      case 378: {
        const outer = reader.openList(message.sint32s);
        while (reader.position < reader.end) message.sint32s.push(reader.sint32());
        reader.closeList(outer, message.sint32s);
        break;
      }
      case 376:
        reader.item(message.sint32s).push(reader.sint32());
        break;
      case 386: {
        const outer = reader.openList(message.sint64s);
        while (reader.position < reader.end) message.sint64s.push(reader.sint64());
        reader.closeList(outer, message.sint64s);
        break;
      }
      case 384:
        reader.item(message.sint64s).push(reader.sint64());
        break;
      case 394: {
        const outer = reader.openList(message.fixed32s);
        while (reader.position < reader.end) message.fixed32s.push(reader.fixed32());
        reader.closeList(outer, message.fixed32s);
        break;
      }
      case 397:
        reader.item(message.fixed32s).push(reader.fixed32());
        break;
      case 402: {
        const outer = reader.openList(message.fixed64s);
        while (reader.position < reader.end) message.fixed64s.push(reader.fixed64());
        reader.closeList(outer, message.fixed64s);
        break;
      }
      case 401:
        reader.item(message.fixed64s).push(reader.fixed64());
        break;
      case 410: {
        const outer = reader.openList(message.sfixed32s);
        while (reader.position < reader.end) message.sfixed32s.push(reader.sfixed32());
        reader.closeList(outer, message.sfixed32s);
        break;
      }
      case 413:
        reader.item(message.sfixed32s).push(reader.sfixed32());
        break;
      case 418: {
        const outer = reader.openList(message.sfixed64s);
        while (reader.position < reader.end) message.sfixed64s.push(reader.sfixed64());
        reader.closeList(outer, message.sfixed64s);
        break;
      }
      case 417:
        reader.item(message.sfixed64s).push(reader.sfixed64());
        break;
      case 426: {
        const outer = reader.openList(message.bools);
        while (reader.position < reader.end) message.bools.push(reader.bool());
        reader.closeList(outer, message.bools);
        break;
      }
      case 424:
        reader.item(message.bools).push(reader.bool());
        break;
      case 434:
        reader.item(message.strings).push(reader.string());
        break;
      case 442:
        reader.item(message.byteStrings).push(reader.bytes());
        break;
      case 450:
        readInt32s(reader, message.colors);
        break;
      case 448:
        reader.item(message.colors).push(reader.int32());
        break;
      case 458: {
        const outer = reader.enter(68);
        const part = emptyEverything_Point();
        readEverything_Point(part, reader);
        reader.leave(outer);
        reader.item(message.points).push(part);
        break;
      }
      case 464:
        reader.item(message.unpacked).push(reader.int32());
        break;
      case 466:
        readInt32s(reader, message.unpacked);
        break;
      case 490: {
        const outer = reader.enter(72);
        let key = '';
        let value: number = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 16:
              value = reader.int32();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.byString = reader.put(message.byString, key, value);
        break;
      }
      case 498: {
        const outer = reader.enter(72);
        let key = 0n;
        let value: string = '';
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 8:
              key = reader.int64();
              break;
            case 18:
              value = reader.string();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.byInt64 = reader.put(message.byInt64, key, value);
        break;
      }
      case 506: {
        const outer = reader.enter(72);
        let key = false;
        let value: number = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 8:
              key = reader.bool();
              break;
            case 17:
              value = reader.double();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.byBool = reader.put(message.byBool, key, value);
        break;
      }
      case 514: {
        const outer = reader.enter(72);
        let key = 0;
        let value: Uint8Array = new Uint8Array(0);
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 8:
              key = reader.sint32();
              break;
            case 18:
              value = reader.bytes();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.bySint32 = reader.put(message.bySint32, key, value);
        break;
      }
      case 522: {
        const outer = reader.enter(72);
        let key = 0;
        let value: Color = 0;
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 13:
              key = reader.fixed32();
              break;
            case 16:
              value = reader.int32();
              break;
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.byFixed32 = reader.put(message.byFixed32, key, value);
        break;
      }
      case 530: {
        const outer = reader.enter(140);
        let key = '';
        const value = emptyEverything_Point();
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 18: {
              const entry = reader.enter(0);
              readEverything_Point(value, reader);
              reader.leave(entry);
              break;
            }
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.pointsByName = reader.put(message.pointsByName, key, value);
        break;
      }
      case 538: {
        const outer = reader.enter(2716);
        let key = 0n;
        const value = emptyEverything();
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 8:
              key = reader.uint64();
              break;
            case 18: {
              const entry = reader.enter(0);
              readEverything(value, reader);
              reader.leave(entry);
              break;
            }
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.byUint64 = reader.put(message.byUint64, key, value);
        break;
      }
      case 568:
        message.choice = { case: 'chosenInt32', value: reader.int32() };
        break;
      case 578:
        message.choice = { case: 'chosenString', value: reader.string() };
        break;
      case 586: {
        const outer = reader.enter(68);
        const part =
          (message.choice?.case === 'chosenPoint' ? message.choice.value : undefined) ??
          emptyEverything_Point();
        readEverything_Point(part, reader);
        reader.leave(outer);
        message.choice = { case: 'chosenPoint', value: part };
        break;
      }
      case 592:
        message.choice = { case: 'chosenBool', value: reader.bool() };
        break;
      case 600:
        message.choice = { case: 'chosenColor', value: reader.int32() };
        break;
      case 610:
        message.choice = { case: 'chosenBytes', value: reader.bytes() };
        break;
      case 616:
        message.choice = { case: 'chosenUint64', value: reader.uint64() };
        break;
      case 650: {
        const outer = reader.enter(2644);
        const part = message.inside ?? emptyEverything();
        readEverything(part, reader);
        reader.leave(outer);
        message.inside = part;
        break;
      }
      case 4294967288:
        message.last = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Everything_Point extends Message {
  x: number;
  y: number;
}

export const Everything_Point: MessageType<Everything_Point> = {
  descriptor: {
    name: 'everything.Everything.Point',
    fields: [
      { number: 1, name: 'x', type: 'sint32', cardinality: 'implicit' },
      { number: 2, name: 'y', type: 'sint32', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Everything_Point.descriptor, emptyEverything_Point(), init),
  encode: (message) => encode(Everything_Point.descriptor, message, writeEverything_Point),
  decode: (bytes, limits) =>
    decode(
      Everything_Point.descriptor,
      bytes,
      emptyEverything_Point(),
      readEverything_Point,
      limits,
    ),
};

export function emptyEverything_Point(): Everything_Point {
  return { x: 0, y: 0 };
}

export function writeEverything_Point(message: Everything_Point, writer: Writer): void {
  if (message.x != null && message.x !== 0) writer.tag(8).sint32(message.x);
  if (message.y != null && message.y !== 0) writer.tag(16).sint32(message.y);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEverything_Point(message: Everything_Point, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.x = reader.sint32();
        break;
      case 16:
        message.y = reader.sint32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Numbers extends Message {
  values: number[];
}

export const Numbers: MessageType<Numbers> = {
  descriptor: {
    name: 'everything.Numbers',
    fields: [{ number: 1, name: 'values', type: 'int32', cardinality: 'repeated', packed: true }],
  },
  create: (init) => create(Numbers.descriptor, emptyNumbers(), init),
  encode: (message) => encode(Numbers.descriptor, message, writeNumbers),
  decode: (bytes, limits) => decode(Numbers.descriptor, bytes, emptyNumbers(), readNumbers, limits),
};

export function emptyNumbers(): Numbers {
  return { values: [] };
}

export function writeNumbers(message: Numbers, writer: Writer): void {
  if (message.values != null && message.values.length !== 0) {
    const start = writer.open(10);
    for (const item of message.values) writer.int32(item);
    writer.close(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readNumbers(message: Numbers, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        readInt32s(reader, message.values);
        break;
      case 8:
        reader.item(message.values).push(reader.int32());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Nothing extends Message {}

export const Nothing: MessageType<Nothing> = {
  descriptor: {
    name: 'everything.Nothing',
    fields: [],
  },
  create: (init) => create(Nothing.descriptor, emptyNothing(), init),
  encode: (message) => encode(Nothing.descriptor, message, writeNothing),
  decode: (bytes, limits) => decode(Nothing.descriptor, bytes, emptyNothing(), readNothing, limits),
};

export function emptyNothing(): Nothing {
  return {};
}

export function writeNothing(message: Nothing, writer: Writer): void {
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readNothing(message: Nothing, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** Every kind of method. */
export const KindsDefinition = {
  name: 'everything.Kinds',
  file,
  methods: {
    unary: {
      path: '/everything.Kinds/Unary',
      requestStream: false,
      responseStream: false,
      encodeRequest: Numbers.encode,
      decodeRequest: (bytes: Uint8Array) => Numbers.decode(bytes),
      encodeResponse: Nothing.encode,
      decodeResponse: (bytes: Uint8Array) => Nothing.decode(bytes),
    },
    serverStream: {
      path: '/everything.Kinds/ServerStream',
      requestStream: false,
      responseStream: true,
      encodeRequest: Numbers.encode,
      decodeRequest: (bytes: Uint8Array) => Numbers.decode(bytes),
      encodeResponse: Nothing.encode,
      decodeResponse: (bytes: Uint8Array) => Nothing.decode(bytes),
    },
    clientStream: {
      path: '/everything.Kinds/ClientStream',
      requestStream: true,
      responseStream: false,
      encodeRequest: Numbers.encode,
      decodeRequest: (bytes: Uint8Array) => Numbers.decode(bytes),
      encodeResponse: Nothing.encode,
      decodeResponse: (bytes: Uint8Array) => Nothing.decode(bytes),
    },
    /**
     * Old.
     * @deprecated
     */
    bidi: {
      path: '/everything.Kinds/Bidi',
      requestStream: true,
      responseStream: true,
      encodeRequest: Numbers.encode,
      decodeRequest: (bytes: Uint8Array) => Numbers.decode(bytes),
      encodeResponse: Nothing.encode,
      decodeResponse: (bytes: Uint8Array) => Nothing.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `everything.Kinds`. `Options` are those of a call: deadline, metadata, … */
export interface KindsClient<Options = unknown> {
  unary(request: Numbers, options?: Options): Promise<Nothing>;
  serverStream(request: Numbers, options?: Options): AsyncIterable<Nothing>;
  clientStream(requests: Source<Numbers>, options?: Options): Promise<Nothing>;
  /**
   * Old.
   * @deprecated
   */
  bidi(requests: Source<Numbers>, options?: Options): AsyncIterable<Nothing>;
}

/** A server's skeleton of `everything.Kinds`, to be filled in. `Context` tells of the call. */
export interface KindsServer<Context = unknown> {
  unary(request: Numbers, context: Context): Promise<Nothing> | Nothing;
  serverStream(request: Numbers, context: Context): Source<Nothing>;
  clientStream(requests: AsyncIterable<Numbers>, context: Context): Promise<Nothing> | Nothing;
  /**
   * Old.
   * @deprecated
   */
  bidi(requests: AsyncIterable<Numbers>, context: Context): Source<Nothing>;
}
