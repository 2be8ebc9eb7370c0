import { timingSafeEqual } from 'node:crypto';
import type { Proof } from '#grpc/credentials/basic';
import { passwordCheck } from '#grpc/credentials/password-check';
import { type Clock, systemClock } from '#time/clock';
import { Brake } from './brake.ts';
import type { People, Person } from './people.ts';
import { ProofMemory } from './proof-memory.ts';
import { COST, type Cost, derive, recordOf } from './scrypt.ts';

/**
 * Who proves it with this.
 * @param connection the other end's address, with its port: `192.0.2.7:50312`
 */
export type Check = (proof: Proof, connection: string) => Promise<Person | undefined>;

export interface CheckOptions {
  clock?: Clock;
  /** That of the people's hashes. */
  cost?: Cost;
  /** Is told of each hash that is made. */
  onDerive?: () => void;
}

/** Hashes and compares, with the same work for everybody. */
export async function createVerify(people: People, options: CheckOptions = {}) {
  const { cost = COST, onDerive = () => {} } = options;
  // #region verify
  const decoy = await recordOf(crypto.randomUUID(), cost);
  return passwordCheck<Person>({
    find: (user) => people.get(user),
    derive(password, salt) {
      onDerive();
      return derive(password, salt, cost);
    },
    equal: timingSafeEqual,
    decoy,
  });
  // #endregion verify
}

/** The shop's check: what this connection has proved, the brake, and only then the hash. */
export async function createCheck(people: People, options: CheckOptions = {}): Promise<Check> {
  const { clock = systemClock } = options;
  const verify = await createVerify(people, options);
  const memory = new ProofMemory<Person>(clock);
  const brake = new Brake(clock);
  // #region order
  return async (proof, connection) => {
    const before = memory.get(proof, connection);
    if (before?.fresh) return before.caller;
    // Who has come in on this connection is not braked on it.
    const ended = before ? () => {} : brake.begin(proof.user, placeOf(connection));
    const person = await verify(proof);
    ended(person !== undefined);
    memory.set(proof, connection, person);
    return person;
  };
  // #endregion order
}

/** `127.0.0.1` of `127.0.0.1:50025`: another connection is not another place. */
export const placeOf = (address: string) => address.slice(0, address.lastIndexOf(':'));
