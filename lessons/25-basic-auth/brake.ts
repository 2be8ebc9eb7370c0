import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { Clock } from '#time/clock';

/** Wrong tries that are free, and how long it takes until there is one more. */
export interface Allowance {
  readonly tries: number;
  readonly everyMs: number;
}

/** One place guesses: at one name, or at many. */
export const PER_PLACE: Allowance = { tries: 10, everyMs: 10_000 };
/** Many places guess at one name; those from which it has come in before are not among them. */
export const PER_NAME: Allowance = { tries: 20, everyMs: 60_000 };
/** Somebody mistypes, at a place from which they have come in before. */
export const PER_FRIEND: Allowance = { tries: 10, everyMs: 10_000 };

/**
 * What is remembered at most, of each sort. Somebody who sends ever new names would fill the memory
 * otherwise; so they push out old ones, ten for each allowance of their place.
 */
export const MAX_REMEMBERED = 10_000;

/** Wrong tries, each with its allowance: it fills up again as time goes by. */
class Tries {
  readonly #spent = new Map<string, { tries: number; at: number }>();
  readonly #allowance: Allowance;
  readonly #clock: Clock;

  constructor(allowance: Allowance, clock: Clock) {
    this.#allowance = allowance;
    this.#clock = clock;
  }

  /** Milliseconds until there is a try; 0 if there is one. */
  wait(key: string): number {
    const over = this.#left(key) - (this.#allowance.tries - 1);
    return Math.max(0, Math.ceil(over * this.#allowance.everyMs));
  }

  spend(key: string, tries: number): void {
    const spent = Math.max(0, this.#left(key) + tries);
    this.#spent.delete(key);
    if (spent > 0) this.#spent.set(key, { tries: spent, at: this.#clock.now() });
    const [oldest] = this.#spent.keys();
    if (this.#spent.size > MAX_REMEMBERED) this.#spent.delete(oldest!);
  }

  /** How many are spent, less what has come back since. */
  #left(key: string): number {
    const { tries, at } = this.#spent.get(key) ?? { tries: 0, at: 0 };
    return Math.max(0, tries - (this.#clock.now() - at) / this.#allowance.everyMs);
  }
}

/** Told how a try ended. */
export type Ended = (wasRight: boolean) => void;

/**
 * A brake on guessing. It counts wrong passwords by place and by name. Whoever has come in from a
 * place before is counted apart there: however many strangers guess at their name, they come in.
 */
export class Brake {
  readonly #places: Tries;
  readonly #names: Tries;
  readonly #friends: Tries;
  /** Names, with a place from which they have come in. The oldest is forgotten first. */
  readonly #known = new Set<string>();

  constructor(clock: Clock) {
    this.#places = new Tries(PER_PLACE, clock);
    this.#names = new Tries(PER_NAME, clock);
    this.#friends = new Tries(PER_FRIEND, clock);
  }

  // #region begin
  /**
   * Before the password is looked at: so what it says tells nothing about
   * it. A try is paid for at once, and given back if it was right: of a
   * thousand at the same moment, not all come before the first has failed.
   * @throws GrpcError RESOURCE_EXHAUSTED
   */
  begin(name: string, place: string): Ended {
    const friend = JSON.stringify([name, place]);
    const paying: [Tries, string][] = this.#known.has(friend)
      ? [[this.#friends, friend]]
      : [
          [this.#places, place],
          [this.#names, name],
        ];
    const wait = Math.max(...paying.map(([tries, key]) => tries.wait(key)));
    if (wait > 0) throw tooMany(wait);
    for (const [tries, key] of paying) tries.spend(key, 1);
    return (wasRight) => {
      if (!wasRight) return;
      for (const [tries, key] of paying) tries.spend(key, -1);
      this.#remember(friend);
    };
  }
  // #endregion begin

  #remember(friend: string): void {
    this.#known.delete(friend);
    this.#known.add(friend);
    const [oldest] = this.#known;
    if (this.#known.size > MAX_REMEMBERED) this.#known.delete(oldest!);
  }
}

const tooMany = (ms: number) =>
  new GrpcError(
    Status.RESOURCE_EXHAUSTED,
    `too many wrong passwords; the next try in ${Math.ceil(ms / 1000)} s`,
  );
