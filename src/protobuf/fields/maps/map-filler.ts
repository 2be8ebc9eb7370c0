/**
 * Puts entries into maps whose keys a peer chose. A `Map` finds a key by its hash, and walks through
 * all keys that fell into the same bucket. Somebody who knows the hash can choose keys that all fall
 * into one: 60,000 of them, half a megabyte, would take ten seconds.
 *
 *     honest    ▪ ▪▪ · ▪ ▪ ▪▪▪ · ▪ ▪▪      a few steps for each key
 *     chosen    · ·  · ▪▪▪▪▪▪▪▪▪▪▪▪▪▪…      as many steps as there are keys
 *
 * So the steps are estimated, with the hash function that V8 has and from a sample of the keys. A map
 * that needs too many of them is replaced by a `SeededMap`: the work stays in proportion to the input.
 */
import { SeededMap } from './seeded-map.ts';
import { v8Hash } from './v8-hash.ts';

/** In a map of so many entries no key is far, however they were chosen. */
const SMALL_MAP = 128;
/** Steps that an entry may take on average. Honest keys take one or two. */
const MAX_STEPS = 64;
/** One key in so many is looked at; which one, nobody knows before. */
const SAMPLE = 16;

export class MapFiller {
  readonly #chosen: (entries: number) => void;
  /** The large maps of the message that is being decoded. An object's own hash is random. */
  #crowds: Map<object, Crowd> | undefined;
  /** Never used: V8 forgets how it has optimised a class when the last object of it is gone. */
  readonly keptCrowd = new Crowd();
  #untilSample = 1;

  /** @param chosen told of entries whose keys were chosen: those in a `SeededMap` take longer. */
  constructor(chosen: (entries: number) => void = () => {}) {
    this.#chosen = chosen;
  }

  /** As `map.set(key, value)`. @returns the map that has the entry now: from then on it counts. */
  put<K, V>(map: Map<K, V>, key: K, value: V): Map<K, V> {
    if (--this.#untilSample > 0) {
      map.set(key, value);
      return map;
    }
    this.#untilSample = 1 + Math.floor(Math.random() * (2 * SAMPLE - 1));
    if (map instanceof SeededMap) this.#chosen(SAMPLE);
    else if (this.#isChosen(map, key)) return this.#seeded(map).set(key, value);
    return map.set(key, value);
  }

  #seeded<K, V>(map: Map<K, V>): Map<K, V> {
    this.#chosen(map.size);
    return new SeededMap(map);
  }

  /** Whether too many keys of `map` lie on the way to `key`. */
  #isChosen(map: Map<unknown, unknown>, key: unknown): boolean {
    if (map.size < SMALL_MAP) return false;
    const hash = v8Hash(key);
    return hash !== undefined && this.#crowdOf(map).meet(hash, !map.has(key), map.size);
  }

  /** Lets go of all maps: the message is read. */
  release(): void {
    this.#crowds = undefined;
  }

  #crowdOf(map: Map<unknown, unknown>): Crowd {
    this.#crowds ??= new Map();
    const known = this.#crowds.get(map);
    if (known !== undefined) return known;
    const crowd = new Crowd();
    this.#crowds.set(map, crowd);
    return crowd;
  }
}

/** How the keys of one map are spread over its buckets, as far as a sample tells. */
class Crowd {
  readonly #hashes: number[] = [];
  /** Hashes of the sample in each bucket. V8 has a bucket for two entries, and doubles both. */
  #buckets = new Uint16Array(SMALL_MAP / 2);
  #lookups = 0;
  /** Keys of the sample that stood in the way, all in all. */
  #met = 0;

  /**
   * Takes one key more into the sample, of a map that has `size` entries.
   * @returns whether the keys were chosen.
   */
  meet(hash: number, isNew: boolean, size: number): boolean {
    if (size > 2 * this.#buckets.length) this.#spread(size);
    const bucket = hash & (this.#buckets.length - 1);
    this.#lookups++;
    this.#met += this.#buckets[bucket]!;
    if (isNew) {
      this.#buckets[bucket]!++;
      this.#hashes.push(hash);
    }
    // For each key of the sample there are so many others on the way.
    return SAMPLE * this.#met > MAX_STEPS * (this.#lookups + FEW);
  }

  /** The same hashes in as many buckets as V8 has for `size` entries. */
  #spread(size: number): void {
    let length = this.#buckets.length;
    while (2 * length < size) length *= 2;
    this.#buckets = new Uint16Array(length);
    for (const hash of this.#hashes) this.#buckets[hash & (length - 1)]!++;
  }
}

/** Two of a few that fall into the same bucket do so by chance. */
const FEW = 8;
