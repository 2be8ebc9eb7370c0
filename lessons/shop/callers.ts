import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';

/** Calls that ended well, and the codes of those that did not. */
export interface Tally {
  ok: number;
  lost: string[];
}

/** A call: `OK`, or the name of its code. */
export type Call = () => Promise<string>;

/** Callers of several kinds, who call all the time, and how each of their calls ended. */
export class Callers<Kind extends string> {
  readonly tally: Record<Kind, Tally>;
  readonly #pauseMs: number;
  readonly #running = new Set<Promise<void>>();
  readonly #close: (() => unknown)[] = [];
  readonly #stopped = new Set<Kind>();
  readonly #waiting = new Set<() => void>();
  readonly #underWay = new Set<Promise<string>>();

  /** @param pauseMs between two calls of a caller */
  constructor(kinds: readonly Kind[], pauseMs = 0) {
    const empty = kinds.map((kind): [Kind, Tally] => [kind, { ok: 0, lost: [] }]);
    this.tally = Object.fromEntries(empty) as Record<Kind, Tally>;
    this.#pauseMs = pauseMs;
  }

  /**
   * One more caller: it calls, one call after the other, and never tries again.
   * @param close what to do when nobody calls any more
   */
  begin(kind: Kind, call: Call, close: () => unknown = () => {}): void {
    this.#close.push(close);
    this.#running.add(this.#call(kind, call));
  }

  /** Resolves when so many more calls have ended, of all or of this kind. */
  more(count: number, kind?: Kind): Promise<void> {
    const ended = () => countOf(kind ? { [kind]: this.tally[kind] } : this.tally);
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
  end(kind: Kind): void {
    this.#stopped.add(kind);
  }

  /** No call begins any more; resolves when the last one has ended. */
  async stop(): Promise<void> {
    for (const kind of Object.keys(this.tally) as Kind[]) this.#stopped.add(kind);
    await Promise.all(this.#running);
    for (const close of this.#close.splice(0)) await close();
  }

  async #call(kind: Kind, call: Call): Promise<void> {
    const tally = this.tally[kind];
    while (!this.#stopped.has(kind)) {
      const underWay = call();
      this.#underWay.add(underWay);
      const end = await underWay;
      this.#underWay.delete(underWay);
      if (end === 'OK') tally.ok++;
      else tally.lost.push(end);
      for (const look of this.#waiting) look();
      if (this.#pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#pauseMs));
    }
  }
}

export function countOf(tally: Readonly<Record<string, Tally>>): number {
  return Object.values(tally).reduce((sum, { ok, lost }) => sum + ok + lost.length, 0);
}

export function lostOf(tally: Readonly<Record<string, Tally>>): number {
  return Object.values(tally).reduce((sum, { lost }) => sum + lost.length, 0);
}

/** A client of ours that asks for one order, on a channel of its own. */
export function openShop(target: string, timeoutMs: number, options: ChannelOptions = {}) {
  const channel = new Channel(target, options);
  const shop = createClient(OrderManagementDefinition, channel, { defaults: { timeoutMs } });
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

/** The same, with a channel for each call, to where one is sent at that moment. */
export function callAnew(targetNow: () => string, timeoutMs: number): Call {
  return async () => {
    const once = openShop(targetNow(), timeoutMs);
    try {
      return await once.call();
    } finally {
      await once.close();
    }
  };
}
