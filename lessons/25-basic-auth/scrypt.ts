import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import type { PasswordRecord } from '#grpc/credentials/password-check';

/** What one hash costs (RFC 7914 §2): memory is 128 · N · r bytes, work N · r · p. */
export interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's with 32 MiB, as strong as their first choice with 128: three runs in place of one. */
export const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** For what is about counting, and not about time: nobody who guesses would mind it. */
export const CHEAP: Cost = { N: 2 ** 10, r: 8, p: 1 };

export const memoryOf = ({ N, r }: Cost) => 128 * N * r;

// #region derive
/** scrypt, on a thread of Node’s pool: the event loop goes on. */
export function derive(password: string, salt: Uint8Array, cost = COST) {
  // Node's own limit is 32 MiB in all, a little too small for this.
  const maxmem = memoryOf(cost) + 2 ** 20;
  const options: ScryptOptions = { ...cost, maxmem };
  return new Promise<Uint8Array>((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, options, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
}

/** What is kept of a new password. */
export async function recordOf(password: string, cost = COST): Promise<PasswordRecord> {
  const salt = randomBytes(SALT_BYTES);
  return { salt, hash: await derive(password, salt, cost) };
}
// #endregion derive

/** Milliseconds for one hash of this cost: the least of several, as others use this machine too. */
export async function measure(cost: Cost, times = 3): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await derive('a password', randomBytes(SALT_BYTES), cost);
    least = Math.min(least, performance.now() - began);
  }
  return least;
}
