import type {
  BalancerHelper,
  CallEnded,
  LoadBalancer,
  LoadBalancerFactory,
  Pick,
  Picker,
} from '#channel/balancing/load-balancer';
import { POLICIES } from '#channel/balancing/policies';
import { PolicySet } from '#channel/balancing/policy-set';
import { leastLoadedPolicy } from '#channel/balancing/spread/least-request';
import { LOAD_REPORT } from '#channel/balancing/spread/load-report';
import { randomPolicy } from '#channel/balancing/spread/random';
import { type Address, addressKey } from '#channel/connections/address';
import type { ConnectivityState } from '#channel/connections/connectivity';
import type { Endpoint } from '#channel/connections/endpoint';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import { OrcaLoadReport } from '#protobuf/generated/xds/data/orca/v3/orca_load_report';
import { FakeClock } from '#time/fake-clock';
import { SimulatedServer } from './simulated-server.ts';

/**
 * Clients and servers in a time that is not the machine's. Who gets a call is decided by the stack's
 * own policies, with the pickers that a channel uses; the servers are queues, and chance comes from
 * a seed: the same settings give the same picture everywhere.
 */
export interface Setup {
  policy: PolicyName;
  /** Stand `outlier_detection` around the policy. */
  outliers: boolean;
  servers: readonly ServerSetup[];
  /** Each has a policy of its own, and knows nothing of the others. */
  clients: number;
  /** Of all clients together. */
  callsPerSecond: number;
  seed: number;
  forMs: number;
}

export interface ServerSetup {
  /** How many calls it can serve. */
  perSecond: number;
  /** How many of its calls fail, in percent: at once, without any work. */
  failing: number;
}

/** The names of the policies, as a service config has them where gRPC knows them. */
export const POLICY_NAMES = [
  'pick_first',
  'round_robin',
  'random',
  'least_loaded',
  'least_request_experimental',
  'weighted_round_robin',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

const FACTORIES: Record<string, LoadBalancerFactory> = {
  ...POLICIES,
  random: randomPolicy,
  least_loaded: leastLoadedPolicy,
};
/** A simulation is short: weights count early. */
const CONFIGS: Partial<Record<PolicyName, object>> = {
  weighted_round_robin: { blackoutPeriod: '0.5s', weightUpdatePeriod: '0.5s' },
};
const OUTLIERS = {
  interval: '1s',
  baseEjectionTime: '5s',
  maxEjectionPercent: 50,
  failurePercentageEjection: { threshold: 50, minimumHosts: 2, requestVolume: 5 },
};

export const SAMPLE_MS = 100;

/** How things stand at one moment: the queue of each server, with the call that it works on. */
export interface Sample {
  at: number;
  queues: number[];
}

export interface Outcome {
  samples: Sample[];
  /** Calls that each server got. */
  calls: number[];
  /** Of the calls that went well: 99 of 100 took no longer, in ms. */
  p99: number;
  median: number;
  failed: number;
  total: number;
  /** Calls that had no answer yet at the end. */
  waiting: number;
}

export function simulate(setup: Setup): Outcome {
  const clock = new FakeClock();
  const chance = new Chance(setup.seed);
  const begin = clock.now();
  const servers = setup.servers.map(
    (server) => new SimulatedServer(clock, chance.branch(), server),
  );
  const ofClients = chance.branch();
  const clients = Array.from({ length: setup.clients }, () =>
    startClient(setup, clock, ofClients.branch(), servers),
  );
  const took: number[] = [];
  let [total, failed] = [0, 0];
  const arrivals = chance.branch();
  const arrive = () => {
    const client = clients[Math.floor(arrivals.next() * clients.length)]!;
    total++;
    const came = clock.now();
    client((status) => {
      if (status.code === Status.OK) took.push(clock.now() - came);
      else failed++;
    });
    clock.setTimer(arrive, exponential(arrivals, 1000 / setup.callsPerSecond));
  };
  arrive();
  const samples: Sample[] = [];
  while (clock.now() - begin < setup.forMs) {
    clock.advance(SAMPLE_MS);
    const queues = servers.map(({ queue }) => queue);
    samples.push({ at: Math.round(clock.now() - begin), queues });
  }
  took.sort((a, b) => a - b);
  const part = (share: number) => took[Math.min(took.length - 1, Math.floor(share * took.length))];
  return {
    samples,
    calls: servers.map(({ calls }) => calls),
    p99: part(0.99) ?? 0,
    median: part(0.5) ?? 0,
    failed,
    total,
    waiting: total - failed - took.length,
  };
}

type Call = (ended: (status: StatusObject) => void) => void;

/** A channel without a wire: a policy, its picker, and calls that ask it. */
function startClient(
  { policy, outliers }: Setup,
  clock: FakeClock,
  chance: Chance,
  servers: readonly SimulatedServer[],
): Call {
  let picker: Picker = { pick: () => undefined };
  let state: ConnectivityState = 'IDLE';
  const helper: BalancerHelper = {
    createSubchannel: (address, changed) => new SimulatedEndpoint(address, changed),
    update: (next, nextPicker) => {
      state = next;
      picker = nextPicker;
    },
    resolveAgain: () => {},
    random: () => chance.next(),
    now: () => clock.now(),
    setTimer: (callback, milliseconds) => clock.setTimer(callback, milliseconds),
  };
  const config = { ...CONFIGS[policy] };
  const policies = new PolicySet(FACTORIES);
  const balancer: LoadBalancer = outliers
    ? policies.create(
        'outlier_detection',
        { ...OUTLIERS, childPolicy: [{ [policy]: config }] },
        helper,
      )
    : policies.create(policy, config, helper);
  balancer.addresses(servers.map((_, port) => ({ host: 'server', port })));
  balancer.exitIdle();
  return (ended) => {
    if (state === 'IDLE') balancer.exitIdle();
    const picked = picker.pick();
    if (picked instanceof GrpcError) return ended(picked);
    if (picked === undefined) return ended({ code: Status.UNAVAILABLE, details: 'nobody' });
    const pick: Pick | undefined = 'started' in picked ? picked : undefined;
    const endpoint = (pick?.endpoint ?? picked) as Endpoint;
    const tell: CallEnded | undefined = pick?.started();
    servers[(endpoint.address as { port: number }).port]!.call((succeeded, load) => {
      const status = statusOf(succeeded, load);
      tell?.(status);
      ended(status);
    });
  };
}

function statusOf(succeeded: boolean, load: Partial<OrcaLoadReport>): StatusObject {
  const metadata = new Metadata();
  metadata.set(LOAD_REPORT, OrcaLoadReport.encode(OrcaLoadReport.create(load)));
  return succeeded
    ? { code: Status.OK, details: '', metadata }
    : { code: Status.UNAVAILABLE, details: 'it failed', metadata };
}

/** It is connected as soon as it is asked to. */
class SimulatedEndpoint implements Endpoint {
  readonly address: Address;
  readonly key: string;
  readonly #changed: (endpoint: Endpoint) => void;
  state: ConnectivityState = 'IDLE';
  transport = undefined;
  lastError = undefined;

  constructor(address: Address, changed: (endpoint: Endpoint) => void) {
    this.address = address;
    this.key = addressKey(address);
    this.#changed = changed;
  }

  connect(): void {
    if (this.state !== 'IDLE') return;
    for (const state of ['CONNECTING', 'READY'] as const) {
      this.state = state;
      this.#changed(this);
    }
  }

  shutdown(): void {
    this.state = 'SHUTDOWN';
  }
}

/** Chance from a seed (the mulberry32 generator). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A fraction in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** Chance of its own for one part: what the others do changes nothing there. */
  branch(): Chance {
    return new Chance(Math.floor(this.next() * 2 ** 32));
  }
}

/** How long until the next, if they come when they like, and so many in the mean. */
export const exponential = (chance: { next(): number }, mean: number) =>
  -mean * Math.log(1 - chance.next());
