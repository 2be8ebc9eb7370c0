/**
 * Keys that all fall into one bucket of V8's `Map`. Its hash functions for integers can be undone
 * step by step, so nothing has to be searched: choose the hashes, and compute the keys.
 */

/** 32-bit keys whose hashes differ only above bit 15. At most 65,536. */
export function chosenInt32s(count: number): number[] {
  return Array.from({ length: count }, (_, i) => unhash32((i << 16) | 0x1234));
}

function unhash32(hash: number): number {
  let key = hash ^ (hash >>> 16);
  key = Math.imul(key, INVERSE_2057);
  for (let i = 0, last = key; i < 8; i++) key = last ^ (key >>> 4);
  key = Math.imul(key, INVERSE_5);
  for (let i = 0, last = key; i < 3; i++) key = last ^ (key >>> 12);
  return Math.imul(key + 1, INVERSE_32767);
}

const INVERSE_2057 = Number(inverse(2057n, 32n)) | 0;
const INVERSE_5 = Number(inverse(5n, 32n)) | 0;
const INVERSE_32767 = Number(inverse(32767n, 32n)) | 0;

/** Unsigned 64-bit keys whose hashes differ only above bit 20. */
export function chosenUint64s(count: number): bigint[] {
  return Array.from({ length: count }, (_, i) => unhash64((BigInt(i) << 21n) | 0x1234n));
}

const BITS = 64n;
const wrap = (value: bigint) => BigInt.asUintN(64, value);

function unhash64(hash: bigint): bigint {
  let key = unshift(hash, 22n);
  key = wrap(key * inverse(65n, BITS));
  key = unshift(key, 11n);
  key = wrap(key * inverse(21n, BITS));
  key = unshift(key, 31n);
  return wrap((key + 1n) * inverse((1n << 18n) - 1n, BITS));
}

/** The number that `x ^ (x >> shift)` was made of. */
function unshift(value: bigint, shift: bigint): bigint {
  let x = value;
  for (let known = shift; known < BITS; known += shift) x = value ^ (x >> shift);
  return x;
}

/** What undoes a multiplication by an odd number, modulo 2^bits. */
function inverse(factor: bigint, bits: bigint): bigint {
  let x = factor;
  for (let i = 0; i < 7; i++) x = BigInt.asUintN(Number(bits), x * (2n - factor * x));
  return x;
}
