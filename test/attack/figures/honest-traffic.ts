import type { Attacker } from './attacker.ts';
import { type Attack, ECHO, EMPTY, type Kind, WORK } from './attacks.ts';
import { caller, openWindows } from './calls.ts';

/** Calls as anybody makes them, of each kind: attacks are compared to them. */
export const HONEST: Readonly<Record<Kind, Attack>> = {
  unary: {
    name: 'honest: 10,000 unary calls',
    run: (by) => inTurn(by, 10_000, `${ECHO}/Unary`, new Uint8Array(100)),
  },
  stream: {
    name: 'honest: 500 streams, each cancelled after a while',
    async run(by) {
      openWindows(by);
      const call = caller(by, `${ECHO}/Down`);
      for (let i = 0; i < by.some(500); i++) {
        const id = call();
        by.message(id, EMPTY);
        await by.settled();
        by.reset(id);
      }
      await by.settled();
    },
  },
  large: {
    name: 'honest: 1,000 calls with large answers',
    run: (by) => inTurn(by, 1000, `${WORK}/Large`, EMPTY),
  },
};

async function inTurn(by: Attacker, count: number, path: string, message: Uint8Array) {
  openWindows(by);
  const call = caller(by, path);
  for (let i = 0; i < by.some(count); i++) {
    by.message(call(), message);
    if (i % 100 === 0) await by.settled();
  }
  await by.settled();
}
