import {
  type BalancerHelper,
  type LoadBalancer,
  type Picker,
  QUEUE,
} from '#channel/balancing/load-balancer';
import { JointState } from '#channel/balancing/spread/joint-state';
import { SubchannelList } from '#channel/balancing/spread/subchannels';
import { unavailable } from '#channel/balancing/unavailable';
import type { Address } from '#channel/connections/address';
import type { Endpoint } from '#channel/connections/endpoint';

/** Makes a picker over the endpoints as they are now; only those that are READY may be picked. */
export type PickerMaker = (endpoints: readonly Endpoint[]) => Picker;

/**
 * What all policies have in common that connect to every address and spread calls over those that
 * work: only the picker differs.
 */
export class SpreadBalancer implements LoadBalancer {
  readonly #helper: BalancerHelper;
  readonly #makePicker: PickerMaker;
  readonly #list: SubchannelList<Endpoint>;
  readonly #joint = new JointState<Endpoint>();
  #lastFailed: Endpoint | undefined;
  /** Addresses are being taken over: what changes meanwhile is told once, at the end. */
  #updating = false;

  constructor(helper: BalancerHelper, makePicker: PickerMaker) {
    this.#helper = helper;
    this.#makePicker = makePicker;
    this.#list = new SubchannelList((address) =>
      helper.createSubchannel(address, (endpoint) => this.#changed(endpoint)),
    );
  }

  addresses(addresses: readonly Address[]): void {
    this.#updating = true;
    try {
      const { dropped } = this.#list.update(addresses);
      for (const endpoint of dropped) this.#joint.delete(endpoint);
      for (const endpoint of this.#list.all) {
        this.#joint.set(endpoint, endpoint.state);
        endpoint.connect();
      }
    } finally {
      this.#updating = false;
    }
    this.#update();
  }

  exitIdle(): void {
    for (const endpoint of this.#list.all) endpoint.connect();
  }

  shutdown(): void {
    for (const endpoint of this.#list.update([]).dropped) this.#joint.delete(endpoint);
  }

  #changed(endpoint: Endpoint): void {
    if (!this.#list.has(endpoint)) return;
    const { state } = endpoint;
    this.#joint.set(endpoint, state);
    if (state === 'TRANSIENT_FAILURE') this.#lastFailed = endpoint;
    if (state === 'TRANSIENT_FAILURE' || state === 'IDLE') this.#helper.resolveAgain();
    // It says so itself, and that brings the next picker.
    if (state === 'IDLE') endpoint.connect();
    else if (!this.#updating) this.#update();
  }

  #update(): void {
    const { state } = this.#joint;
    if (state === 'READY') this.#helper.update(state, this.#makePicker(this.#list.all));
    else if (state === 'TRANSIENT_FAILURE' && this.#lastFailed) {
      const error = unavailable(this.#lastFailed);
      this.#helper.update(state, { pick: () => error });
    } else this.#helper.update('CONNECTING', QUEUE);
  }
}

export const readyOf = (endpoints: readonly Endpoint[]) =>
  endpoints.filter(({ state }) => state === 'READY');
