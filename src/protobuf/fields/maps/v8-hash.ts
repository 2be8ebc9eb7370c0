/**
 * The hash that V8's `Map` has for a key. Text is hashed with a seed that nobody outside knows, but
 * integers are not: a peer that knows the function can choose keys that all fall into one bucket.
 *
 * Source: V8, `Object::GetSimpleHash`, `ComputeUnseededHash` and `ComputeLongHash` (Thomas Wang's
 * integer hashes); the same since 2011. On another engine, or if V8 changes it, the keys of
 * somebody who knows that one would not be recognised.
 */

/** `undefined` for a key whose hash nobody can know. */
export function v8Hash(key: unknown): number | undefined {
  if (typeof key === 'number') return (key | 0) === key ? hash32(key) : hashDouble(key);
  if (typeof key === 'bigint') return hashBigint(key);
  if (typeof key === 'string') return hashIndex(key);
  return undefined;
}

function hash32(key: number): number {
  let hash = ~key + (key << 15);
  hash ^= hash >>> 12;
  hash += hash << 2;
  hash ^= hash >>> 4;
  hash = Math.imul(hash, 2057);
  return hash ^ (hash >>> 16);
}

const halves = new DataView(new ArrayBuffer(8));

/** A number beyond 2³¹ − 1: by its 64 bits. */
function hashDouble(key: number): number {
  halves.setFloat64(0, key);
  return hash64(halves.getInt32(0), halves.getInt32(4));
}

/** By its magnitude; the sign does not count. */
function hashBigint(key: bigint): number {
  if (key === 0n) return 0;
  halves.setBigInt64(0, key < 0n ? -key : key);
  return hash64(halves.getInt32(0), halves.getInt32(4));
}

/**
 * 64 bits in two halves, because arithmetic on `bigint`s is slow. `h` stands for the high half, `l`
 * for the low one.
 */
function hash64(high: number, low: number): number {
  // ~key + (key << 18)
  let [h, l] = [~high, ~low >>> 0];
  l += (low << 18) >>> 0;
  h = (h + ((high << 18) | (low >>> 14)) + (l > MAX_UINT32 ? 1 : 0)) | 0;
  l |= 0;
  // ^ >> 31
  l ^= (h << 1) | (l >>> 31);
  h ^= h >>> 31;
  // * 21
  const product = (l >>> 0) * 21;
  h = (Math.imul(h, 21) + Math.floor(product / 0x1_0000_0000)) | 0;
  l = product | 0;
  // ^ >> 11
  l ^= (h << 21) | (l >>> 11);
  h ^= h >>> 11;
  // + << 6
  const sum = (l >>> 0) + ((l << 6) >>> 0);
  h = (h + ((h << 6) | (l >>> 26)) + (sum > MAX_UINT32 ? 1 : 0)) | 0;
  l = sum | 0;
  // ^ >> 22
  return l ^ ((h << 10) | (l >>> 22));
}

const MAX_UINT32 = 0xffff_ffff;

/**
 * Text that is an array's index, such as `4096`, was hashed as its number until V8 14.1. Node has
 * mended that in 20.20.2, 22.22.2 and 24.14.1 (CVE-2026-21717).
 */
function hashIndex(key: string): number | undefined {
  if (key.length > MAX_INDEX_DIGITS) return undefined;
  for (let i = 0; i < key.length; i++) {
    const digit = key.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
  }
  return Number(key);
}

const MAX_INDEX_DIGITS = 10;
