import { checkNumber } from '#grpc/check-number';
import type { Jwk } from '#grpc/jwt/key-choice';
import { KeysUnavailable } from '#grpc/jwt/token-error';
import { KEYS_COOLDOWN_MS, KEYS_RETRY_MS, MAX_KEYS_AGE_MS } from '#grpc/limits';
import { type Clock, systemClock } from '#time/clock';

export interface KeyStoreOptions {
  fetch(): readonly Jwk[] | Promise<readonly Jwk[]>;
  cooldownMs?: number;
  retryMs?: number;
  maxAgeMs?: number;
  clock?: Clock;
}

/** With a map of keys by name, and a state in one place. */
export class KeyStore {
  readonly #options: Required<KeyStoreOptions>;
  #known: { all: readonly Jwk[]; names: Set<unknown>; until: number } | undefined;
  #brake: { until: number; failure?: KeysUnavailable } = { until: 0 };
  #coming: Promise<void> | undefined;

  constructor(options: KeyStoreOptions) {
    this.#options = {
      cooldownMs: KEYS_COOLDOWN_MS,
      retryMs: KEYS_RETRY_MS,
      maxAgeMs: MAX_KEYS_AGE_MS,
      clock: systemClock,
      ...options,
    };
    checkNumber('cooldownMs', this.#options.cooldownMs);
    checkNumber('retryMs', this.#options.retryMs);
    checkNumber('maxAgeMs', this.#options.maxAgeMs);
  }

  async find(kid: string): Promise<readonly Jwk[]> {
    const now = this.#options.clock.now();
    const known = this.#known && now < this.#known.until ? this.#known : undefined;
    if (known?.names.has(kid)) return known.all;
    const isBraked = now < this.#brake.until;
    if (isBraked && this.#brake.failure) throw this.#brake.failure;
    if (isBraked && known) return known.all;
    this.#coming ??= this.#fetch();
    await this.#coming;
    const { clock, cooldownMs } = this.#options;
    if (!this.#known!.names.has(kid)) this.#brake = { until: clock.now() + cooldownMs };
    return this.#known!.all;
  }

  async #fetch(): Promise<void> {
    const { clock, maxAgeMs, retryMs, fetch } = this.#options;
    const until = clock.now() + maxAgeMs;
    try {
      const all = Array.from(await fetch());
      this.#known = { all, names: new Set(all.map(({ kid }) => kid)), until };
      this.#brake = { until: this.#brake.until };
    } catch (cause) {
      const failure = new KeysUnavailable({ cause });
      this.#brake = { until: clock.now() + retryMs, failure };
      throw failure;
    } finally {
      this.#coming = undefined;
    }
  }
}
