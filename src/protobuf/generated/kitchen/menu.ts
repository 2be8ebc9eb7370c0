// Generated from kitchen/menu.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType, OpenEnum } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'kitchen/menu.proto',
  imports: [],
  descriptor:
    'ChJraXRjaGVuL21lbnUucHJvdG8SB2tpdGNoZW4iQwoERGlzaBISCgRuYW1lGAEgASgJUgRuYW1lEicKBmNv' +
    'dXJzZRgCIAEoDjIPLmtpdGNoZW4uQ291cnNlUgZjb3Vyc2UqWQoGQ291cnNlEhYKEkNPVVJTRV9VTlNQRUNJ' +
    'RklFRBAAEhIKDkNPVVJTRV9TVEFSVEVSEAESDwoLQ09VUlNFX01BSU4QAhISCg5DT1VSU0VfREVTU0VSVBAD' +
    'QiZaJGV4YW1wbGUuY29tL3JwYy1mcm9tLXNjcmF0Y2gva2l0Y2hlbmIGcHJvdG8z',
};

/** When it is eaten. */
export const Course = {
  COURSE_UNSPECIFIED: 0,
  COURSE_STARTER: 1,
  COURSE_MAIN: 2,
  COURSE_DESSERT: 3,
} as const;
export type Course = OpenEnum<typeof Course>;

/** Something that can be eaten. */
export interface Dish extends Message {
  name: string;
  course: Course;
}

export const Dish: MessageType<Dish> = {
  descriptor: {
    name: 'kitchen.Dish',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'implicit' },
      {
        number: 2,
        name: 'course',
        type: 'enum',
        cardinality: 'implicit',
        enum: () => ({ name: 'kitchen.Course', numbers: Course }),
      },
    ],
  },
  create: (init) => create(Dish.descriptor, emptyDish(), init),
  encode: (message) => encode(Dish.descriptor, message, writeDish),
  decode: (bytes, limits) => decode(Dish.descriptor, bytes, emptyDish(), readDish, limits),
};

export function emptyDish(): Dish {
  return { name: '', course: 0 };
}

export function writeDish(message: Dish, writer: Writer): void {
  if (message.name) writer.tag(10).string(message.name);
  if (message.course != null && message.course !== 0) writer.tag(16).int32(message.course);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readDish(message: Dish, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 16:
        message.course = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
