// Derived from src/http2/streams/flow-control.ts by npm run skeletons: change it there.
/**
 * Flow control (RFC 9113 §5.2, §6.9): a sender may send as many octets of DATA as the receiver
 * has allowed, on the stream and on the whole connection. Nothing else counts against a window.
 */

/** 2³¹−1: a window that would grow above it is an error of the side that makes it grow (§6.9.1). */
export const MAX_WINDOW = 0x7fffffff;

/** What every window starts with until SETTINGS or WINDOW_UPDATE change it (§6.9.2). */
export const DEFAULT_WINDOW = 65_535;

/** How much we may still send. */
export class SendWindow {
  /**
   * May be negative: when the peer lowers SETTINGS_INITIAL_WINDOW_SIZE from 65535 to 16384 after
   * we have sent 60000, it is −43616, and we wait until WINDOW_UPDATEs lift it above 0 (§6.9.2).
   */
  available: number;

  constructor(size: number) {
    this.available = size;
  }

  /** WINDOW_UPDATE, or new SETTINGS (then `by` may be negative). `false`: above the maximum. */
  grow(by: number): boolean {
    if (this.available + by > MAX_WINDOW) return false;
    this.available += by;
    return true;
  }

  /** So much DATA goes out; `octetsAllowed` has said that it may. */
  take(size: number): void {
    this.available -= size;
  }
}

/** How many octets of DATA may go out now: both windows have to allow each of them. Never negative. */
export function octetsAllowed(stream: SendWindow, connection: SendWindow): number {
  return Math.max(0, Math.min(stream.available, connection.available));
}

/** How much the peer may still send, and how much of what it sent has been worked off. */
export class ReceiveWindow {
  available: number;
  /** The size to which we fill it up again. */
  #size: number;
  /** Worked off, but the peer does not know yet. */
  #unannounced = 0;

  constructor(size: number) {
    this.available = size;
    this.#size = size;
  }

  /**
   * DATA came. `false`: the peer sent more than it was allowed to, and nothing is counted. A frame
   * without an octet is always allowed: it needs no window, not even one above 0 (§6.9.1).
   */
  receive(size: number): boolean {
    if (size > Math.max(0, this.available)) return false;
    this.available -= size;
    return true;
  }

  /**
   * The application has worked off `size` octets.
   * @returns the increment to announce now; 0 while it is less than half of the window, because
   *   one large WINDOW_UPDATE says the same as many small ones. Half is rounded down: of 65,535
   *   octets in full frames 32,767 are left over behind the first half, and if they wait for one
   *   octet more, the peer gets half a window each round trip.
   */
  consume(size: number): number {
    this.#unannounced += size;
    if (this.#unannounced < Math.floor(this.#size / 2)) return 0;
    const increment = this.#unannounced;
    this.#unannounced = 0;
    this.available += increment;
    return increment;
  }

  /**
   * Our SETTINGS changed the size of every window (§6.9.2), `by` octets. The peer changes its side
   * by itself, so that needs no WINDOW_UPDATE.
   * @returns the increment to announce now, as `consume` does: what was little of a large window
   *   may be much of a small one, and if nothing more can come, nothing more will be consumed.
   */
  resize(by: number): number {
    this.#size += by;
    this.available += by;
    return this.consume(0);
  }
}
