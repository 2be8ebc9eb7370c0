// Generated from proto/everything.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import type { Message, MessageType, OpenEnum } from '#protobuf/message';
import { readInt32s } from '#protobuf/packed';
import type { Reader } from '#protobuf/reader';
import type { ServiceDefinition, Source } from '#protobuf/service-definition';
import type { Writer } from '#protobuf/writer';

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
      { number: 1, name: 'aDouble', type: 'double', cardinality: 'implicit' },
      { number: 2, name: 'aFloat', type: 'float', cardinality: 'implicit' },
      { number: 3, name: 'anInt32', type: 'int32', cardinality: 'implicit' },
      { number: 4, name: 'anInt64', type: 'int64', cardinality: 'implicit' },
      { number: 5, name: 'aUint32', type: 'uint32', cardinality: 'implicit' },
      { number: 6, name: 'aUint64', type: 'uint64', cardinality: 'implicit' },
      { number: 7, name: 'aSint32', type: 'sint32', cardinality: 'implicit' },
      { number: 8, name: 'aSint64', type: 'sint64', cardinality: 'implicit' },
      { number: 9, name: 'aFixed32', type: 'fixed32', cardinality: 'implicit' },
      { number: 10, name: 'aFixed64', type: 'fixed64', cardinality: 'implicit' },
      { number: 11, name: 'aSfixed32', type: 'sfixed32', cardinality: 'implicit' },
      { number: 12, name: 'aSfixed64', type: 'sfixed64', cardinality: 'implicit' },
      { number: 13, name: 'aBool', type: 'bool', cardinality: 'implicit' },
      { number: 14, name: 'aString', type: 'string', cardinality: 'implicit' },
      { number: 15, name: 'aBytes', type: 'bytes', cardinality: 'implicit' },
      { number: 16, name: 'aColor', type: 'enum', cardinality: 'implicit' },
      {
        number: 17,
        name: 'aPoint',
        type: 'message',
        cardinality: 'optional',
        message: () => Everything_Point.descriptor,
      },
      { number: 21, name: 'optionalDouble', type: 'double', cardinality: 'optional' },
      { number: 23, name: 'optionalInt32', type: 'int32', cardinality: 'optional' },
      { number: 24, name: 'optionalInt64', type: 'int64', cardinality: 'optional' },
      { number: 33, name: 'optionalBool', type: 'bool', cardinality: 'optional' },
      { number: 34, name: 'optionalString', type: 'string', cardinality: 'optional' },
      { number: 35, name: 'optionalBytes', type: 'bytes', cardinality: 'optional' },
      { number: 36, name: 'optionalColor', type: 'enum', cardinality: 'optional' },
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
      { number: 55, name: 'byteStrings', type: 'bytes', cardinality: 'repeated' },
      { number: 56, name: 'colors', type: 'enum', cardinality: 'repeated', packed: true },
      {
        number: 57,
        name: 'points',
        type: 'message',
        cardinality: 'repeated',
        message: () => Everything_Point.descriptor,
      },
      { number: 58, name: 'unpacked', type: 'int32', cardinality: 'repeated' },
      { number: 61, name: 'byString', type: 'int32', cardinality: 'map', key: 'string' },
      { number: 62, name: 'byInt64', type: 'string', cardinality: 'map', key: 'int64' },
      { number: 63, name: 'byBool', type: 'double', cardinality: 'map', key: 'bool' },
      { number: 64, name: 'bySint32', type: 'bytes', cardinality: 'map', key: 'sint32' },
      { number: 65, name: 'byFixed32', type: 'enum', cardinality: 'map', key: 'fixed32' },
      {
        number: 66,
        name: 'pointsByName',
        type: 'message',
        cardinality: 'map',
        key: 'string',
        message: () => Everything_Point.descriptor,
      },
      {
        number: 67,
        name: 'byUint64',
        type: 'message',
        cardinality: 'map',
        key: 'uint64',
        message: () => Everything.descriptor,
      },
      { number: 71, name: 'chosenInt32', type: 'int32', cardinality: 'optional', oneof: 'choice' },
      {
        number: 72,
        name: 'chosenString',
        type: 'string',
        cardinality: 'optional',
        oneof: 'choice',
      },
      {
        number: 73,
        name: 'chosenPoint',
        type: 'message',
        cardinality: 'optional',
        oneof: 'choice',
        message: () => Everything_Point.descriptor,
      },
      { number: 74, name: 'chosenBool', type: 'bool', cardinality: 'optional', oneof: 'choice' },
      { number: 75, name: 'chosenColor', type: 'enum', cardinality: 'optional', oneof: 'choice' },
      { number: 76, name: 'chosenBytes', type: 'bytes', cardinality: 'optional', oneof: 'choice' },
      {
        number: 77,
        name: 'chosenUint64',
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
  create: (init) => Object.assign(emptyEverything(), init),
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
        const outer = reader.enter(1);
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
        const outer = reader.open();
        while (reader.position < reader.end) message.doubles.push(reader.double());
        reader.close(outer);
        break;
      }
      case 329:
        message.doubles.push(reader.double());
        break;
      case 338: {
        const outer = reader.open();
        while (reader.position < reader.end) message.floats.push(reader.float());
        reader.close(outer);
        break;
      }
      case 341:
        message.floats.push(reader.float());
        break;
      case 346:
        readInt32s(reader, message.int32s);
        break;
      case 344:
        message.int32s.push(reader.int32());
        break;
      case 354: {
        const outer = reader.open();
        while (reader.position < reader.end) message.int64s.push(reader.int64());
        reader.close(outer);
        break;
      }
      case 352:
        message.int64s.push(reader.int64());
        break;
      case 362: {
        const outer = reader.open();
        while (reader.position < reader.end) message.uint32s.push(reader.uint32());
        reader.close(outer);
        break;
      }
      case 360:
        message.uint32s.push(reader.uint32());
        break;
      case 370: {
        const outer = reader.open();
        while (reader.position < reader.end) message.uint64s.push(reader.uint64());
        reader.close(outer);
        break;
      }
      case 368:
        message.uint64s.push(reader.uint64());
        break;
      case 378: {
        const outer = reader.open();
        while (reader.position < reader.end) message.sint32s.push(reader.sint32());
        reader.close(outer);
        break;
      }
      case 376:
        message.sint32s.push(reader.sint32());
        break;
      case 386: {
        const outer = reader.open();
        while (reader.position < reader.end) message.sint64s.push(reader.sint64());
        reader.close(outer);
        break;
      }
      case 384:
        message.sint64s.push(reader.sint64());
        break;
      case 394: {
        const outer = reader.open();
        while (reader.position < reader.end) message.fixed32s.push(reader.fixed32());
        reader.close(outer);
        break;
      }
      case 397:
        message.fixed32s.push(reader.fixed32());
        break;
      case 402: {
        const outer = reader.open();
        while (reader.position < reader.end) message.fixed64s.push(reader.fixed64());
        reader.close(outer);
        break;
      }
      case 401:
        message.fixed64s.push(reader.fixed64());
        break;
      case 410: {
        const outer = reader.open();
        while (reader.position < reader.end) message.sfixed32s.push(reader.sfixed32());
        reader.close(outer);
        break;
      }
      case 413:
        message.sfixed32s.push(reader.sfixed32());
        break;
      case 418: {
        const outer = reader.open();
        while (reader.position < reader.end) message.sfixed64s.push(reader.sfixed64());
        reader.close(outer);
        break;
      }
      case 417:
        message.sfixed64s.push(reader.sfixed64());
        break;
      case 426: {
        const outer = reader.open();
        while (reader.position < reader.end) message.bools.push(reader.bool());
        reader.close(outer);
        break;
      }
      case 424:
        message.bools.push(reader.bool());
        break;
      case 434:
        message.strings.push(reader.string());
        break;
      case 442:
        message.byteStrings.push(reader.bytes());
        break;
      case 450:
        readInt32s(reader, message.colors);
        break;
      case 448:
        message.colors.push(reader.int32());
        break;
      case 458: {
        const outer = reader.enter(1);
        const part = emptyEverything_Point();
        readEverything_Point(part, reader);
        reader.leave(outer);
        message.points.push(part);
        break;
      }
      case 464:
        message.unpacked.push(reader.int32());
        break;
      case 466:
        readInt32s(reader, message.unpacked);
        break;
      case 490: {
        const outer = reader.enter(1);
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
              reader.skip(undefined);
          }
        }
        reader.leave(outer);
        message.byString.set(key, value);
        break;
      }
      case 498: {
        const outer = reader.enter(1);
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
              reader.skip(undefined);
          }
        }
        reader.leave(outer);
        message.byInt64.set(key, value);
        break;
      }
      case 506: {
        const outer = reader.enter(1);
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
              reader.skip(undefined);
          }
        }
        reader.leave(outer);
        message.byBool.set(key, value);
        break;
      }
      case 514: {
        const outer = reader.enter(1);
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
              reader.skip(undefined);
          }
        }
        reader.leave(outer);
        message.bySint32.set(key, value);
        break;
      }
      case 522: {
        const outer = reader.enter(1);
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
              reader.skip(undefined);
          }
        }
        reader.leave(outer);
        message.byFixed32.set(key, value);
        break;
      }
      case 530: {
        const outer = reader.enter(1);
        let key = '';
        const value = emptyEverything_Point();
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 18: {
              const entry = reader.enter(1);
              readEverything_Point(value, reader);
              reader.leave(entry);
              break;
            }
            default:
              reader.skip(undefined);
          }
        }
        reader.leave(outer);
        message.pointsByName.set(key, value);
        break;
      }
      case 538: {
        const outer = reader.enter(1);
        let key = 0n;
        const value = emptyEverything();
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 8:
              key = reader.uint64();
              break;
            case 18: {
              const entry = reader.enter(26);
              readEverything(value, reader);
              reader.leave(entry);
              break;
            }
            default:
              reader.skip(undefined);
          }
        }
        reader.leave(outer);
        message.byUint64.set(key, value);
        break;
      }
      case 568:
        message.choice = { case: 'chosenInt32', value: reader.int32() };
        break;
      case 578:
        message.choice = { case: 'chosenString', value: reader.string() };
        break;
      case 586: {
        const outer = reader.enter(1);
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
        const outer = reader.enter(26);
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
  create: (init) => Object.assign(emptyEverything_Point(), init),
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
  create: (init) => Object.assign(emptyNumbers(), init),
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
        message.values.push(reader.int32());
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
  create: (init) => Object.assign(emptyNothing(), init),
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
