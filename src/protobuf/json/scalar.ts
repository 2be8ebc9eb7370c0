/** Scalars in JSON: 64-bit numbers are strings, bytes are base64. Source: "ProtoJSON Format". */

import { checkScalar } from '#protobuf/fields/check';
import type { ScalarType } from '#protobuf/schema/descriptor';
import { fromBase64, toBase64 } from './base64.ts';
import { type Json, JsonError, type JsonInput, show } from './json.ts';

/** @param value Of the right type, as the encoder checks it. */
export function scalarToJson(value: unknown): Json {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return toBase64(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value as Json;
}

/** @throws JsonError if it is not of the type, or beyond its range. */
export function scalarFromJson(type: ScalarType, json: JsonInput, path: string): unknown {
  const value = parse(type, json);
  if (value !== undefined && isIn(type, value)) return value;
  throw new JsonError(`${path}: ${show(json)} is not of type ${type}`);
}

function isIn(type: ScalarType, value: unknown): boolean {
  if (
    type === 'float' &&
    Number.isFinite(value) &&
    !Number.isFinite(Math.fround(value as number))
  ) {
    return false;
  }
  try {
    checkScalar(type, value);
    return true;
  } catch {
    return false;
  }
}

function parse(type: ScalarType, json: JsonInput): unknown {
  switch (type) {
    case 'string':
      // Half of a character has no bytes in UTF-8.
      return typeof json === 'string' && !/\p{Surrogate}/u.test(json) ? json : undefined;
    case 'bool':
      return typeof json === 'boolean' ? json : undefined;
    case 'bytes':
      return typeof json === 'string' ? fromBase64(json) : undefined;
    case 'float':
    case 'double':
      return parseFloating(json);
    default:
      return type.endsWith('64') ? parseWide(json) : parseNumber(json);
  }
}

/** As JSON writes numbers (RFC 8259 §6), which is less than JavaScript reads. */
const NUMBER = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;

function parseNumber(json: JsonInput): number | undefined {
  if (typeof json === 'number') return json;
  if (typeof json === 'bigint') return Number(json);
  return typeof json === 'string' && NUMBER.test(json) ? Number(json) : undefined;
}

function parseFloating(json: JsonInput): number | undefined {
  if (json === 'NaN' || json === 'Infinity' || json === '-Infinity') return Number(json);
  const number = parseNumber(json);
  return Number.isFinite(number) ? number : undefined;
}

/** Digits of the largest number of 64 bits: an exponent beyond them is refused, not multiplied out. */
const MAX_DIGITS = 20;

/** `1e3` and `1.0` are whole numbers too. */
function parseWide(json: JsonInput): bigint | undefined {
  if (typeof json === 'bigint') return json;
  if (typeof json !== 'string' && typeof json !== 'number') return undefined;
  const match = NUMBER.exec(String(json));
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/0+$/, '');
  const zeros =
    Number(exponent) - fraction.length + (whole.length + fraction.length - digits.length);
  if (digits === '') return 0n;
  if (zeros < 0 || zeros + digits.length > MAX_DIGITS + whole.length) return undefined;
  const value = BigInt(digits + '0'.repeat(zeros));
  return sign === '-' ? -value : value;
}
