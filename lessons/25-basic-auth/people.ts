import type { Proof } from '#grpc/credentials/basic';
import type { KnownUser } from '#grpc/credentials/password-check';
import { COST, recordOf } from './scrypt.ts';

/** Somebody who may come, and what they may. */
export interface Person {
  readonly name: string;
  readonly mayWrite: boolean;
}

/**
 * Made up for this lesson, and the only passwords in it. A real shop has none in its code: it has
 * records, in a store, and `recordOf` ran when somebody chose the password.
 */
export const ADA: Proof = { user: 'ada', password: 'steep:4:minutes' };
export const BOB: Proof = { user: 'bob', password: 'Grüße ☕' };
/** Who wants to come, and may not. */
export const EVE: Proof = { user: 'eve', password: 'letmein' };

export type People = ReadonlyMap<string, KnownUser<Person>>;

/** The shop's people, with their passwords hashed: ada writes, bob reads. */
export async function createPeople(cost = COST): Promise<People> {
  const people = new Map<string, KnownUser<Person>>();
  for (const { user, password } of [ADA, BOB]) {
    const caller = { name: user, mayWrite: user === ADA.user };
    people.set(user, { caller, password: await recordOf(password, cost) });
  }
  return people;
}

/** Methods that change something; bob may not. */
const WRITES = new Set(['UpdateOrders', 'ProcessOrders']);

export const mayCall = ({ mayWrite }: Person, path: string) =>
  mayWrite || !WRITES.has(path.slice(path.lastIndexOf('/') + 1));
