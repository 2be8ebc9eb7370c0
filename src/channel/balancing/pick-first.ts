import { type Address, addressKey } from '#channel/connections/address';
import type { Endpoint } from '#channel/connections/endpoint';
import { CONNECTION_ATTEMPT_DELAY_MS } from '#channel/limits';
import type { TimerHandle } from '#time/clock';
import { interleave } from './interleave.ts';
import { type BalancerHelper, type LoadBalancer, QUEUE } from './load-balancer.ts';
import { unavailable } from './unavailable.ts';

/**
 * `pick_first`: tries the addresses in order and keeps to the first that answers. The default. All
 * calls of a channel go to one server.
 *
 * "Happy eyeballs" (RFC 8305, gRPC A61): it tries the next address when one fails, and also when
 * one says nothing for a while. The silent one may still win.
 *
 * ```
 *   address 1  ●━━━━━━━━━━━━━━━━━━━━━━━━━━╌╌ ends: there is a winner
 *   address 2          ●━━━✗ refused     │
 *   address 3              ●━━━━━━━━━━━━━● connected
 *              ├ 250 ms ┤
 * ```
 */
export class PickFirst implements LoadBalancer {
  readonly #helper: BalancerHelper;
  #addresses: readonly Address[] = [];
  /** Empty until somebody asks for a connection. */
  #subchannels: Endpoint[] = [];
  /** How many have been tried, or are being tried. */
  #started = 0;
  readonly #failed = new Set<Endpoint>();
  /** Runs until it is the next one's turn. */
  #timer: TimerHandle | undefined;
  #selected: Endpoint | undefined;
  /** All have failed since the last success: calls fail until one connects. */
  #failing = false;

  constructor(helper: BalancerHelper) {
    this.#helper = helper;
  }

  addresses(addresses: readonly Address[]): void {
    this.#addresses = interleave(addresses);
    const kept = addresses.some((address) => addressKey(address) === this.#selected?.key);
    if (kept) return;
    const active = this.#subchannels.length > 0;
    this.#drop();
    if (active) this.#begin();
    else this.#helper.update('IDLE', QUEUE);
  }

  exitIdle(): void {
    if (this.#subchannels.length === 0) this.#begin();
  }

  shutdown(): void {
    this.#drop();
  }

  #begin(): void {
    this.#subchannels = this.#addresses.map((address) =>
      this.#helper.createSubchannel(address, (subchannel) => this.#changed(subchannel)),
    );
    if (this.#failing) {
      for (const subchannel of this.#subchannels) subchannel.connect();
    } else {
      this.#helper.update('CONNECTING', QUEUE);
      this.#startNext();
    }
  }

  #startNext(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    const next = this.#subchannels[this.#started];
    if (next === undefined) return;
    this.#started++;
    next.connect();
    if (this.#started === this.#subchannels.length) return;
    this.#timer = this.#helper.setTimer(() => this.#startNext(), CONNECTION_ATTEMPT_DELAY_MS);
  }

  #changed(subchannel: Endpoint): void {
    if (!this.#subchannels.includes(subchannel)) return;
    switch (subchannel.state) {
      case 'READY':
        this.#select(subchannel);
        break;
      case 'TRANSIENT_FAILURE':
        this.#attemptFailed(subchannel);
        break;
      case 'IDLE':
        if (subchannel === this.#selected) this.#lost();
        // Its wait is over.
        else if (this.#failing) subchannel.connect();
    }
  }

  #select(subchannel: Endpoint): void {
    this.#selected = subchannel;
    this.#failing = false;
    this.#endPass();
    this.#helper.update('READY', { pick: () => subchannel });
    // The others may still be connecting. New ones are made when they are needed.
    for (const other of this.#subchannels) if (other !== subchannel) other.shutdown();
    this.#subchannels = [subchannel];
  }

  #attemptFailed(failed: Endpoint): void {
    if (this.#selected) return;
    if (!this.#failing) {
      this.#failed.add(failed);
      if (failed === this.#subchannels[this.#started - 1]) this.#startNext();
      if (this.#failed.size < this.#subchannels.length) return;
      this.#failing = true;
      this.#endPass();
      this.#helper.resolveAgain();
      // From here on each tries by itself as soon as its wait is over. For some it is over already.
      for (const subchannel of this.#subchannels) subchannel.connect();
    }
    const error = unavailable(failed);
    this.#helper.update('TRANSIENT_FAILURE', { pick: () => error });
  }

  /** The connection has ended. Another one is made when a call needs it. */
  #lost(): void {
    this.#drop();
    this.#helper.resolveAgain();
    this.#helper.update('IDLE', QUEUE);
  }

  #endPass(): void {
    this.#started = 0;
    this.#failed.clear();
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #drop(): void {
    this.#selected = undefined;
    this.#endPass();
    for (const subchannel of this.#subchannels) subchannel.shutdown();
    this.#subchannels = [];
  }
}
