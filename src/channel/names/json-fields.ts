/**
 * The parts of a service config, checked. Each throws a RangeError that names the field. A config may
 * come from a name server: no more of it stands in an error than fits on a line.
 */
import { excerpt } from '#grpc/wire/excerpt';

/** `"1.5s"`, the JSON form of google.protobuf.Duration, in milliseconds. */
export function duration(value: unknown, field: string, valid = (ms: number) => ms >= 0): number {
  const match = /^(\d{1,12}(?:\.\d{1,9})?)s$/.exec(String(value));
  const ms = match ? Number(match[1]) * 1000 : Number.NaN;
  if (!match || !valid(ms))
    throw new RangeError(`${field}: '${excerpt(String(value))}' is not a valid duration`);
  return ms;
}

export function number(value: unknown, field: string, valid: (n: number) => boolean): number {
  if (typeof value !== 'number' || !valid(value)) {
    throw new RangeError(`${field}: ${excerpt(String(value))} is not allowed`);
  }
  return value;
}

export function list(value: unknown, field: string): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new RangeError(`${field}: a list is expected`);
  return value;
}

export function record(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError(`${field}: an object is expected`);
  }
  return value as Record<string, unknown>;
}
