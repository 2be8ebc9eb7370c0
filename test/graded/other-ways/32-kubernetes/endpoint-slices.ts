import type { Address } from '#channel/connections/address';

export interface EndpointSlice {
  metadata: { name: string };
  addressType: string;
  ports?: readonly { name?: string; port?: number }[];
  endpoints?: readonly { addresses: readonly string[]; conditions?: EndpointConditions }[];
}

export interface EndpointConditions {
  ready?: boolean;
  serving?: boolean;
  terminating?: boolean;
}

export interface SliceChange {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: EndpointSlice;
}

export interface EndpointChangesOptions {
  portName: string;
  addressType?: 'IPv4' | 'IPv6';
  found(addresses: readonly HostPort[]): void;
}

export type HostPort = Extract<Address, { host: string }>;

export const compareAddresses = (a: HostPort, b: HostPort): number =>
  a.host < b.host ? -1 : a.host > b.host ? 1 : a.port - b.port;

/** Somebody else's way: it keeps the slices as they came, and looks at all of them each time. */
export class EndpointChanges {
  readonly #portName: string;
  readonly #family: string;
  readonly #found: (addresses: readonly HostPort[]) => void;
  #slices: EndpointSlice[] | undefined;
  #last: HostPort[] | undefined;

  constructor({ portName, addressType = 'IPv4', found }: EndpointChangesOptions) {
    this.#portName = portName;
    this.#family = addressType;
    this.#found = found;
  }

  listed(slices: readonly EndpointSlice[]): void {
    this.#slices = slices.slice();
    this.#look();
  }

  changed({ type, object }: SliceChange): void {
    if (!this.#slices) return;
    this.#slices = this.#slices.filter(({ metadata }) => metadata.name !== object.metadata.name);
    if (type !== 'DELETED') this.#slices.push(object);
    this.#look();
  }

  #look(): void {
    let best = this.#those(({ ready = true }) => ready);
    if (best.length === 0) {
      best = this.#those(({ serving = true, terminating = false }) => serving && terminating);
    }
    const last = this.#last;
    const isSame =
      last?.length === best.length && last.every((one, i) => compareAddresses(one, best[i]!) === 0);
    if (isSame) return;
    this.#last = best;
    this.#found(best.map((address) => ({ ...address })));
  }

  #those(want: (conditions: EndpointConditions) => boolean): HostPort[] {
    const all: HostPort[] = [];
    for (const slice of this.#slices ?? []) {
      if (slice.addressType !== this.#family) continue;
      for (const { name, port } of slice.ports ?? []) {
        if ((name ?? '') !== this.#portName || port === undefined) continue;
        for (const { addresses, conditions } of slice.endpoints ?? []) {
          if (addresses[0] === undefined || !want(conditions ?? {})) continue;
          all.push({ host: addresses[0], port });
        }
      }
    }
    all.sort(compareAddresses);
    return all.filter((one, i) => i === 0 || compareAddresses(one, all[i - 1]!) !== 0);
  }
}
