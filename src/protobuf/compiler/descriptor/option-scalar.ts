import { decodeUtf8 } from '#bytes/utf8';
import type { OptionValue } from '#protobuf/compiler/parse/syntax';
import { checkScalar } from '#protobuf/fields/check';
import { scalarTypeOf } from '#protobuf/fields/scalar';
import type { FieldDescriptor } from '#protobuf/schema/descriptor';

/** Inside `{ … }`, which is protobuf's text format, more spellings are allowed. */
export type Style = 'statement' | 'text format';

type Scalar = number | bigint | boolean | string | Uint8Array;

/**
 * The value of a field that is not a message.
 * @throws Error that says what is wrong with it.
 */
export function scalarOf(field: FieldDescriptor, value: OptionValue, style: Style): Scalar {
  const scalar =
    field.type === 'enum' ? enumOf(field, value, style) : plainOf(field.type, value, style);
  if (scalar === undefined) throw new TypeError(`${show(value)} is not of type ${nameOf(field)}`);
  return checkScalar(scalarTypeOf(field), scalar) as Scalar;
}

const nameOf = ({ type, enum: of }: FieldDescriptor) => of?.().name ?? type;

function enumOf(field: FieldDescriptor, value: OptionValue, style: Style): number | undefined {
  const { numbers } = field.enum!();
  if (value.kind === 'word') {
    return Object.hasOwn(numbers, value.word) ? numbers[value.word] : undefined;
  }
  const isNumber = value.kind === 'integer' && style === 'text format';
  return isNumber ? Number(value.integer) : undefined;
}

function plainOf(
  type: FieldDescriptor['type'],
  value: OptionValue,
  style: Style,
): Scalar | undefined {
  switch (type) {
    case 'bool':
      return boolOf(value, style);
    case 'string':
      return value.kind === 'string' ? decodeUtf8(value.bytes) : undefined;
    case 'bytes':
      return value.kind === 'string' ? value.bytes : undefined;
    case 'float':
    case 'double':
      return floatOf(value, style);
    default:
      if (value.kind !== 'integer') return undefined;
      return type.endsWith('64') ? value.integer : Number(value.integer);
  }
}

const TRUE = new Set(['true', 'True', 't']);
const FALSE = new Set(['false', 'False', 'f']);

function boolOf(value: OptionValue, style: Style): boolean | undefined {
  if (style === 'statement') {
    const isBool = value.kind === 'word' && (value.word === 'true' || value.word === 'false');
    return isBool ? value.word === 'true' : undefined;
  }
  if (value.kind === 'integer') {
    return value.integer === 0n || value.integer === 1n ? value.integer === 1n : undefined;
  }
  if (value.kind !== 'word' || !(TRUE.has(value.word) || FALSE.has(value.word))) return undefined;
  return TRUE.has(value.word);
}

function floatOf(value: OptionValue, style: Style): number | undefined {
  if (value.kind === 'integer') return Number(value.integer);
  if (value.kind === 'float') return value.float;
  if (value.kind !== 'word') return undefined;
  const word = style === 'text format' ? value.word.toLowerCase() : value.word;
  if (word === 'inf' || (word === 'infinity' && style === 'text format')) return Infinity;
  return word === 'nan' ? Number.NaN : undefined;
}

function show(value: OptionValue): string {
  switch (value.kind) {
    case 'word':
      return value.word;
    case 'integer':
      return String(value.integer);
    case 'float':
      return String(value.float);
    case 'string':
      return 'a string';
    case 'list':
      return 'a list';
    case 'message':
      return '{ … }';
  }
}
