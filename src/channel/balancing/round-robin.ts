import { type Address, addressKey } from '#channel/connections/address';
import type { Subchannel } from '#channel/connections/subchannel';
import type { BalancerHelper, LoadBalancer } from './load-balancer.ts';
import { QUEUE } from './load-balancer.ts';
import { unavailable } from './pick-first.ts';

/**
 * `round_robin`: it connects to every address and gives calls to each in turn. A connection that
 * fails is left out until it works again. With a headless service, or any name that resolves to all
 * of its servers, this is load balancing without a balancer.
 */
export class RoundRobin implements LoadBalancer {
  readonly #helper: BalancerHelper;
  #subchannels = new Map<string, Subchannel>();
  #lastFailed: Subchannel | undefined;
  #failing = false;
  #position: number;

  constructor(helper: BalancerHelper) {
    this.#helper = helper;
    // A thousand clients that start together should not all begin with the same server.
    this.#position = Math.floor(helper.random() * 2 ** 16);
  }

  addresses(addresses: readonly Address[]): void {
    const before = this.#subchannels;
    this.#subchannels = new Map();
    for (const address of addresses) {
      const key = addressKey(address);
      if (this.#subchannels.has(key)) continue;
      const subchannel =
        before.get(key) ??
        this.#helper.createSubchannel(address, (changed) => this.#changed(changed));
      before.delete(key);
      this.#subchannels.set(key, subchannel);
    }
    for (const gone of before.values()) gone.shutdown();
    for (const subchannel of this.#subchannels.values()) subchannel.connect();
    this.#update();
  }

  exitIdle(): void {
    for (const subchannel of this.#subchannels.values()) subchannel.connect();
  }

  shutdown(): void {
    for (const subchannel of this.#subchannels.values()) subchannel.shutdown();
    this.#subchannels.clear();
  }

  #changed(subchannel: Subchannel): void {
    if (this.#subchannels.get(subchannel.key) !== subchannel) return;
    if (subchannel.state === 'TRANSIENT_FAILURE') {
      this.#lastFailed = subchannel;
      this.#helper.resolveAgain();
    }
    if (subchannel.state === 'IDLE') {
      this.#helper.resolveAgain();
      subchannel.connect();
    } else this.#update();
  }

  #update(): void {
    const all = [...this.#subchannels.values()];
    const ready = all.filter((subchannel) => subchannel.state === 'READY');
    if (ready.length > 0) {
      this.#failing = false;
      this.#helper.update('READY', {
        pick: () => ready[this.#position++ % ready.length],
      });
      return;
    }
    // Once all have failed, the state stays until one connects: a new try is not yet better news.
    this.#failing ||= all.every((subchannel) => subchannel.state === 'TRANSIENT_FAILURE');
    if (this.#failing && this.#lastFailed) {
      const error = unavailable(this.#lastFailed);
      this.#helper.update('TRANSIENT_FAILURE', { pick: () => error });
    } else this.#helper.update('CONNECTING', QUEUE);
  }
}
