/** What a server or client shows in each new handshake, and who wants to know when it changes. */
export interface IdentitySource<Identity> {
  readonly current: Identity;
  /** Calls `listener` with each new one. @returns what ends that */
  watch(listener: (identity: Identity) => void): () => void;
}

export interface IdentityStoreOptions<Identity> {
  /** Gets what is valid now: reads the files, asks the authority. */
  load(): Identity | Promise<Identity>;
  /** @throws what is wrong with it: a key that does not fit, a certificate that has expired */
  check(identity: Identity): void;
  /** Whether two are the same. Nobody is then told. */
  isSame(a: Identity, b: Identity): boolean;
  /** Told why a new one was not taken, and what a listener has thrown. */
  onError(error: unknown): void;
}

/**
 * A certificate and its key, changed while the server runs. Certificates live for a day, or an hour;
 * connections and servers live longer.
 *
 * What is new has to pass `check` before anybody sees it. Whatever goes wrong, the old one stays: it
 * may be good for hours, and a file that is half written is whole a moment later.
 */
export class IdentityStore<Identity> implements IdentitySource<Identity> {
  readonly #options: IdentityStoreOptions<Identity>;
  readonly #listeners = new Map<symbol, (identity: Identity) => void>();
  #current: Identity;
  /** The load that is under way, and whether somebody has asked for another one since it began. */
  #loading: Promise<boolean> | undefined;
  #again = false;

  private constructor(first: Identity, options: IdentityStoreOptions<Identity>) {
    this.#current = first;
    this.#options = options;
  }

  /** Loads the first one. @throws what `load` or `check` throws: there is nothing to go on with */
  static async open<Identity>(
    options: IdentityStoreOptions<Identity>,
  ): Promise<IdentityStore<Identity>> {
    const first = await options.load();
    options.check(first);
    return new IdentityStore(first, options);
  }

  get current(): Identity {
    return this.#current;
  }

  watch(listener: (identity: Identity) => void): () => void {
    const key = Symbol('a listener');
    this.#listeners.set(key, listener);
    return () => this.#listeners.delete(key);
  }

  /**
   * Loads once more. One load runs at a time. Who asks while one is under way may know of something
   * that it has not seen: then one more follows, for all who have asked.
   * @returns whether there is a new one. It never throws: see `onError`.
   */
  refresh(): Promise<boolean> {
    if (this.#loading !== undefined) {
      this.#again = true;
      return this.#loading;
    }
    this.#loading = this.#loadAll();
    return this.#loading;
  }

  async #loadAll(): Promise<boolean> {
    let changed = false;
    do {
      this.#again = false;
      changed = (await this.#loadOnce()) || changed;
    } while (this.#again);
    // In the same breath as the last look at `#again`: nobody can ask in between.
    this.#loading = undefined;
    return changed;
  }

  async #loadOnce(): Promise<boolean> {
    const options = this.#options;
    let next: Identity;
    try {
      next = await options.load();
      if (options.isSame(this.#current, next)) return false;
      options.check(next);
    } catch (error) {
      this.#report(error);
      return false;
    }
    this.#current = next;
    for (const [key, listener] of [...this.#listeners]) {
      // One that was told a moment ago may have ended this one.
      if (!this.#listeners.has(key)) continue;
      try {
        listener(next);
      } catch (error) {
        this.#report(error);
      }
    }
    return true;
  }

  #report(error: unknown): void {
    try {
      this.#options.onError(error);
    } catch {
      // Who reports an accident must not make another one.
    }
  }
}
