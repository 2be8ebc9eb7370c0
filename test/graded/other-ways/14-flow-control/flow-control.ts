/** Another way: what was spent and what was granted, side by side, and the difference asked for. */
export const MAX_WINDOW = 0x7fffffff;
export const DEFAULT_WINDOW = 65_535;

export class SendWindow {
  #granted: number;
  #spent = 0;

  constructor(size: number) {
    this.#granted = size;
  }

  get available(): number {
    return this.#granted - this.#spent;
  }

  set available(value: number) {
    this.#granted = value + this.#spent;
  }

  grow(by: number): boolean {
    const fits = this.#granted - this.#spent <= MAX_WINDOW - by;
    if (fits) this.#granted += by;
    return fits;
  }

  take(size: number): void {
    this.#spent += size;
  }
}

export function octetsAllowed(stream: SendWindow, connection: SendWindow): number {
  const smaller = stream.available < connection.available ? stream : connection;
  return smaller.available > 0 ? smaller.available : 0;
}

export class ReceiveWindow {
  available: number;
  #size: number;
  /** Counted from the other end: octets that may be worked off before it is half. */
  #untilHalf: number;
  #owed = 0;

  constructor(size: number) {
    this.available = size;
    this.#size = size;
    this.#untilHalf = size >> 1;
  }

  receive(size: number): boolean {
    if (size === 0) return true;
    if (this.available < size) return false;
    this.available -= size;
    return true;
  }

  consume(size: number): number {
    this.#owed += size;
    this.#untilHalf -= size;
    return this.#untilHalf > 0 ? 0 : this.#announce();
  }

  resize(by: number): number {
    this.#size += by;
    this.available += by;
    this.#untilHalf = (this.#size >> 1) - this.#owed;
    return this.#owed > 0 && this.#untilHalf <= 0 ? this.#announce() : 0;
  }

  #announce(): number {
    const increment = this.#owed;
    this.available += increment;
    this.#owed = 0;
    this.#untilHalf = this.#size >> 1;
    return increment;
  }
}
