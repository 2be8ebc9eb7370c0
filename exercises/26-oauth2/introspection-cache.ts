import { notYet } from '#course/exercise/not-yet';
import { checkNumber } from '#grpc/check-number';
import { GrpcError } from '#grpc/grpc-error';
import { MAX_ASKED_TOKENS, MAX_KNOWN_TOKENS, MAX_REFUSED_TOKENS } from '#grpc/limits';
import { Status } from '#grpc/status';
import { type Clock, systemClock } from '#time/clock';

/** Whom a token stands for, and what they may do. Texts only: nobody can change them for others. */
export interface Grant {
  /** The program that asked for the token. */
  readonly client: string;
  readonly scope: string;
}

/** What the token server says of a token that is good (RFC 7662 §2.2). */
export interface ActiveToken extends Grant {
  /** How long it still lives, in milliseconds; `Infinity` if the server does not say. */
  readonly lifeMs: number;
}

/** So long a good token is believed without asking, in milliseconds: so long a revoked one goes on. */
export const KNOWN_MS = 30_000;

/** So long a bad one is refused without asking, in milliseconds. */
export const REFUSED_MS = 5_000;

export interface IntrospectionCacheOptions {
  /** Asks the token server; `undefined`: it is not good (`active: false`), whatever the reason. */
  ask(token: string): ActiveToken | undefined | Promise<ActiveToken | undefined>;
  /** Default: `KNOWN_MS`. Never longer than the token lives. */
  knownMs?: number;
  /** Default: `REFUSED_MS`. */
  refusedMs?: number;
  /** How many good ones are kept; one more, and the oldest goes. Default: `MAX_KNOWN_TOKENS`. */
  mostKnown?: number;
  /** The same for bad ones, which push out no good one. Default: `MAX_REFUSED_TOKENS`. */
  mostRefused?: number;
  /** About how many tokens the server is asked at once. Default: `MAX_ASKED_TOKENS`. */
  mostAsked?: number;
  clock?: Clock;
}

/** Values that are forgotten in time, and the oldest of which goes if there are too many. */
export class ForgetfulMap<Value> {
  readonly #most: number;
  readonly #kept = new Map<string, { readonly value: Value; readonly until: number }>();

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** What is kept under this key, `{ value }`. What is too old is thrown away. */
  recall(key: string, now: number): { readonly value: Value } | undefined {
    // ── Task 4 ──
    // this.#kept.get(key) is { value, until }, or undefined.
    throw notYet(4);
  }

  /** @param until the first moment at which it is too old */
  keep(key: string, value: Value, until: number): void {
    // ── Task 4 ──
    // A Map keeps its keys in the order in which they were added; one that is set again stays at
    // its place, unless it was deleted before. this.#kept.keys().next().value is the first. No more
    // than this.#most are kept.
    throw notYet(4);
  }
}

/**
 * Whom a token stands for. The token server knows, and is asked once for all calls that come with
 * the same token at the same time, and not again for a while (RFC 7662 §4: a trade of safety for
 * speed; a token that is revoked meanwhile goes on until then).
 */
export class IntrospectionCache {
  readonly #ask: IntrospectionCacheOptions['ask'];
  readonly #knownMs: number;
  readonly #refusedMs: number;
  readonly #mostAsked: number;
  readonly #clock: Clock;
  readonly #known: ForgetfulMap<Grant>;
  readonly #refused: ForgetfulMap<true>;
  /** Questions that have no answer yet, by token. */
  readonly #asking = new Map<string, Promise<Grant | undefined>>();

  /** @throws RangeError if a number is not one that makes sense. */
  constructor(options: IntrospectionCacheOptions) {
    const { knownMs = KNOWN_MS, refusedMs = REFUSED_MS } = options;
    const { mostKnown = MAX_KNOWN_TOKENS, mostRefused = MAX_REFUSED_TOKENS } = options;
    const { mostAsked = MAX_ASKED_TOKENS } = options;
    checkNumber('knownMs', knownMs);
    checkNumber('refusedMs', refusedMs);
    checkNumber('mostKnown', mostKnown, 1);
    checkNumber('mostRefused', mostRefused, 1);
    checkNumber('mostAsked', mostAsked, 1);
    this.#ask = (token) => options.ask(token);
    this.#knownMs = knownMs;
    this.#refusedMs = refusedMs;
    this.#mostAsked = mostAsked;
    this.#clock = options.clock ?? systemClock;
    this.#known = new ForgetfulMap(mostKnown);
    this.#refused = new ForgetfulMap(mostRefused);
  }

  /**
   * Whom this token stands for; `undefined`: it is not good. Rejects with what `ask` throws, and with
   * UNAVAILABLE if there are too many questions without an answer; neither is kept.
   */
  async grantOf(token: string): Promise<Grant | undefined> {
    // ── Task 4 ──
    // this.#known.recall(token, now) is { value: grant } or undefined, this.#refused the same for
    // bad tokens. this.#asking is a Map of the questions without an answer. this.#inquire(token,
    // now) asks; promise.finally(() => …) runs however it ends.
    throw notYet(4);
  }

  /** Asks, and keeps the answer. */
  async #inquire(token: string, asked: number): Promise<Grant | undefined> {
    // ── Task 4 ──
    // await this.#ask(token) is { client, scope, lifeMs }, or undefined. this.#known.keep(token,
    // grant, until), this.#refused.keep(token, true, until). this.#knownMs, this.#refusedMs,
    // this.#clock.now(). Object.freeze(object) gives back the object, which nobody can change.
    throw notYet(4);
  }
}
