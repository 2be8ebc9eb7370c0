import { credentials, type ServiceError, status } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { ecommerce } from '../shop/load.ts';
import type { Balancer } from './balancer.ts';

/** Who calls: with a connection that stays, of either stack, or with a new one for each call. */
export const CALLERS = ['grpc-js', 'ours', 'new each time'] as const;
export type Caller = (typeof CALLERS)[number];

/** Calls that ended well, and the codes of those that did not. */
export interface Tally {
  ok: number;
  lost: string[];
}

/** A call: `OK`, or the name of its code. */
type Call = () => Promise<string>;

const WAIT_MS = 60_000;
/** So many of each kind call at the same time. */
const AT_ONCE = 8;

/** Calls all the time until it is told to stop, and counts how each call ends. */
export class Load {
  readonly tally: Record<Caller, Tally> = {
    'grpc-js': { ok: 0, lost: [] },
    ours: { ok: 0, lost: [] },
    'new each time': { ok: 0, lost: [] },
  };
  readonly #callers: Promise<void>[] = [];
  readonly #close: (() => unknown)[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #underWay = new Set<Promise<string>>();
  #stopped = false;

  constructor(ports: readonly number[], balancer: Balancer) {
    const target = `ipv4:${ports.map((port) => `127.0.0.1:${port}`).join(',')}`;
    for (let i = 0; i < AT_ONCE; i++) {
      const [theirs, ours] = [grpcJsClient(target), ourClient(target)];
      this.#close.push(theirs.close, ours.close);
      this.#begin('grpc-js', theirs.call);
      this.#begin('ours', ours.call);
      this.#begin('new each time', async () => {
        const once = ourClient(`ipv4:127.0.0.1:${balancer.port}`);
        try {
          return await once.call();
        } finally {
          await once.close();
        }
      });
    }
  }

  get calls(): number {
    return Object.values(this.tally).reduce((sum, { ok, lost }) => sum + ok + lost.length, 0);
  }

  /** Resolves when so many more calls have ended. */
  more(count: number): Promise<void> {
    const until = this.calls + count;
    return new Promise((resolve) => {
      const look = () => {
        if (this.calls < until) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  /** Resolves when each call that is under way now has ended. */
  async round(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** No call begins any more; resolves when the last one has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#callers);
    for (const close of this.#close) await close();
  }

  #begin(caller: Caller, call: Call): void {
    const tally = this.tally[caller];
    const again = async () => {
      while (!this.#stopped) {
        const underWay = call();
        this.#underWay.add(underWay);
        const end = await underWay;
        this.#underWay.delete(underWay);
        if (end === 'OK') tally.ok++;
        else tally.lost.push(end);
        for (const look of this.#waiting) look();
      }
    };
    this.#callers.push(again());
  }
}

const ROUND_ROBIN = { loadBalancingConfig: [{ round_robin: {} }] };

function grpcJsClient(target: string) {
  const shop = new ecommerce.OrderManagement(target, credentials.createInsecure(), {
    'grpc.service_config': JSON.stringify(ROUND_ROBIN),
    'grpc.use_local_subchannel_pool': 1,
  });
  const call: Call = () =>
    new Promise((resolve) => {
      const done = (error: ServiceError | null) => resolve(error ? status[error.code]! : 'OK');
      shop.getOrder({ value: '101' }, { deadline: Date.now() + WAIT_MS }, done);
    });
  return { call, close: () => shop.close() };
}

function ourClient(target: string) {
  const channel = new Channel(target, { serviceConfig: ROUND_ROBIN });
  const shop = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: WAIT_MS },
  });
  const call: Call = async () => {
    try {
      await shop.getOrder({ value: '101' });
      return 'OK';
    } catch (error) {
      if (!(error instanceof GrpcError)) throw error;
      return statusName(error.code);
    }
  };
  return { call, close: () => channel.close() };
}
