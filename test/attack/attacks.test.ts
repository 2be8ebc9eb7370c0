import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gzipCompression } from '#grpc/compression/gzip';
import { Budget } from '#http2/limits/budget';
import { CONNECTION_COST } from '#http2/limits/costs';
import { Attacker } from './figures/attacker.ts';
import { ON_CLIENTS } from './figures/client-attacks.ts';
import { KNOWN } from './figures/known-attacks.ts';
import { OWN } from './figures/own-attacks.ts';
import { makeCalls } from './figures/victim-calls.ts';
import { victimServer } from './figures/victim-services.ts';
import { attack, rogueServer } from './socket-peer.ts';

/**
 * The attacks of `npm run attack`, each with a tenth of what it sends there, against a server that
 * holds a tenth of what it may hold there. What is counted here does not depend on the machine: what
 * the budget was charged at most, and that all of it is released when the attacker is gone.
 */

const PART = 1 / 10;
const HELD = CONNECTION_COST + 6 * 1024 * 1024;
const WINDOW = 4 * 1024 * 1024;
/** What is here already cannot be refused: the window of the connection, an answer for each call. */
const UNREFUSED = WINDOW + 1000 * 2048;

/** The budget of each connection that has begun, with the most that it was charged. */
const budgets = new Map<Budget, number>();

beforeEach(() => {
  budgets.clear();
  const note = (budget: Budget) => {
    const most = budgets.get(budget);
    if (most !== undefined) budgets.set(budget, Math.max(most, budget.used));
  };
  const { charge, take } = Budget.prototype;
  vi.spyOn(Budget.prototype, 'charge').mockImplementation(function (this: Budget, cost) {
    charge.call(this, cost);
    if (cost === CONNECTION_COST) budgets.set(this, 0); // It begins.
    note(this);
  });
  vi.spyOn(Budget.prototype, 'take').mockImplementation(function (this: Budget, cost) {
    const taken = take.call(this, cost);
    note(this);
    return taken;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each([
  ['found first', KNOWN],
  ['others', OWN],
])('%s', (_, attacks) => {
  test.each(attacks)('$name', { timeout: 60_000 }, async ({ run }) => {
    const server = victimServer({ maxHeldBytes: HELD });
    const { port } = await server.listen({ port: 0 });
    const peer = await attack(port);
    const by = new Attacker(peer, PART);
    await run(by);
    expect(budgets.size).toBe(1);
    const [[budget, most]] = [...budgets] as [[Budget, number]];
    expect(most).toBeLessThan(HELD + UNREFUSED);

    // A second connection has a budget of its own, and is answered.
    const other = new Attacker(await attack(port));
    await other.settled();
    await peer.destroy();
    // A handler that goes on whatever becomes of its call keeps its place, and nothing else does.
    if (!run.toString().includes('Stay')) {
      while (budget.used > CONNECTION_COST) await other.settled();
    }
    await other.peer.destroy();
    await server.close();
  });
});

test('compressed messages that become too much are refused before they are inflated', async () => {
  const inflate = vi.spyOn(gzipCompression, 'decompress');
  const bombs = KNOWN.find(({ name }) => name.includes('small enough for the decoder'))!;
  const server = victimServer();
  const { port } = await server.listen({ port: 0 });
  const by = new Attacker(await attack(port));
  await bombs.run(by);
  const refused = [...by.peer.answers.values()].filter((answer) => answer['grpc-status'] === '8');
  expect(refused.length).toBeGreaterThan(50);
  // A hundred came. Time pays for two a second, if the machine is slow.
  expect(inflate.mock.calls.length).toBeLessThan(50);
  await by.peer.destroy();
  await server.close();
});

describe('on clients', () => {
  test.each(ON_CLIENTS)('$name', { timeout: 60_000 }, async ({ kind, calls, run }) => {
    const count = Math.ceil(calls * PART);
    const rogue = await rogueServer();
    const { forget } = makeCalls({ target: rogue.target, kind, count }, { maxHeldBytes: HELD });
    const peer = await rogue.next();
    peer.setting(3, 10_000);
    await peer.until(() => peer.got('HEADERS').length >= count);
    const by = new Attacker(peer, PART);
    await run(
      by,
      peer.got('HEADERS').map(({ streamId }) => streamId),
    );
    expect(budgets.size).toBe(1);
    const [[budget, most]] = [...budgets] as [[Budget, number]];
    expect(most).toBeLessThan(HELD + UNREFUSED);

    await forget();
    await peer.destroy();
    while (budget.used > CONNECTION_COST) await new Promise((next) => setImmediate(next));
    await rogue.close();
  });
});
