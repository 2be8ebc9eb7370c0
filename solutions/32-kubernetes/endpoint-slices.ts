// Derived from src/channel/names/endpoint-slices.ts by npm run skeletons: change it there.
import type { Address } from '#channel/connections/address';

/**
 * What Kubernetes tells of the pods behind a Service (`discovery.k8s.io/v1`), as far as a client
 * needs it. A Service has one slice or many; an endpoint that moves stands in two of them for a
 * while.
 */
export interface EndpointSlice {
  metadata: { name: string };
  addressType: string;
  /** A port has a name if the Service's port has one. */
  ports?: readonly { name?: string; port?: number }[];
  endpoints?: readonly {
    /** The first is enough: all of them lead to the same pod. */
    addresses: readonly string[];
    conditions?: EndpointConditions;
  }[];
}

/** What is left out counts as true for `ready` and `serving`, and as false for `terminating`. */
export interface EndpointConditions {
  /** Calls may go there: its readiness probe says yes, and it is not leaving. */
  ready?: boolean;
  /** Its readiness probe says yes, whether or not it is leaving. */
  serving?: boolean;
  /** It is leaving: somebody has deleted the pod. */
  terminating?: boolean;
}

/** A change of one slice, as a watch tells it. */
export interface SliceChange {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: EndpointSlice;
}

export interface EndpointChangesOptions {
  /** The name of the Service's port; `''` if it has none. */
  portName: string;
  /** Slices of the other family tell of the same pods once more. */
  addressType?: 'IPv4' | 'IPv6';
  /** All addresses that there are now: a new list each time, in the order of `compareAddresses`. */
  found(addresses: readonly HostPort[]): void;
}

export type HostPort = Extract<Address, { host: string }>;

export const compareAddresses = (a: HostPort, b: HostPort): number =>
  a.host === b.host ? a.port - b.port : a.host < b.host ? -1 : 1;

/** What one slice adds to the whole: those that are ready, and those that leave but still serve. */
interface Part {
  ready: readonly HostPort[];
  leaving: readonly HostPort[];
}

/** From changes of slices to what a channel's resolver says: the addresses, when they have changed. */
export class EndpointChanges {
  readonly #options: EndpointChangesOptions;
  readonly #parts = new Map<string, Part>();
  /** What was told last; `undefined` before the first list. */
  #told: string | undefined;

  constructor(options: EndpointChangesOptions) {
    this.#options = options;
  }

  /** All slices that there are: what was known before does not hold any more. */
  listed(slices: readonly EndpointSlice[]): void {
    this.#parts.clear();
    for (const slice of slices) this.#parts.set(slice.metadata.name, this.#partOf(slice));
    this.#tell();
  }

  /** One slice has changed. Before the first list nobody knows the whole, and nothing is told. */
  changed({ type, object }: SliceChange): void {
    if (this.#told === undefined) return;
    if (type === 'DELETED') this.#parts.delete(object.metadata.name);
    else this.#parts.set(object.metadata.name, this.#partOf(object));
    this.#tell();
  }

  #partOf({ addressType, ports, endpoints }: EndpointSlice): Part {
    const { portName } = this.#options;
    const wanted = this.#options.addressType ?? 'IPv4';
    const port = ports?.find(({ name = '' }) => name === portName)?.port;
    const ready: HostPort[] = [];
    const leaving: HostPort[] = [];
    if (addressType !== wanted || port === undefined) return { ready, leaving };
    for (const { addresses, conditions = {} } of endpoints ?? []) {
      const [host] = addresses;
      if (host === undefined) continue;
      if (conditions.ready ?? true) ready.push({ host, port });
      else if (conditions.terminating && (conditions.serving ?? true)) leaving.push({ host, port });
    }
    return { ready, leaving };
  }

  /** Tells what there is, if it is not what was told last. */
  #tell(): void {
    const parts = [...this.#parts.values()];
    const ready = unique(parts.flatMap((part) => part.ready));
    // Nobody is ready: who is leaving and still serves is better than nobody (KEP-1669).
    const addresses = ready.length > 0 ? ready : unique(parts.flatMap((part) => part.leaving));
    const text = JSON.stringify(addresses);
    if (text === this.#told) return;
    this.#told = text;
    this.#options.found(addresses);
  }
}

/** Each address once, in the order of `compareAddresses`. */
function unique(addresses: readonly HostPort[]): HostPort[] {
  const byKey = new Map(addresses.map((address) => [`${address.host} ${address.port}`, address]));
  return [...byKey.values()].sort(compareAddresses);
}
