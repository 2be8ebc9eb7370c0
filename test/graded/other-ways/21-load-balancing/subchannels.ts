import { type Address, addressKey } from '#channel/connections/address';

/** What of a subchannel the list needs to know. */
interface Listed {
  /** Equal for equal addresses: `addressKey(address)`. */
  readonly key: string;
  /** No new calls; its connection closes when the last call on it has ended. */
  shutdown(): void;
}

/** What an update has changed. */
export interface ListChange<S> {
  readonly added: readonly S[];
  readonly dropped: readonly S[];
}

/**
 * A policy's subchannels, one for each address that the resolver has found. A resolver says what
 * there is, and never what has changed. A policy that made all of them anew would close, every time that
 * a server is added, the connections to all others.
 *
 * ```
 *   was there   10.0.0.1   10.0.0.2
 *   found now              10.0.0.2   10.0.0.3
 *               dropped    kept       added
 * ```
 */
export class SubchannelList<S extends Listed> {
  readonly #create: (address: Address) => S;
  #byKey: ReadonlyMap<string, S> = new Map();

  constructor(create: (address: Address) => S) {
    this.#create = create;
  }

  /** In the order of the addresses; a new list each time. */
  get all(): S[] {
    return [...this.#byKey.values()];
  }

  /** False for one that was dropped, although it may still report. */
  has(subchannel: S): boolean {
    return this.#byKey.get(subchannel.key) === subchannel;
  }

  /**
   * From now on there is one subchannel for each of these addresses, in their order. Those that
   * were there are kept, the others are created; what is not among them any more is shut down once
   * the new list stands. If one cannot be created, nothing has changed.
   * @param addresses the same one may stand there twice
   * @throws what `create` throws
   */
  update(addresses: readonly Address[]): ListChange<S> {
    const before = this.all;
    const wanted = new Map(addresses.map((address) => [addressKey(address), address]));
    const added: S[] = [];
    const make = (address: Address): S => {
      try {
        const made = this.#create(address);
        added.push(made);
        return made;
      } catch (error) {
        added.forEach((one) => {
          one.shutdown();
        });
        throw error;
      }
    };
    this.#byKey = new Map(
      [...wanted].map(([key, address]) => [key, this.#byKey.get(key) ?? make(address)]),
    );
    const dropped = before.filter((one) => !this.has(one));
    dropped.forEach((one) => {
      one.shutdown();
    });
    return { added, dropped };
  }
}
