import type { Proof } from '#grpc/credentials/basic';
import { createVerify } from './check.ts';
import type { People, Person } from './people.ts';
import { derive } from './scrypt.ts';

// #region naive
/** As one writes it first: whoever does not exist needs no hash. */
export const naive =
  (people: People, onDerive: () => void) =>
  async ({ user, password }: Proof): Promise<Person | undefined> => {
    const known = people.get(user);
    if (known === undefined) return undefined;
    onDerive();
    const hash = await derive(password, known.password.salt);
    return Buffer.from(hash).equals(known.password.hash) ? known.caller : undefined;
  };
// #endregion naive

/** What one check cost: hashes made, and milliseconds by the clock. */
export interface Spent {
  hashes: number;
  ms: number;
}

/** The same proofs at the naive check and at ours. */
export async function compareChecks(people: People, proofs: readonly Proof[]) {
  let hashes = 0;
  const onDerive = () => {
    hashes++;
  };
  const even = await createVerify(people, { onDerive });
  const spend = async (check: (proof: Proof) => Promise<unknown>, proof: Proof): Promise<Spent> => {
    hashes = 0;
    const began = performance.now();
    await check(proof);
    return { hashes, ms: performance.now() - began };
  };
  const rows: { naive: Spent; even: Spent }[] = [];
  for (const proof of proofs) {
    rows.push({
      naive: await spend(naive(people, onDerive), proof),
      even: await spend(even, proof),
    });
  }
  return rows;
}

// #region compare
/** `==` as many languages do it, and how many letters it looked at. */
export function equalUntilDifferent(a: string, b: string) {
  if (a.length !== b.length) return { same: false, looked: 0 };
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return { same: false, looked: i + 1 };
  }
  return { same: true, looked: a.length };
}
// #endregion compare

/** Looks at every letter, whatever it finds. */
export function equalInAnyCase(a: string, b: string) {
  let different = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) different |= a.charCodeAt(i) ^ b.charCodeAt(i % b.length);
  return { same: different === 0, looked: a.length };
}

export const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export interface Found {
  /** What came out. */
  text: string;
  guesses: number;
}

// #region attack
/**
 * Somebody who sees how much was looked at, as a perfect stopwatch would.
 * Letter by letter: the guess that got further has the right letter.
 */
export function guessByWork(
  size: number,
  work: (guess: string) => { same: boolean; looked: number },
): Found {
  let text = '';
  let guesses = 0;
  while (text.length < size) {
    const tries = [...LETTERS].map((letter) => {
      const guess = (text + letter).padEnd(size, '-');
      return { letter, guess, ...work(guess) };
    });
    guesses += tries.length;
    const right = tries.find(({ same }) => same);
    if (right !== undefined) return { text: right.guess, guesses };
    const [best, next] = tries.toSorted((a, b) => b.looked - a.looked);
    // One got further than all others, or the work says nothing.
    if (best!.looked === next!.looked) break;
    text += best!.letter;
  }
  return { text, guesses };
}
// #endregion attack

const ROUNDS = 40_000;

/** Nanoseconds for one comparison: the least of several rounds of many, by this machine's clock. */
export function nanoseconds(
  compare: (a: string, b: string) => unknown,
  a: string,
  b: string,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 9; round++) {
    const began = performance.now();
    for (let i = 0; i < ROUNDS; i++) compare(a, b);
    least = Math.min(least, performance.now() - began);
  }
  return (least * 1e6) / ROUNDS;
}
