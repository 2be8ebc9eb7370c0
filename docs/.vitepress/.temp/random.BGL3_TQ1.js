class Random {
  #state;
  constructor(seed) {
    this.#state = seed >>> 0;
  }
  /** A fraction in [0, 1). */
  next() {
    this.#state = this.#state + 1831565813 >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ t >>> 15, t | 1);
    t ^= t + Math.imul(t ^ t >>> 7, t | 61);
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  }
  /** A whole number from `min` to `max`, both possible. */
  integer(min, max) {
    return min + Math.floor(this.next() * (max - min + 1));
  }
  bytes(length) {
    return Uint8Array.from({ length }, () => this.integer(0, 255));
  }
}
export {
  Random as R
};
