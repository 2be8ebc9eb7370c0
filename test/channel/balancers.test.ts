import { describe, expect, it } from 'vitest';
import { interleave } from '#channel/balancing/interleave';
import type { LoadBalancer, Picker } from '#channel/balancing/load-balancer';
import { PickFirst } from '#channel/balancing/pick-first';
import { RoundRobin } from '#channel/balancing/round-robin';
import { ClientTransport } from '#channel/connections/client-transport';
import { Subchannel, type TransportEvents } from '#channel/connections/subchannel';
import { CONNECTION_ATTEMPT_DELAY_MS } from '#channel/limits';
import { GrpcError } from '#grpc/grpc-error';
import type { Http2Connection } from '#http2/connection';
import { FakeClock } from '#time/fake-clock';

const http2 = {
  availableStreams: 1,
  openStreams: 0,
  shutdown() {},
  abort() {},
} as unknown as Http2Connection;

/** Servers that are up or down as the test says, and a policy over them. */
class World {
  readonly clock = new FakeClock();
  readonly up = new Set<number>();
  readonly connections = new Map<number, TransportEvents>();
  /** Neither up nor down: they say nothing. */
  readonly silent = new Map<number, () => void>();
  readonly dialled: number[] = [];
  readonly givenUp: number[] = [];
  state = '';
  states: string[] = [];
  resolutions = 0;
  picker: Picker = { pick: () => undefined };
  readonly balancer: LoadBalancer;

  constructor(Policy: typeof PickFirst | typeof RoundRobin) {
    this.balancer = new Policy({
      createSubchannel: (address, changed) =>
        new Subchannel(
          address,
          {
            clock: this.clock,
            random: () => 0.5,
            backoff: {},
            keepaliveMs: undefined,
            dial: async (address, _keepalive, events, signal) => {
              const port = 'port' in address ? address.port : 0;
              this.dialled.push(port);
              await null;
              if (this.silent.has(port)) {
                await new Promise<void>((resolve, reject) => {
                  this.silent.set(port, resolve);
                  signal.addEventListener('abort', () => {
                    this.givenUp.push(port);
                    reject(signal.reason);
                  });
                });
              }
              if (!this.up.has(port)) throw new Error(`${port} is down`);
              this.connections.set(port, events);
              return new ClientTransport(http2);
            },
          },
          changed,
        ),
      update: (state, picker) => {
        this.state = state;
        if (this.states.at(-1) !== state) this.states.push(state);
        this.picker = picker;
      },
      resolveAgain: () => {
        this.resolutions++;
      },
      random: () => 0,
      now: () => this.clock.now(),
      setTimer: (callback, ms) => this.clock.setTimer(callback, ms),
    });
  }

  resolve(...ports: number[]) {
    this.balancer.addresses(ports.map((port) => ({ host: 'h', port })));
    return this.settle();
  }

  async wait(milliseconds: number) {
    this.clock.advance(milliseconds);
    await this.settle();
  }

  async settle() {
    for (let i = 0; i < 20; i++) await null;
  }

  pick(): string {
    const picked = this.picker.pick();
    if (picked instanceof GrpcError) return picked.details;
    return picked ? String(picked) : 'wait';
  }

  picks(count: number): string[] {
    return Array.from({ length: count }, () => this.pick());
  }

  async lose(port: number) {
    this.up.delete(port);
    this.connections.get(port)?.closed();
    await this.settle();
  }
}

describe('pick_first', () => {
  it('connects to nobody before it is asked', async () => {
    const world = new World(PickFirst);
    await world.resolve(1, 2);
    expect(world.dialled).toEqual([]);
    expect(world.state).toBe('IDLE');
  });

  it('takes the first that answers, and keeps to it', async () => {
    const world = new World(PickFirst);
    world.up.add(2).add(3);
    await world.resolve(1, 2, 3);
    world.balancer.exitIdle();
    await world.settle();
    expect(world.dialled).toEqual([1, 2]);
    expect(world.picks(3)).toEqual(['h:2', 'h:2', 'h:2']);
    await world.resolve(3, 2);
    expect(world.pick()).toBe('h:2');
    expect(world.states).toEqual(['IDLE', 'CONNECTING', 'READY']);
  });

  it('fails calls when all have failed, asks the resolver, and recovers by itself', async () => {
    const world = new World(PickFirst);
    await world.resolve(1, 2);
    world.balancer.exitIdle();
    await world.settle();
    expect(world.state).toBe('TRANSIENT_FAILURE');
    expect(world.pick()).toContain('2 is down');
    expect(world.resolutions).toBe(1);
    world.up.add(1);
    await world.wait(1100);
    expect(world.pick()).toBe('h:1');
    expect(world.states).toEqual(['IDLE', 'CONNECTING', 'TRANSIENT_FAILURE', 'READY']);
  });

  it('goes idle when it loses its connection, and then tries all again', async () => {
    const world = new World(PickFirst);
    world.up.add(1).add(2);
    await world.resolve(1, 2);
    world.balancer.exitIdle();
    await world.settle();
    await world.lose(1);
    expect(world.state).toBe('IDLE');
    expect(world.pick()).toBe('wait');
    world.balancer.exitIdle();
    await world.settle();
    expect(world.pick()).toBe('h:2');
  });

  it('moves when its address is gone from the list', async () => {
    const world = new World(PickFirst);
    world.up.add(1).add(2);
    await world.resolve(1);
    world.balancer.exitIdle();
    await world.settle();
    await world.resolve(2);
    expect(world.pick()).toBe('h:2');
  });

  it('new addresses are tried at once even while it is failing', async () => {
    const world = new World(PickFirst);
    world.up.add(3);
    await world.resolve(1);
    world.balancer.exitIdle();
    await world.settle();
    await world.resolve(2, 3);
    expect(world.pick()).toBe('h:3');
  });
});

describe('pick_first with addresses that say nothing (RFC 8305)', () => {
  async function silence(...ports: number[]) {
    const world = new World(PickFirst);
    for (const port of ports) world.silent.set(port, () => {});
    await world.resolve(1, 2, 3);
    world.balancer.exitIdle();
    await world.settle();
    return world;
  }

  it('tries the next one 250 ms later, and the one that answers first wins', async () => {
    const world = await silence(1, 3);
    world.up.add(2);
    await world.wait(CONNECTION_ATTEMPT_DELAY_MS - 1);
    expect(world.dialled).toEqual([1]);
    expect(world.pick()).toBe('wait');
    await world.wait(1);
    expect(world.dialled).toEqual([1, 2]);
    expect(world.pick()).toBe('h:2');
    expect(world.givenUp).toEqual([1]);
    await world.wait(10_000);
    expect(world.dialled).toEqual([1, 2]);
    expect(world.states).toEqual(['IDLE', 'CONNECTING', 'READY']);
  });

  it('the slow one may still win', async () => {
    const world = await silence(1, 2, 3);
    world.up.add(1);
    await world.wait(500);
    expect(world.dialled).toEqual([1, 2, 3]);
    world.silent.get(1)?.();
    await world.settle();
    expect(world.pick()).toBe('h:1');
    expect(world.givenUp).toEqual([2, 3]);
  });

  it('does not wait if the newest try fails, and then waits anew', async () => {
    const world = await silence(1, 3);
    await world.wait(CONNECTION_ATTEMPT_DELAY_MS);
    expect(world.dialled).toEqual([1, 2, 3]);
    const other = await silence(2);
    expect(other.dialled).toEqual([1, 2]);
    await other.wait(CONNECTION_ATTEMPT_DELAY_MS - 1);
    expect(other.dialled).toEqual([1, 2]);
    await other.wait(1);
    expect(other.dialled).toEqual([1, 2, 3]);
  });

  it('has failed when the last one has, and then tries those again whose wait is over', async () => {
    const world = await silence(2);
    await world.wait(2000);
    expect(world.dialled).toEqual([1, 2, 3]);
    expect(world.state).toBe('CONNECTING');
    world.up.add(3);
    await world.wait(18_000);
    expect(world.givenUp).toEqual([2]);
    expect(world.resolutions).toBe(1);
    expect(world.dialled).toEqual([1, 2, 3, 1, 3]);
    expect(world.pick()).toBe('h:3');
    expect(world.states).toEqual(['IDLE', 'CONNECTING', 'TRANSIENT_FAILURE', 'READY']);
  });

  it('stops with its policy', async () => {
    const world = await silence(1, 2, 3);
    world.balancer.shutdown();
    await world.settle();
    expect(world.givenUp).toEqual([1]);
    expect(world.clock.pending).toBe(0);
  });

  it('takes the address families in turn', () => {
    const at = (host: string) => ({ host, port: 1 });
    const order = interleave(['::1', '::2', '::3', '10.0.0.1', '10.0.0.2'].map(at));
    const hosts = order.map((address) => ('host' in address ? address.host : address.path));
    expect(hosts).toEqual(['::1', '10.0.0.1', '::2', '10.0.0.2', '::3']);
    expect(interleave([])).toEqual([]);
  });
});

describe('round_robin', () => {
  it('goes round all that are up', async () => {
    const world = new World(RoundRobin);
    world.up.add(1).add(2).add(3);
    await world.resolve(1, 2, 3);
    expect(world.picks(6)).toEqual(['h:1', 'h:2', 'h:3', 'h:1', 'h:2', 'h:3']);
  });

  it('leaves out what is down, and takes it in when it is back', async () => {
    const world = new World(RoundRobin);
    world.up.add(1).add(3);
    await world.resolve(1, 2, 3);
    expect(new Set(world.picks(4))).toEqual(new Set(['h:1', 'h:3']));
    await world.lose(3);
    expect(new Set(world.picks(4))).toEqual(new Set(['h:1']));
    world.up.add(2).add(3);
    await world.wait(2000);
    expect(new Set(world.picks(6))).toEqual(new Set(['h:1', 'h:2', 'h:3']));
  });

  it('follows the resolver, and keeps connections that stay', async () => {
    const world = new World(RoundRobin);
    world.up.add(1).add(2).add(3);
    await world.resolve(1, 2);
    await world.resolve(2, 3, 3);
    expect(new Set(world.picks(4))).toEqual(new Set(['h:2', 'h:3']));
    expect(world.dialled).toEqual([1, 2, 3]);
  });

  it('fails when all have failed, until one stands', async () => {
    const world = new World(RoundRobin);
    await world.resolve(1, 2);
    expect(world.state).toBe('TRANSIENT_FAILURE');
    expect(world.pick()).toContain('is down');
    await world.wait(1100);
    expect(world.state).toBe('TRANSIENT_FAILURE');
    world.up.add(2);
    await world.wait(2000);
    expect(world.pick()).toBe('h:2');
  });
});

describe('a subchannel', () => {
  it('doubles its keepalive when it is told too_many_pings', async () => {
    const clock = new FakeClock();
    const asked: (number | undefined)[] = [];
    let events: TransportEvents | undefined;
    const subchannel = new Subchannel(
      { host: 'h', port: 1 },
      {
        clock,
        random: () => 0.5,
        backoff: {},
        keepaliveMs: 10_000,
        dial: async (_, keepaliveMs, given) => {
          asked.push(keepaliveMs);
          events = given;
          return new ClientTransport(http2);
        },
      },
      () => {},
    );
    for (let i = 0; i < 3; i++) {
      subchannel.connect();
      for (let j = 0; j < 10; j++) await null;
      events?.goingAway(i < 1);
    }
    expect(asked).toEqual([10_000, 20_000, 20_000]);
  });

  it('gives up an attempt to connect after twenty seconds', async () => {
    const clock = new FakeClock();
    const states: string[] = [];
    const subchannel = new Subchannel(
      { host: 'h', port: 1 },
      {
        clock,
        random: () => 0.5,
        backoff: {},
        keepaliveMs: undefined,
        dial: (_address, _keepalive, _events, signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
      },
      (changed) => states.push(changed.state),
    );
    subchannel.connect();
    clock.advance(19_999);
    for (let j = 0; j < 10; j++) await null;
    expect(states).toEqual(['CONNECTING']);
    clock.advance(1);
    for (let j = 0; j < 10; j++) await null;
    expect(states).toEqual(['CONNECTING', 'TRANSIENT_FAILURE']);
    expect(subchannel.lastError?.message).toBe('timed out');
  });
});
