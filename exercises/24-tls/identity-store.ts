import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 5 ──
    // new IdentityStore(first, options).
    throw notYet(5);
  }

  get current(): Identity {
    return this.#current;
  }

  watch(listener: (identity: Identity) => void): () => void {
    // ── Task 5 ──
    // this.#listeners: one listener may be there twice.
    throw notYet(5);
  }

  /**
   * Loads once more. One load runs at a time. Who asks while one is under way may know of something
   * that it has not seen: then one more follows, for all who have asked.
   * @returns whether there is a new one. It never throws: see `onError`.
   */
  refresh(): Promise<boolean> {
    // ── Task 5 ──
    // this.#loading is the load that is under way, this.#again that one more is wanted.
    throw notYet(5);
  }

  async #loadAll(): Promise<boolean> {
    // ── Task 5 ──
    throw notYet(5);
  }

  async #loadOnce(): Promise<boolean> {
    // ── Task 5 ──
    throw notYet(5);
  }

  #report(error: unknown): void {
    // ── Task 5 ──
    throw notYet(5);
  }
}
