import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 2 ──
    // These slices, and no others, are known from now on: this.#parts has a Part for each, by its
    // name.
    throw notYet(2);
  }

  /** One slice has changed. Before the first list nobody knows the whole, and nothing is told. */
  changed({ type, object }: SliceChange): void {
    // ── Task 2 ──
    // this.#told is undefined until something has been told.
    throw notYet(2);
  }

  #partOf({ addressType, ports, endpoints }: EndpointSlice): Part {
    // ── Task 2 ──
    // Which of its ports is meant, and does the slice count at all? Then each endpoint: is it
    // ready, does it only still serve, or neither? conditions, and each of the three in it, may be
    // left out.
    throw notYet(2);
  }

  /** Tells what there is, if it is not what was told last. */
  #tell(): void {
    // ── Task 2 ──
    // unique(addresses) leaves out what stands there twice, and sorts. Remember what you tell
    // before you call this.#options.found.
    throw notYet(2);
  }
}

/** Each address once, in the order of `compareAddresses`. */
function unique(addresses: readonly HostPort[]): HostPort[] {
  const byKey = new Map(addresses.map((address) => [`${address.host} ${address.port}`, address]));
  return [...byKey.values()].sort(compareAddresses);
}
