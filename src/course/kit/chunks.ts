import type { Random } from './random.ts';

/** `bytes` cut into pieces of `size`, as a network might. */
export function cutEvery(bytes: Uint8Array, size: number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
  return chunks;
}

/** `bytes` cut at random places into pieces of at most `longest` bytes. */
export function cutAnywhere(bytes: Uint8Array, longest: number, random: Random): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const size = random.integer(1, longest);
    chunks.push(bytes.slice(at, at + size));
    at += size;
  }
  return chunks;
}
