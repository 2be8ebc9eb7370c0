import { expect, test, vi } from 'vitest';
import { CONNECT_TIMEOUT_MS, MIN_KEEPALIVE_MS } from '#channel/limits';
import { KEEPALIVE_TIMEOUT_MS, SERVER_KEEPALIVE_MS } from '#grpc/limits';
import { Status } from '#grpc/status';
import { HANDSHAKE_TIMEOUT_MS } from '#http2/limits/limits';
import type { FakeClock } from '#time/fake-clock';
import { connectTcp, listenTcp } from '#transport/tcp';
import type { Cut, Death } from './cut.ts';
import { KINDS, type Outcome, runCall, type Wire } from './stage.ts';

/**
 * The connection breaks at every byte of a call: of what the client sends, and of what the server
 * sends. However it does, the call ends on both sides with a status, once, and nothing stays.
 */

/** The client hears that it is gone, or it has heard the status before. */
const ON_CLIENT = new Set([Status.OK, Status.UNAVAILABLE]);
/** The server has answered, or nobody waits for the answer. */
const ON_SERVER = new Set([Status.OK, Status.CANCELLED]);

function check(outcome: Outcome, cut: Cut): void {
  const { code, ends, served, timers } = outcome;
  const where = `${cut.death} after ${cut.after} bytes ${cut.direction}`;
  expect(ON_CLIENT, where).toContain(code);
  expect(ends, where).toBe(1);
  expect(served.length, where).toBeLessThanOrEqual(1);
  for (const status of served) expect(ON_SERVER, where).toContain(status);
  if (code === Status.OK) expect(served, where).toEqual([Status.OK]);
  expect(timers, where).toBe(0);
}

// Thousands of connections: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000 });

const DIRECTIONS = ['to server', 'to client'] as const;

test.each(KINDS)('%s, by reset and by FIN, in memory', async (kind) => {
  const whole = await runCall(kind, undefined);
  expect(whole).toMatchObject({ code: Status.OK, served: [Status.OK], ends: 1, timers: 0 });
  const statuses = new Set<number>();
  for (const direction of DIRECTIONS) {
    expect(whole.passed[direction]).toBeGreaterThan(100);
    for (const death of ['reset', 'end'] as Death[]) {
      for (let after = 0; after < whole.passed[direction]; after++) {
        const cut = { direction, after, death };
        const outcome = await runCall(kind, cut);
        check(outcome, cut);
        statuses.add(outcome.code);
      }
    }
  }
  // Both happen: near the end everything has been said.
  expect([...statuses].sort()).toEqual([Status.OK, Status.UNAVAILABLE]);
});

/** Time enough for everybody to find out. */
function lateEnough(clock: FakeClock): void {
  clock.advance(Math.max(CONNECT_TIMEOUT_MS, HANDSHAKE_TIMEOUT_MS));
  clock.advance(MIN_KEEPALIVE_MS + KEEPALIVE_TIMEOUT_MS);
  clock.advance(SERVER_KEEPALIVE_MS + KEEPALIVE_TIMEOUT_MS);
}

test.each(KINDS)('%s, without a word: keepalive finds it', async (kind) => {
  const { passed } = await runCall(kind, undefined);
  for (const direction of DIRECTIONS) {
    for (let after = 0; after < passed[direction]; after += 7) {
      const cut = { direction, after, death: 'vanish' as const };
      check(await runCall(kind, cut, { whenStuck: lateEnough }), cut);
    }
  }
});

test('over TCP, at a sample of the bytes', async () => {
  const wire: Wire = async (server) => {
    const listener = await listenTcp({ port: 0 }, (connection) => server.accept(connection));
    const connection = await connectTcp({ port: listener.port });
    void listener.close();
    return connection;
  };
  for (const kind of KINDS) {
    const { passed } = await runCall(kind, undefined, { wire });
    for (const direction of DIRECTIONS) {
      for (let after = 0; after < passed[direction]; after += 19) {
        for (const death of ['reset', 'end'] as Death[]) {
          const cut = { direction, after, death };
          check(await runCall(kind, cut, { wire }), cut);
        }
      }
    }
  }
});
