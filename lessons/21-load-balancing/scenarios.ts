/** What the playground of the page and the run simulate: servers, clients, and how many calls. */
import type { Setup } from './simulate.ts';

type Scenario = Pick<Setup, 'servers' | 'clients' | 'callsPerSecond'>;

const four = (perSecond: number, failing = 0) =>
  Array.from({ length: 4 }, () => ({ perSecond, failing }));

export const SEED = 21;
export const FOR_MS = 20_000;

export const SCENARIOS = {
  /** Four servers that are alike. */
  alike: { servers: four(50), clients: 4, callsPerSecond: 140 },
  /** The last one has a fifth of the speed of the others. */
  slow: {
    servers: [...four(80).slice(0, 3), { perSecond: 16, failing: 0 }],
    clients: 4,
    callsPerSecond: 160,
  },
  /** The third one fails every call, and at once. */
  failing: {
    servers: four(50).map((server, i) => (i === 2 ? { ...server, failing: 100 } : server)),
    clients: 4,
    callsPerSecond: 120,
  },
} satisfies Record<string, Scenario>;
