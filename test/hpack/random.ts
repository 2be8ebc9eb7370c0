import { Random } from '#course/kit/random';

/** Fractions in [0, 1) that are the same in every run. */
export function seededRandom(seed: number): () => number {
  const random = new Random(seed);
  return () => random.next();
}

export function randomInt(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

export function randomBytes(random: () => number, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => randomInt(random, 256));
}

/** Cuts bytes into chunks at random places. */
export function randomChunks(random: () => number, bytes: Uint8Array, most = 40): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + randomInt(random, most);
    chunks.push(bytes.slice(at, at + size));
    at += size;
  }
  return chunks;
}
