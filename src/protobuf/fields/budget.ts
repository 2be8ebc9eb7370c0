import { DecodeError } from '#protobuf/error';
import { type DecodeLimits, heapFor } from '#protobuf/limits';
import { MapFiller } from './maps/map-filler.ts';

/** What the sender of one message may still make us do: memory, by the prices in `heap.ts`. */
export class Budget {
  readonly #limit: number;
  #left: number;
  #maps: MapFiller | undefined;

  /** @param size The message's, in bytes. */
  constructor(size: number, limits: DecodeLimits) {
    this.#limit = heapFor(size, limits);
    this.#left = this.#limit;
  }

  /** Memory that was taken, in bytes. */
  get spent(): number {
    return this.#limit - this.#left;
  }

  /** Fills the maps of the message: keys that somebody chose must not take longer than others. */
  get maps(): MapFiller {
    this.#maps ??= new MapFiller();
    return this.#maps;
  }

  /** @throws DecodeError if less is left. @param offset Where in the message the decoder is. */
  spend(heap: number, offset: number): void {
    this.#left -= heap;
    if (this.#left < 0) {
      const reason = `the message has too many parts: they would take more than ${this.#limit} bytes of memory`;
      throw new DecodeError(reason, offset);
    }
  }
}
