/** What the parser lets pass and proto3 does not. Source: language guide (proto 3). */
import type protobuf from 'protobufjs';

/** A `.proto` file is wrong; the message says which, and how. */
export class ProtoError extends Error {
  override readonly name = 'ProtoError';

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
  }
}

/** Only proto3 is spoken here: proto2 has required fields, groups, extensions and defaults. */
export function checkProto3(path: string, text: string): void {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const syntax = /^\s*(syntax|edition)\s*=\s*["'](\w+)["']\s*;/.exec(code);
  if (syntax?.[2] === 'proto3') return;
  throw new ProtoError(
    path,
    syntax === null
      ? 'must begin with: syntax = "proto3";'
      : `${syntax[1]} "${syntax[2]}" is not supported, only proto3 is`,
  );
}

export function checkMessage(path: string, message: protobuf.Type): void {
  for (const field of message.fieldsArray) {
    const where = `field ${message.name}.${field.name}`;
    if (field.options?.default !== undefined) {
      throw new ProtoError(path, `${where} has a default: in proto3 it is always zero`);
    }
    // The parser itself overlooks the last number of a range, and so every single number.
    if (message.reserved?.some(([first, last]) => isWithin(field.id, first, last))) {
      throw new ProtoError(path, `${where}: number ${field.id} is reserved`);
    }
    if (field.id >= 19_000 && field.id <= 19_999) {
      throw new ProtoError(path, `${where}: 19000 to 19999 belong to protobuf itself`);
    }
  }
}

const isWithin = (number: number, first: unknown, last: unknown) =>
  typeof first === 'number' && typeof last === 'number' && first <= number && number <= last;

export function checkEnum(path: string, type: protobuf.Enum): void {
  for (const [name, number] of Object.entries(type.values)) {
    if (type.reserved?.some(([first, last]) => isWithin(number, first, last))) {
      throw new ProtoError(path, `${type.name}.${name}: number ${number} is reserved`);
    }
  }
  if (Object.values(type.values)[0] !== 0) {
    throw new ProtoError(path, `the first value of enum ${type.name} must be 0: it is the default`);
  }
}
