import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { type SliceSource, watchNames } from './watch-names.ts';

/** Who calls, and by what it finds the pods. */
export const CALLERS = ['anew', 'stays', 'headless'] as const;
export type Caller = (typeof CALLERS)[number];

export interface Tally {
  ok: number;
  /** The codes of calls that did not end well. */
  lost: string[];
}

const AT_ONCE: Record<Caller, number> = { anew: 4, stays: 12, headless: 4 };
const WAIT_MS = 30_000;
/** Between two calls of a caller. */
const PAUSE_MS = 40;

/** Calls all the time, each caller one after the other; nobody tries again. */
export class Load {
  readonly tally: Record<Caller, Tally> = {
    anew: { ok: 0, lost: [] },
    stays: { ok: 0, lost: [] },
    headless: { ok: 0, lost: [] },
  };
  readonly #running = new Set<Promise<void>>();
  readonly #close: (() => Promise<void>)[] = [];
  readonly #stopped = new Set<Caller>();
  readonly #waiting = new Set<() => void>();
  readonly #underWay = new Set<Promise<string>>();

  /**
   * @param service the port of the Service's one address
   * @param names where the resolver of `headless` watches
   */
  constructor(service: number, names: SliceSource) {
    const address = `ipv4:127.0.0.1:${service}`;
    for (let i = 0; i < AT_ONCE.anew; i++) {
      this.#begin('anew', async () => {
        const once = open(address);
        try {
          return await once.call();
        } finally {
          await once.close();
        }
      });
    }
    for (let i = 0; i < AT_ONCE.stays; i++) this.#begin('stays', this.#keep(open(address)));
    const headless = open('pods:orders', {
      resolvers: { pods: watchNames(names) },
      serviceConfig: { loadBalancingConfig: [{ round_robin: {} }] },
    });
    for (let i = 0; i < AT_ONCE.headless; i++) this.#begin('headless', headless.call);
    this.#close.push(headless.close);
  }

  /** Resolves when so many more calls have ended, of all or of these. */
  more(count: number, caller?: Caller): Promise<void> {
    const ended = () => countOf(caller ? { [caller]: this.tally[caller] } : this.tally);
    const until = ended() + count;
    return new Promise((resolve) => {
      const look = () => {
        if (ended() < until) return;
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

  /** No call of these begins any more. */
  end(caller: Caller): void {
    this.#stopped.add(caller);
  }

  /** No call begins any more; resolves when the last one has ended. */
  async stop(): Promise<void> {
    for (const caller of CALLERS) this.#stopped.add(caller);
    await Promise.all(this.#running);
    for (const close of this.#close.splice(0)) await close();
  }

  #keep(opened: ReturnType<typeof open>) {
    this.#close.push(opened.close);
    return opened.call;
  }

  #begin(caller: Caller, call: () => Promise<string>): void {
    const again = async () => {
      while (!this.#stopped.has(caller)) {
        const underWay = call();
        this.#underWay.add(underWay);
        const end = await underWay;
        this.#underWay.delete(underWay);
        const tally = this.tally[caller];
        if (end === 'OK') tally.ok++;
        else tally.lost.push(end);
        for (const look of this.#waiting) look();
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    };
    this.#running.add(again());
  }
}

export function countOf(tally: Partial<Record<Caller, Tally>>): number {
  return Object.values(tally).reduce((sum, { ok, lost }) => sum + ok + lost.length, 0);
}

export function lostOf(tally: Record<Caller, Tally>): number {
  return Object.values(tally).reduce((sum, { lost }) => sum + lost.length, 0);
}

function open(target: string, options: ChannelOptions = {}) {
  const channel = new Channel(target, options);
  const shop = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: WAIT_MS },
  });
  return {
    async call(): Promise<string> {
      try {
        await shop.getOrder({ value: '101' });
        return 'OK';
      } catch (error) {
        if (!(error instanceof GrpcError)) throw error;
        return statusName(error.code);
      }
    },
    close: () => channel.close(),
  };
}
