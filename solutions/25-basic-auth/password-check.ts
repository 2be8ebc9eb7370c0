// Derived from src/grpc/credentials/password-check.ts by npm run skeletons: change it there.
import type { Proof } from '#grpc/credentials/basic';

/** What is kept of a password: enough to recognise it, and too little to say it. */
export interface PasswordRecord {
  /** Random, another one for each user: two who chose the same password have different hashes. */
  readonly salt: Uint8Array;
  /** What `derive` makes of the password and the salt. */
  readonly hash: Uint8Array;
}

/** Somebody who has a password. */
export interface KnownUser<Caller> {
  readonly caller: Caller;
  readonly password: PasswordRecord;
}

export interface PasswordCheckOptions<Caller> {
  /** `undefined`: there is nobody of that name. */
  find(user: string): KnownUser<Caller> | undefined | Promise<KnownUser<Caller> | undefined>;
  /** Slow on purpose: scrypt, or another function that was made for passwords. */
  derive(password: string, salt: Uint8Array): Promise<Uint8Array>;
  /** Compares two of the same length, and takes as long whichever byte differs. */
  equal(a: Uint8Array, b: Uint8Array): boolean;
  /** The record of nobody: made as all others are, of a password that was thrown away. */
  decoy: PasswordRecord;
}

/**
 * A check of passwords whose work is the same for everybody: one `derive` and one `equal`, whether
 * the user exists or not, and whether the password is right or not. With less work for who does not
 * exist, anybody with a stopwatch could ask for the list of our users.
 *
 * @returns a function from a proof to the caller; to `undefined` if there is nobody of that name, or
 *   if the password is wrong: which of the two it was, it does not say. It rejects with what `find`,
 *   `derive` and `equal` throw: an accident of ours is not a wrong password.
 */
export function passwordCheck<Caller>(
  options: PasswordCheckOptions<Caller>,
): (proof: Proof) => Promise<Caller | undefined> {
  const { decoy } = options;
  return async ({ user, password }) => {
    const known = await options.find(user);
    const { salt, hash } = known?.password ?? decoy;
    const derived = await options.derive(password, salt);
    const same = options.equal(derived, hash);
    // The decoy's password opens nothing, even if somebody has found it.
    return same ? known?.caller : undefined;
  };
}
