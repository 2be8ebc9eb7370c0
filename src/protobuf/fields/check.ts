/**
 * Whether a value fits its field's type. Without this an `int32` of 2⁴⁰ would be cut to 0 and a
 * missing string sent as "undefined": the reader would get a message that nobody wrote.
 */

import { EncodeError } from '#protobuf/error';
import type { ScalarType } from '#protobuf/schema/descriptor';

/** Returns `value` if it is one of the type. @throws EncodeError otherwise. */
export function checkScalar(type: ScalarType, value: unknown): unknown {
  if (!fits(type, value)) throw new EncodeError(`${show(value)} is not ${describe(type)}`);
  return value;
}

function fits(type: ScalarType, value: unknown): boolean {
  switch (type) {
    case 'int32':
    case 'sint32':
    case 'sfixed32':
      // -0 | 0 is 0, and 0 === -0: minus zero passes, NaN and fractions do not.
      return typeof value === 'number' && (value | 0) === value;
    case 'uint32':
    case 'fixed32':
      return typeof value === 'number' && value >>> 0 === value;
    case 'int64':
    case 'sint64':
    case 'sfixed64':
      return typeof value === 'bigint' && BigInt.asIntN(64, value) === value;
    case 'uint64':
    case 'fixed64':
      return typeof value === 'bigint' && BigInt.asUintN(64, value) === value;
    case 'float':
    case 'double':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'bytes':
      return value instanceof Uint8Array;
  }
}

function describe(type: ScalarType): string {
  if (type === 'bytes') return 'a Uint8Array';
  if (type.endsWith('64')) return `${article(type)} ${type} (a bigint: 5n, not 5)`;
  return `${article(type)} ${type}`;
}

const article = (type: string) => (type.startsWith('i') ? 'an' : 'a');

/** The value in a few characters, for an error. */
function show(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'number' || typeof value === 'boolean' || value == null) return `${value}`;
  return Object.prototype.toString.call(value);
}
