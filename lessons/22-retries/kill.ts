import type { ServiceConfigJson } from '#channel/names/service-config-json';
import { client, type Stack } from './clients.ts';
import { startCounted } from './counted.ts';
import { startGate } from './gate.ts';
import { ALL_AGAIN } from './policies.ts';

export const CALLS = 12;

export interface Killed {
  ok: number;
  failed: number;
  /** Calls that arrived at the server that goes away, and at the other one. */
  first: number;
  second: number;
}

export const WAYS = {
  'cut off, no policy': { config: {}, drains: false },
  'cut off, three tries': { config: ALL_AGAIN, drains: false },
  'GOAWAY, no policy': { config: {}, drains: true },
} satisfies Record<string, { config: ServiceConfigJson; drains: boolean }>;

/** Twelve calls are under way at one server when it goes away; there is another one. */
export async function killWhileCalled(stack: Stack, way: keyof typeof WAYS): Promise<Killed> {
  const { config, drains } = WAYS[way];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let allThere = () => {};
  const there = new Promise<void>((resolve) => {
    allThere = resolve;
  });
  const first = await startCounted(async (attempt) => {
    if (attempt === CALLS) allThere();
    await released;
    return 'OK' as const;
  });
  const second = await startCounted(() => 'OK');
  const gate = await startGate(first, true);
  const shop = client(stack, [gate.port, second.port], config);
  try {
    const calls = Array.from({ length: CALLS }, () => shop.getOrder());
    await there;
    const gone = drains ? first.drain() : gate.shut();
    release();
    const ends = await Promise.all(calls);
    await gone;
    const ok = ends.filter(({ end }) => end === 'OK').length;
    return { ok, failed: CALLS - ok, first: first.arrived, second: second.arrived };
  } finally {
    await shop.close();
    await gate.close();
    await first.close();
    await second.close();
  }
}
