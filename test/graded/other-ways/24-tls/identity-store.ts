export interface IdentitySource<Identity> {
  readonly current: Identity;
  watch(listener: (identity: Identity) => void): () => void;
}

export interface IdentityStoreOptions<Identity> {
  load(): Identity | Promise<Identity>;
  check(identity: Identity): void;
  isSame(a: Identity, b: Identity): boolean;
  onError(error: unknown): void;
}

/** Another way: a list of those who wait, and a loop that runs as long as there are any. */
export class IdentityStore<Identity> implements IdentitySource<Identity> {
  readonly #options: IdentityStoreOptions<Identity>;
  #listeners: { listener: (identity: Identity) => void; ended: boolean }[] = [];
  #current: Identity;
  #waiting: ((changed: boolean) => void)[] = [];
  #wanted = false;
  #runs = false;

  private constructor(first: Identity, options: IdentityStoreOptions<Identity>) {
    this.#current = first;
    this.#options = options;
  }

  static open<Identity>(options: IdentityStoreOptions<Identity>): Promise<IdentityStore<Identity>> {
    return Promise.resolve()
      .then(() => options.load())
      .then((first) => {
        options.check(first);
        return new IdentityStore(first, options);
      });
  }

  get current(): Identity {
    return this.#current;
  }

  watch(listener: (identity: Identity) => void): () => void {
    const entry = { listener, ended: false };
    this.#listeners = [...this.#listeners, entry];
    return () => {
      entry.ended = true;
      this.#listeners = this.#listeners.filter((each) => each !== entry);
    };
  }

  refresh(): Promise<boolean> {
    this.#wanted = true;
    const answer = new Promise<boolean>((resolve) => this.#waiting.push(resolve));
    if (!this.#runs) void this.#run();
    return answer;
  }

  async #run(): Promise<void> {
    this.#runs = true;
    let changed = false;
    while (this.#wanted) {
      this.#wanted = false;
      const next = await this.#tryToLoad();
      if (next === undefined) continue;
      changed = true;
      this.#current = next.identity;
      for (const entry of this.#listeners)
        if (!entry.ended) this.#safely(() => entry.listener(next.identity));
    }
    this.#runs = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(changed);
  }

  async #tryToLoad(): Promise<{ identity: Identity } | undefined> {
    try {
      const identity = await this.#options.load();
      if (this.#options.isSame(this.#current, identity)) return undefined;
      this.#options.check(identity);
      return { identity };
    } catch (error) {
      this.#safely(() => {
        throw error;
      });
      return undefined;
    }
  }

  #safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      try {
        this.#options.onError(error);
      } catch {}
    }
  }
}
