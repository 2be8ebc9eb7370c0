/** A message with its prefix, as it was handed over. */
export interface Frame {
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

/** What a call has sent, as long as it may have to be sent again. */
export class ReplayBuffer {
  #frames: Frame[] = [];
  #size = 0;

  /** In bytes. */
  get size(): number {
    return this.#size;
  }

  get frames(): readonly Frame[] {
    return this.#frames;
  }

  push(bytes: Uint8Array, last: boolean): void {
    this.#frames.push({ bytes, last });
    this.#size += bytes.length;
  }

  clear(): void {
    this.#frames = [];
    this.#size = 0;
  }
}
