/** Values of protobuf fields as one would write them, with a schema and without. */
import type { FieldSchema } from '#protobuf/compiler/schema';
import type { FieldDescriptor } from '#protobuf/schema/descriptor';

type Type = FieldDescriptor['type'] | undefined;

/** A varint as its type reads it; without one as it stands, and as int64 if that is negative. */
export function showVarint(value: bigint, type: Type): string {
  switch (type) {
    case 'bool':
      return String(BigInt.asUintN(64, value) !== 0n);
    case 'int32':
    case 'enum':
      return String(BigInt.asIntN(32, value));
    case 'uint32':
      return String(BigInt.asUintN(32, value));
    case 'sint32':
      return String(unzigzag(BigInt.asUintN(32, value)));
    case 'sint64':
      return String(unzigzag(BigInt.asUintN(64, value)));
    case 'int64':
      return String(BigInt.asIntN(64, value));
    default: {
      const unsigned = BigInt.asUintN(64, value);
      const signed = BigInt.asIntN(64, value);
      const isPlain = type === 'uint64' || signed >= 0n;
      return isPlain ? String(unsigned) : `${unsigned} (as int64: ${signed})`;
    }
  }
}

/** `SENT (2)`, if the schema knows the enum's names; `undefined` for a number without one. */
export function showEnum(value: bigint, field: FieldDescriptor | undefined): string | undefined {
  const number = Number(BigInt.asIntN(32, value));
  const { enum: type } = field ?? {};
  const found = type?.();
  if (found === undefined) return undefined;
  const name = isParsed(found)
    ? found.values.find((one) => one.number === number)?.name
    : Object.entries(found.numbers).find(([, one]) => one === number)?.[0];
  return name && `${name} (${number})`;
}

/** A schema that was read from a `.proto` has its values in a list; that of generated code has not. */
function isParsed(type: object): type is ReturnType<NonNullable<FieldSchema['enum']>> {
  return 'values' in type;
}

/** 0 1 2 3 4 … → 0 −1 1 −2 2 … */
function unzigzag(value: bigint): bigint {
  return (value & 1n) === 0n ? value / 2n : -(value + 1n) / 2n;
}

/** Four or eight bytes; without a type as unsigned. */
export function showFixed(bytes: Uint8Array, type: Type): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'float':
      return showFloat(view.getFloat32(0, true));
    case 'double':
      return showFloat(view.getFloat64(0, true));
    case 'sfixed32':
      return String(view.getInt32(0, true));
    case 'sfixed64':
      return String(view.getBigInt64(0, true));
    default:
      return String(bytes.length === 4 ? view.getUint32(0, true) : view.getBigUint64(0, true));
  }
}

const showFloat = (value: number) => (Object.is(value, -0) ? '-0' : String(value));

const LONGEST_TEXT = 60;

/** Text in quotes if the bytes are text that can be printed, otherwise `undefined`. */
export function showText(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  // Control characters in an unknown field speak for a message or for bytes, not for text.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return undefined;
  const quoted = JSON.stringify(text);
  return quoted.length <= LONGEST_TEXT ? quoted : `${quoted.slice(0, LONGEST_TEXT - 2)}…"`;
}

export function showSize(length: number): string {
  return length === 1 ? '1 byte' : `${length} bytes`;
}
