import { describe, expect, it } from 'vitest';
import type {
  BalancerHelper,
  CallEnded,
  LoadBalancer,
  LoadBalancerFactory,
  Picker,
} from '#channel/balancing/load-balancer';
import { POLICIES } from '#channel/balancing/policies';
import { PolicySet } from '#channel/balancing/policy-set';
import { EarliestFirst } from '#channel/balancing/spread/earliest-first';
import { EndpointWeight } from '#channel/balancing/spread/endpoint-weight';
import { leastLoadedPolicy } from '#channel/balancing/spread/least-request';
import { LOAD_REPORT, loadReportIn } from '#channel/balancing/spread/load-report';
import { randomPolicy } from '#channel/balancing/spread/random';
import { type Address, addressKey } from '#channel/connections/address';
import type { ConnectivityState } from '#channel/connections/connectivity';
import type { Endpoint } from '#channel/connections/endpoint';
import { MAX_CHOICES, MIN_WEIGHT_UPDATE_MS } from '#channel/limits';
import { ServiceConfig } from '#channel/names/service-config';
import { Random } from '#course/kit/random';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { OK, Status, type StatusObject } from '#grpc/status';
import { OrcaLoadReport } from '#protobuf/generated/xds/data/orca/v3/orca_load_report';
import { FakeClock } from '#time/fake-clock';

/** An endpoint that is in the state that a test says. */
class Fake implements Endpoint {
  readonly address: Address;
  readonly key: string;
  readonly #changed: (endpoint: Endpoint) => void;
  state: ConnectivityState = 'IDLE';
  transport = undefined;
  lastError: Error | undefined;

  constructor(address: Address, changed: (endpoint: Endpoint) => void) {
    this.address = address;
    this.key = addressKey(address);
    this.#changed = changed;
  }

  become(state: ConnectivityState): void {
    this.state = state;
    this.#changed(this);
  }

  connect(): void {
    if (this.state === 'IDLE') this.become('CONNECTING');
  }

  shutdown(): void {
    this.state = 'SHUTDOWN';
  }

  toString(): string {
    return String((this.address as { port: number }).port);
  }
}

class World {
  readonly clock = new FakeClock();
  readonly chance: Random;
  readonly endpoints = new Map<number, Fake>();
  readonly balancer: LoadBalancer;
  state = '';
  resolutions = 0;
  picker: Picker = { pick: () => undefined };

  constructor(policy: string | LoadBalancerFactory, config: object = {}, seed = 1) {
    this.chance = new Random(seed);
    const helper: BalancerHelper = {
      createSubchannel: (address, changed) => {
        const endpoint = new Fake(address, changed);
        this.endpoints.set((address as { port: number }).port, endpoint);
        return endpoint;
      },
      update: (state, picker) => {
        this.state = state;
        this.picker = picker;
      },
      resolveAgain: () => {
        this.resolutions++;
      },
      random: () => this.chance.next(),
      now: () => this.clock.now(),
      setTimer: (callback, ms) => this.clock.setTimer(callback, ms),
    };
    const name = typeof policy === 'string' ? policy : 'own';
    const own: Record<string, LoadBalancerFactory> =
      typeof policy === 'string' ? {} : { own: policy };
    const policies = new PolicySet({ ...POLICIES, ...own });
    policies.check(name, config as never);
    this.balancer = policies.create(name, config as never, helper);
  }

  /** These addresses, connected. */
  up(...ports: number[]): this {
    this.balancer.addresses(ports.map((port) => ({ host: 'h', port })));
    for (const port of ports) {
      if (this.endpoints.get(port)!.state === 'CONNECTING')
        this.endpoints.get(port)!.become('READY');
    }
    return this;
  }

  /** A call, and how to end it; `-` if it waits, or what it ends with. */
  call(): { at: string; ended: CallEnded } {
    const picked = this.picker.pick();
    const nothing = () => {};
    if (picked === undefined) return { at: '-', ended: nothing };
    if (picked instanceof GrpcError) return { at: picked.details, ended: nothing };
    if (!('started' in picked)) return { at: String(picked), ended: nothing };
    return { at: String(picked.endpoint), ended: picked.started() };
  }

  /** So many calls, each over at once. */
  share(times: number, statusOf: (at: string) => StatusObject = () => OK): Record<string, number> {
    const counts: Record<string, number> = {};
    for (let i = 0; i < times; i++) {
      const { at, ended } = this.call();
      counts[at] = (counts[at] ?? 0) + 1;
      ended(statusOf(at));
    }
    return counts;
  }
}

const failed: StatusObject = { code: Status.UNAVAILABLE, details: '' };

describe('what all that spread have in common', () => {
  it.each(['round_robin', 'least_request_experimental', 'weighted_round_robin'])(
    '%s leaves out what is not READY, and uses it again',
    (policy) => {
      const world = new World(policy).up(1, 2, 3);
      world.endpoints.get(2)!.become('TRANSIENT_FAILURE');
      expect(Object.keys(world.share(50)).sort()).toEqual(['1', '3']);
      expect(world.resolutions).toBe(1);
      world.endpoints.get(2)!.become('READY');
      expect(Object.keys(world.share(50)).sort()).toEqual(['1', '2', '3']);
    },
  );

  it('a part that has failed does not make the channel CONNECTING again', () => {
    const world = new World('round_robin').up(1, 2);
    for (const port of [1, 2]) world.endpoints.get(port)!.become('TRANSIENT_FAILURE');
    expect(world.state).toBe('TRANSIENT_FAILURE');
    world.endpoints.get(1)!.become('IDLE');
    expect(world.endpoints.get(1)!.state).toBe('CONNECTING');
    expect(world.state).toBe('TRANSIENT_FAILURE');
    expect(world.call().at).toContain('no connection to');
    // Another address, which has never failed, is worth waiting for.
    world.balancer.addresses([{ host: 'h', port: 3 }]);
    expect(world.state).toBe('CONNECTING');
    expect(world.call().at).toBe('-');
  });

  it('who is dropped is not heard any more', () => {
    const world = new World('round_robin').up(1, 2);
    const [dropped] = [world.endpoints.get(1)!];
    world.up(2);
    dropped.become('READY');
    expect(world.share(3)).toEqual({ 2: 3 });
  });
});

describe('least_request_experimental', () => {
  it('of two, the one with fewer calls under way', () => {
    const world = new World('least_request_experimental').up(1, 2);
    const first = world.call();
    const others = Array.from({ length: 5 }, () => world.call());
    expect(others[0]!.at).not.toBe(first.at);
    const at = [first, ...others].map((call) => call.at);
    expect(at.filter((one) => one === '1')).toHaveLength(3);
    for (const { at: one, ended } of others) if (one === '1') ended(OK);
    if (first.at === '1') first.ended(OK);
    // Server 2 has three, 1 has none: the next three go to 1.
    expect(Array.from({ length: 3 }, () => world.call().at)).toEqual(['1', '1', '1']);
  });

  it('counts a call off once, however it ends, and counts on when the picker is new', () => {
    const world = new World('least_request_experimental').up(1, 2);
    const calls = Array.from({ length: 4 }, () => world.call());
    const stuck = calls.filter(({ at }) => at === '1');
    for (const call of calls) if (call.at === '2') for (const end of [failed, OK]) call.ended(end);
    world.up(1, 2);
    world.endpoints.get(1)!.become('IDLE');
    world.endpoints.get(1)!.become('READY');
    expect(stuck).toHaveLength(2);
    expect([world.call().at, world.call().at]).toEqual(['2', '2']);
  });

  it.each([1, 0, 1.5, '2', null])('choiceCount %s is refused', (choiceCount) => {
    expect(() => new World('least_request_experimental', { choiceCount })).toThrow(RangeError);
  });

  it('compares MAX_CHOICES servers at most, whatever the config says', () => {
    const world = new World('least_request_experimental', { choiceCount: 1_000_000 });
    world.up(...Array.from({ length: 50 }, (_, i) => i));
    let asked = 0;
    const { next } = world.chance;
    world.chance.next = () => {
      asked++;
      return next.call(world.chance);
    };
    world.call();
    expect(asked).toBe(MAX_CHOICES);
  });

  it('least loaded looks at all, and begins with another one each time', () => {
    const world = new World(leastLoadedPolicy).up(1, 2, 3, 4);
    const first = Array.from({ length: 4 }, () => world.call());
    expect(new Set(first.map(({ at }) => at)).size).toBe(4);
    first[2]!.ended(OK);
    expect(world.call().at).toBe(first[2]!.at);
    expect(Object.keys(new World(leastLoadedPolicy).up(1, 2, 3).share(60)).sort()).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  it('random: each about as often', () => {
    const counts = new World(randomPolicy).up(1, 2, 3).share(3_000);
    // Five standard deviations of 3000 × 1/3.
    for (const count of Object.values(counts)) expect(Math.abs(count - 1_000)).toBeLessThan(130);
  });
});

describe('weighted_round_robin', () => {
  const reports = (load: Record<string, Partial<OrcaLoadReport>>) => (at: string) => {
    const metadata = new Metadata();
    metadata.set(LOAD_REPORT, OrcaLoadReport.encode(OrcaLoadReport.create(load[at] ?? {})));
    return { code: Status.OK, details: '', metadata } as StatusObject;
  };
  const half = reports({
    1: { rpsFractional: 100, applicationUtilization: 0.5 },
    2: { rpsFractional: 100, cpuUtilization: 0.25 },
  });

  it('is in proportion to what servers say, from the end of the blackout on', () => {
    const world = new World('weighted_round_robin').up(1, 2);
    const before = world.share(100, half);
    expect(before[1]! - before[2]!).toBeLessThanOrEqual(1);
    world.clock.advance(9_999);
    expect(Math.abs(world.share(100, half)[1]! - 50)).toBeLessThanOrEqual(1);
    world.clock.advance(1_001);
    const after = world.share(300, half);
    expect(Math.abs(after[2]! - 200)).toBeLessThanOrEqual(1);
    world.clock.advance(180_000);
    expect(Math.abs(world.share(100)[1]! - 50)).toBeLessThanOrEqual(1);
  });

  it('who says nothing counts as the mean of the others', () => {
    const world = new World('weighted_round_robin', { blackoutPeriod: '0s' }).up(1, 2, 3);
    world.share(9, half);
    world.clock.advance(1_000);
    // Weights 200, 400, and their mean: 300.
    const after = world.share(900, half);
    for (const [at, count] of [
      ['1', 200],
      ['2', 400],
      ['3', 300],
    ] as const) {
      expect(Math.abs(after[at]! - count)).toBeLessThanOrEqual(2);
    }
  });

  it('errors cost weight, and half a report changes nothing', () => {
    const weight = new EndpointWeight({ blackoutMs: 0, expirationMs: 100, errorPenalty: 1 });
    const report = (load: Partial<OrcaLoadReport>) => weight.report(OrcaLoadReport.create(load), 0);
    report({ rpsFractional: 10, applicationUtilization: 0.5, eps: 5 });
    expect(weight.at(0)).toBe(10);
    for (const load of [
      { rpsFractional: 10 },
      { cpuUtilization: 1 },
      { rpsFractional: Number.NaN, cpuUtilization: 1 },
      { rpsFractional: 1, cpuUtilization: Number.POSITIVE_INFINITY },
      { rpsFractional: -1, cpuUtilization: -1 },
    ]) {
      report(load);
    }
    expect(weight.at(99)).toBe(10);
    expect(weight.at(100)).toBe(0);
  });

  it('bytes that are no report are none', () => {
    const metadata = new Metadata();
    metadata.set(LOAD_REPORT, Uint8Array.of(0x09, 0x01));
    expect(loadReportIn({ code: Status.OK, details: '', metadata })).toBeUndefined();
    expect(loadReportIn(OK)).toBeUndefined();
  });

  it.each([
    { blackoutPeriod: 3 },
    { weightUpdatePeriod: '-1s' },
    { errorUtilizationPenalty: -1 },
    { enableOobLoadReport: true },
  ])('%o is refused', (config) => {
    expect(() => new World('weighted_round_robin', config)).toThrow(RangeError);
  });

  it('makes no schedule within MIN_WEIGHT_UPDATE_MS, whatever the config says', () => {
    const world = new World('weighted_round_robin', { weightUpdatePeriod: '0s' }).up(1, 2, 3);
    let asked = 0;
    const { next } = world.chance;
    world.chance.next = () => {
      asked++;
      return next.call(world.chance);
    };
    world.share(100);
    world.clock.advance(MIN_WEIGHT_UPDATE_MS - 1);
    world.share(100);
    expect(asked).toBe(0);
    world.clock.advance(1);
    world.share(100);
    expect(asked).toBe(3);
  });

  it('mixes evenly', () => {
    const schedule = new EarliestFirst([2, 1], () => 0);
    expect(Array.from({ length: 6 }, () => schedule.next()).join('')).toBe('010010');
  });
});

describe('outlier_detection', () => {
  const config = (more: object = {}) => ({
    interval: '10s',
    baseEjectionTime: '30s',
    maxEjectionPercent: 50,
    failurePercentageEjection: { threshold: 50, minimumHosts: 3, requestVolume: 5 },
    childPolicy: [{ unheard_of: {} }, { round_robin: {} }],
    ...more,
  });
  const two = (at: string) => (at === '2' ? failed : OK);

  it('ejects, lets in again, and ejects for longer', () => {
    const world = new World('outlier_detection', config()).up(1, 2, 3);
    const seen: string[] = [];
    const look = (ms: number) => {
      world.clock.advance(ms);
      seen.push(Object.keys(world.share(30, two)).join(''));
    };
    look(9_999);
    look(1);
    look(29_999);
    look(1);
    look(10_000);
    look(59_999);
    look(1);
    expect(seen).toEqual(
      ['123', '13', '13', '123', '13', '13', '123'].map((s) =>
        expect.stringMatching(new RegExp(`^[${s}]{${s.length}}$`)),
      ),
    );
    expect(world.endpoints.get(2)!.state).toBe('READY');
  });

  it('a server that was good for an interval is out for a shorter time', () => {
    const world = new World('outlier_detection', config()).up(1, 2, 3);
    world.share(30, two);
    world.clock.advance(10_000);
    world.clock.advance(30_000);
    world.share(30);
    world.clock.advance(10_000);
    world.share(30, two);
    world.clock.advance(10_000);
    expect(world.share(10)).not.toHaveProperty('2');
    world.clock.advance(30_000);
    expect(world.share(10)).toHaveProperty('2');
  });

  it('never more than maxEjectionPercent, and one at least', () => {
    for (const [maxEjectionPercent, left] of [
      [0, 3],
      [10, 3],
      [50, 2],
      [100, 0],
    ] as const) {
      const world = new World('outlier_detection', config({ maxEjectionPercent })).up(1, 2, 3, 4);
      world.share(40, () => failed);
      world.clock.advance(10_000);
      const ready = Object.keys(world.share(20)).filter((at) => /^\d$/.test(at));
      expect(ready).toHaveLength(left);
      if (left === 0) expect(world.call().at).toContain('left out');
    }
  });

  it('too few calls, and too few servers, say nothing', () => {
    const few = new World('outlier_detection', config()).up(1, 2, 3);
    few.share(12, two);
    few.clock.advance(10_000);
    expect(few.share(9)).toEqual({ 1: 3, 2: 3, 3: 3 });
    const small = new World('outlier_detection', config()).up(1, 2);
    small.share(30, two);
    small.clock.advance(10_000);
    expect(small.share(8)).toEqual({ 1: 4, 2: 4 });
  });

  it('exactly the threshold is not too many', () => {
    for (const [fails, out] of [
      [5, false],
      [6, true],
    ] as const) {
      const world = new World('outlier_detection', config()).up(1, 2, 3);
      let count = 0;
      world.share(30, (at) => (at === '2' && count++ < fails ? failed : OK));
      world.clock.advance(10_000);
      expect('2' in world.share(9)).toBe(!out);
    }
  });

  it('success rate: against the mean of all', () => {
    const world = new World('outlier_detection', {
      interval: '1s',
      childPolicy: [{ round_robin: {} }],
      successRateEjection: { requestVolume: 10, minimumHosts: 5, stdevFactor: 1_000 },
    }).up(1, 2, 3, 4, 5);
    world.share(100, two);
    world.clock.advance(1_000);
    expect(world.share(8)).toEqual({ 1: 2, 3: 2, 4: 2, 5: 2 });
  });

  it('enforcement is a chance', () => {
    const ejection = { threshold: 50, minimumHosts: 3, requestVolume: 5, enforcementPercentage: 0 };
    const world = new World(
      'outlier_detection',
      config({ failurePercentageEjection: ejection }),
    ).up(1, 2, 3);
    world.share(30, two);
    world.clock.advance(10_000);
    expect(world.share(9)).toHaveProperty('2');
  });

  it('a call that looked for another connection is not counted', () => {
    const world = new World('outlier_detection', config()).up(1, 2, 3);
    for (let i = 0; i < 30; i++) world.call().ended(undefined);
    world.clock.advance(10_000);
    expect(Object.keys(world.share(9))).toHaveLength(3);
  });

  it('stands around least_request, whose count it leaves alone', () => {
    const world = new World(
      'outlier_detection',
      config({ childPolicy: [{ least_request_experimental: {} }] }),
    ).up(1, 2);
    const first = world.call();
    expect([world.call().at, first.at].sort()).toEqual(['1', '2']);
    first.ended(OK);
    expect(world.call().at).toBe(first.at);
  });

  it('while it is out its connection may break; let in again, it connects', () => {
    const world = new World('outlier_detection', config()).up(1, 2, 3);
    world.share(30, two);
    world.clock.advance(10_000);
    world.endpoints.get(2)!.become('IDLE');
    world.clock.advance(30_000);
    expect(world.endpoints.get(2)!.state).toBe('CONNECTING');
    world.endpoints.get(2)!.become('READY');
    expect(world.share(9)).toEqual({ 1: 3, 2: 3, 3: 3 });
  });

  it('an address that goes takes what is known of it along; no timer is left behind', () => {
    const world = new World('outlier_detection', config()).up(1, 2, 3);
    world.share(30, two);
    world.clock.advance(10_000);
    world.up(1, 3);
    world.up(1, 2, 3);
    expect(world.share(9)).toHaveProperty('2');
    world.balancer.shutdown();
    expect(world.clock.pending).toBe(0);
  });

  it('without a rule it counts nothing, and sets no timer', () => {
    const world = new World('outlier_detection', { childPolicy: [{ round_robin: {} }] }).up(1, 2);
    world.share(10, () => failed);
    expect(world.clock.pending).toBe(0);
  });

  it.each([
    [{}],
    [{ childPolicy: [{ unheard_of: {} }] }],
    [config({ interval: '0s' })],
    [config({ maxEjectionPercent: 101 })],
    [config({ failurePercentageEjection: { threshold: -1 } })],
    [config({ successRateEjection: { minimumHosts: 1.5 } })],
    [config({ successRateEjection: 7 })],
    [config({ childPolicy: [{ least_request_experimental: { choiceCount: 1 } }] })],
  ])('%o is refused, with the service config that has it', (wrong) => {
    const json = { loadBalancingConfig: [{ outlier_detection: wrong }] };
    expect(() => new ServiceConfig(json, new PolicySet(POLICIES))).toThrow(RangeError);
  });
});
