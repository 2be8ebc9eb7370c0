import { GrpcError } from '#grpc/grpc-error';
import { FakeClock } from '#time/fake-clock';
import { createCheck } from './check.ts';
import { ADA, createPeople } from './people.ts';
import { CHEAP } from './scrypt.ts';

/** What came of tries at the shop's check. */
export interface Tries {
  came: number;
  wrong: number;
  braked: number;
}

/** A check whose clock stands still, with a cheap hash: what is counted here is not time. */
export async function createSiege() {
  const clock = new FakeClock();
  let hashes = 0;
  const check = await createCheck(await createPeople(CHEAP), {
    clock,
    cost: CHEAP,
    onDerive: () => {
      hashes++;
    },
  });
  return {
    clock,
    hashes: () => hashes,
    /** So many wrong passwords for a name, all at once, each on a connection of its own. */
    async guess(user: string, times: number, place: (i: number) => string): Promise<Tries> {
      const tries: Tries = { came: 0, wrong: 0, braked: 0 };
      const all = Array.from({ length: times }, async (_, i) => {
        tries[await endOf(check({ user, password: `guess ${i}` }, `${place(i)}:${1024 + i}`))]++;
      });
      await Promise.all(all);
      return tries;
    },
    /** ada, with her password, on this connection: how it ended, in words. */
    async ada(connection: string): Promise<string> {
      try {
        return (await check(ADA, connection)) === undefined ? 'wrong' : 'came in';
      } catch (error) {
        return error instanceof GrpcError ? error.details : `${error}`;
      }
    },
  };
}

async function endOf(checked: Promise<unknown>): Promise<keyof Tries> {
  try {
    return (await checked) === undefined ? 'wrong' : 'came';
  } catch {
    return 'braked';
  }
}
