import { checkNumber } from '#grpc/check-number';
import type { Jwk } from '#grpc/jwt/key-choice';
import { KEYS_COOLDOWN_MS, KEYS_RETRY_MS, MAX_KEYS_AGE_MS } from '#grpc/limits';
import { type Clock, systemClock } from '#time/clock';
import { KeysUnavailable } from './token-error.ts';

export interface KeyStoreOptions {
  /** Gets the `keys` of the JWKS. It has to give up by itself, after some seconds. */
  fetch(): readonly Jwk[] | Promise<readonly Jwk[]>;
  /** How long nobody makes us ask for an unknown name, counted from a JWKS that lacked one. */
  cooldownMs?: number;
  /** How long we ask no more, counted from when the JWKS could not be had. */
  retryMs?: number;
  /** How long keys are used, counted from when they were asked for: one may have been stolen. */
  maxAgeMs?: number;
  clock?: Clock;
}

/**
 * The keys of a token server. They change while calls run: a name that we do not know may be that
 * of a new key, or invented. So it makes us ask, and if that was in vain, nobody makes us ask again
 * for a while. However many calls need the keys, they are fetched once.
 */
export class KeyStore {
  readonly #fetch: () => readonly Jwk[] | Promise<readonly Jwk[]>;
  readonly #clock: Clock;
  readonly #cooldownMs: number;
  readonly #retryMs: number;
  readonly #maxAgeMs: number;
  #keys: readonly Jwk[] = [];
  /** From this moment on the keys are too old. */
  #freshUntil = Number.NEGATIVE_INFINITY;
  /** Before this moment nobody asks for a name that is not there. */
  #askFrom = Number.NEGATIVE_INFINITY;
  /** Why the last fetch failed, if it did. */
  #failure: KeysUnavailable | undefined;
  /** The fetch that is under way. */
  #coming: Promise<readonly Jwk[]> | undefined;

  /** @throws RangeError if a number makes no sense */
  constructor(options: KeyStoreOptions) {
    const { cooldownMs = KEYS_COOLDOWN_MS, retryMs = KEYS_RETRY_MS } = options;
    const { maxAgeMs = MAX_KEYS_AGE_MS, clock = systemClock } = options;
    checkNumber('cooldownMs', cooldownMs);
    checkNumber('retryMs', retryMs);
    checkNumber('maxAgeMs', maxAgeMs);
    this.#fetch = () => options.fetch();
    this.#clock = clock;
    this.#cooldownMs = cooldownMs;
    this.#retryMs = retryMs;
    this.#maxAgeMs = maxAgeMs;
  }

  /**
   * The keys among which the one of this name should be. Asks the token server only if the keys are
   * too old or do not have the name, and does not while it has just asked in vain.
   *
   * @throws KeysUnavailable if they would have to be fetched and cannot be had
   */
  async find(kid: string): Promise<readonly Jwk[]> {
    const now = this.#clock.now();
    const isFresh = now < this.#freshUntil;
    if (isFresh && this.#has(kid)) return this.#keys;
    if (now < this.#askFrom) {
      if (this.#failure !== undefined) throw this.#failure;
      if (isFresh) return this.#keys;
    }
    const keys = await this.#refresh();
    if (!this.#has(kid)) this.#askFrom = this.#clock.now() + this.#cooldownMs;
    return keys;
  }

  #has(kid: string): boolean {
    return this.#keys.some((key) => key.kid === kid);
  }

  /** The fetch that is under way, or a new one. */
  #refresh(): Promise<readonly Jwk[]> {
    this.#coming ??= this.#load().finally(() => {
      this.#coming = undefined;
    });
    return this.#coming;
  }

  async #load(): Promise<readonly Jwk[]> {
    const asked = this.#clock.now();
    try {
      this.#keys = [...(await this.#fetch())];
      this.#freshUntil = asked + this.#maxAgeMs;
      this.#failure = undefined;
      return this.#keys;
    } catch (cause) {
      this.#failure = new KeysUnavailable({ cause });
      this.#askFrom = this.#clock.now() + this.#retryMs;
      throw this.#failure;
    }
  }
}
