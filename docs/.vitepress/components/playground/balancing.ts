import { FOR_MS, SCENARIOS, SEED } from '../../../../lessons/21-load-balancing/scenarios.ts';
import {
  type Outcome,
  POLICY_NAMES,
  type PolicyName,
  type ServerSetup,
  simulate,
} from '../../../../lessons/21-load-balancing/simulate.ts';

export { POLICY_NAMES, type PolicyName };

/** What the reader of the page sets. */
export interface BalancingSettings {
  policy: PolicyName;
  outliers: boolean;
  servers: ServerSetup[];
  clients: number;
  callsPerSecond: number;
  seed: number;
}

export const SLOWEST = 5;
export const FASTEST = 120;
export const MOST_CLIENTS = 30;
export const FEWEST_CALLS = 20;
export const MOST_CALLS = 400;
export const MOST_SEEDS = 99;
export const SECONDS = FOR_MS / 1000;

const start = { outliers: false, seed: SEED };

export const BALANCING_PRESETS = {
  slow: { ...start, ...SCENARIOS.slow, policy: 'round_robin' },
  alike: { ...start, ...SCENARIOS.alike, policy: 'round_robin' },
  failing: { ...start, ...SCENARIOS.failing, policy: 'least_loaded' },
  ejected: { ...start, ...SCENARIOS.failing, policy: 'least_loaded', outliers: true },
  herd: { ...start, ...SCENARIOS.alike, clients: MOST_CLIENTS, policy: 'pick_first' },
} satisfies Record<string, BalancingSettings>;

export type BalancingPreset = keyof typeof BALANCING_PRESETS;

export const settingsOf = (preset: BalancingPreset): BalancingSettings => {
  const { servers, ...rest }: BalancingSettings = BALANCING_PRESETS[preset];
  return { ...rest, servers: servers.map((server) => ({ ...server })) };
};

/** The same settings give the same outcome, on every machine. */
export const runBalancing = (settings: BalancingSettings): Outcome =>
  simulate({ ...settings, forMs: FOR_MS });

export interface PolicyRow {
  policy: PolicyName;
  p99: number;
  /** In percent of all calls. */
  failed: number;
}

/** What each policy would make of these servers and clients. */
export function allPolicies(settings: BalancingSettings): PolicyRow[] {
  return POLICY_NAMES.map((policy) => {
    const { p99, failed, total } = runBalancing({ ...settings, policy });
    return { policy, p99, failed: (100 * failed) / total };
  });
}

/** What of a state from an address can be used; the rest is as in `fallback`. */
export function readSettings(kept: Partial<BalancingSettings>, fallback: BalancingSettings) {
  const within = (value: unknown, least: number, most: number, otherwise: number) =>
    typeof value === 'number' && value >= least && value <= most ? Math.round(value) : otherwise;
  return {
    policy: POLICY_NAMES.find((name) => name === kept.policy) ?? fallback.policy,
    outliers: kept.outliers === true,
    clients: within(kept.clients, 1, MOST_CLIENTS, fallback.clients),
    callsPerSecond: within(kept.callsPerSecond, FEWEST_CALLS, MOST_CALLS, fallback.callsPerSecond),
    seed: within(kept.seed, 1, MOST_SEEDS, fallback.seed),
    servers: fallback.servers.map((server, i) => ({
      perSecond: within(kept.servers?.[i]?.perSecond, SLOWEST, FASTEST, server.perSecond),
      failing: within(kept.servers?.[i]?.failing, 0, 100, server.failing),
    })),
  } satisfies BalancingSettings;
}

/** A line through the queue of one server, moment by moment, in a box of 100 × 100. */
export function queueCurve({ samples }: Outcome, server: number, most: number): string {
  return samples
    .map(({ at, queues }) => {
      const y = 100 - (100 * queues[server]!) / most;
      return `${((100 * at) / FOR_MS).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
