import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { type BalancerHelper, type LoadBalancer, QUEUE } from './load-balancer.ts';
import type { Subchannel } from './subchannel.ts';
import { type Address, addressText } from './target.ts';

/**
 * `pick_first`: tries the addresses in order and keeps to the first that answers. The default. All
 * calls of a channel go to one server.
 */
export class PickFirst implements LoadBalancer {
  readonly #helper: BalancerHelper;
  #addresses: readonly Address[] = [];
  /** Empty while nothing was asked of us. */
  #subchannels: Subchannel[] = [];
  /** The one being tried. */
  #trying = 0;
  #selected: Subchannel | undefined;
  /** All have failed since the last success: calls fail until one stands. */
  #failing = false;

  constructor(helper: BalancerHelper) {
    this.#helper = helper;
  }

  addresses(addresses: readonly Address[]): void {
    this.#addresses = addresses;
    const kept = addresses.some((address) => addressText(address) === String(this.#selected));
    if (kept) return;
    const active = this.#subchannels.length > 0;
    this.#drop();
    if (active) this.#begin();
    else this.#helper.update('IDLE', QUEUE);
  }

  exitIdle(): void {
    if (this.#subchannels.length === 0) this.#begin();
  }

  resetBackoff(): void {
    for (const subchannel of this.#subchannels) subchannel.resetBackoff();
  }

  shutdown(): void {
    this.#drop();
  }

  #begin(): void {
    this.#trying = 0;
    this.#subchannels = this.#addresses.map((address) =>
      this.#helper.createSubchannel(address, (subchannel) => this.#changed(subchannel)),
    );
    if (this.#failing) {
      for (const subchannel of this.#subchannels) subchannel.connect();
    } else {
      this.#helper.update('CONNECTING', QUEUE);
      this.#subchannels[0]?.connect();
    }
  }

  #changed(subchannel: Subchannel): void {
    if (!this.#subchannels.includes(subchannel)) return;
    switch (subchannel.state) {
      case 'READY':
        this.#select(subchannel);
        break;
      case 'TRANSIENT_FAILURE':
        this.#next(subchannel);
        break;
      case 'IDLE':
        if (subchannel === this.#selected) this.#lost();
        // Its wait is over.
        else if (this.#failing) subchannel.connect();
    }
  }

  #select(subchannel: Subchannel): void {
    this.#selected = subchannel;
    this.#failing = false;
    this.#trying = 0;
    this.#helper.update('READY', { pick: () => subchannel });
    // The others may still be trying; they are made anew when they are needed.
    for (const other of this.#subchannels) if (other !== subchannel) other.shutdown();
    this.#subchannels = [subchannel];
  }

  #next(failed: Subchannel): void {
    if (this.#selected) return;
    if (!this.#failing && failed === this.#subchannels[this.#trying]) {
      const next = this.#subchannels[++this.#trying];
      next?.connect();
      if (next) return;
      this.#failing = true;
      this.#trying = 0;
      this.#helper.resolveAgain();
    }
    if (!this.#failing) return;
    const error = unavailable(failed);
    this.#helper.update('TRANSIENT_FAILURE', { pick: () => error });
  }

  /** The connection ended. There is no hurry to have another before a call wants it. */
  #lost(): void {
    this.#drop();
    this.#helper.resolveAgain();
    this.#helper.update('IDLE', QUEUE);
  }

  #drop(): void {
    this.#selected = undefined;
    this.#trying = 0;
    for (const subchannel of this.#subchannels) subchannel.shutdown();
    this.#subchannels = [];
  }
}

export function unavailable(failed: Subchannel): GrpcError {
  const details = `no connection to ${failed}: ${failed.lastError?.message ?? 'it failed'}`;
  return new GrpcError(Status.UNAVAILABLE, details);
}
