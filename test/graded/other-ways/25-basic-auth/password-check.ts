import type { Proof } from '#grpc/credentials/basic';

export interface PasswordRecord {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

export interface KnownUser<Caller> {
  readonly caller: Caller;
  readonly password: PasswordRecord;
}

export interface PasswordCheckOptions<Caller> {
  find(user: string): KnownUser<Caller> | undefined | Promise<KnownUser<Caller> | undefined>;
  derive(password: string, salt: Uint8Array): Promise<Uint8Array>;
  equal(a: Uint8Array, b: Uint8Array): boolean;
  decoy: PasswordRecord;
}

/** With `then`, and with somebody who is nobody in place of nobody. */
export function passwordCheck<Caller>({
  find,
  derive,
  equal,
  decoy,
}: PasswordCheckOptions<Caller>): (proof: Proof) => Promise<Caller | undefined> {
  const nobody = { caller: undefined, password: decoy };
  return ({ user, password }) =>
    new Promise<KnownUser<Caller> | undefined>((resolve) => resolve(find(user)))
      .then((known) => known ?? nobody)
      .then(async (known) => {
        const derived = await derive(password, known.password.salt);
        return equal(known.password.hash, derived) ? known.caller : undefined;
      });
}
