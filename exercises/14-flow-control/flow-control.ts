import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 1 ──
    // Look before you change anything: after a refusal the window must be what it was. `by` may be
    // negative, and so may the result.
    throw notYet(1);
  }

  /** So much DATA goes out; `octetsAllowed` has said that it may. */
  take(size: number): void {
    // ── Task 1 ──
    throw notYet(1);
  }
}

/** How many octets of DATA may go out now: both windows have to allow each of them. Never negative. */
export function octetsAllowed(stream: SendWindow, connection: SendWindow): number {
  // ── Task 1 ──
  throw notYet(1);
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
    // ── Task 1 ──
    // The last octet that is allowed is allowed, and a frame of 0 octets always is, even if the
    // window is negative: it ends a stream. And again: a refusal counts nothing.
    throw notYet(1);
  }

  /**
   * The application has worked off `size` octets.
   * @returns the increment to announce now; 0 while it is less than half of the window, because
   *   one large WINDOW_UPDATE says the same as many small ones. Half is rounded down: of 65,535
   *   octets in full frames 32,767 are left over behind the first half, and if they wait for one
   *   octet more, the peer gets half a window each round trip.
   */
  consume(size: number): number {
    // ── Task 3 ──
    // this.#unannounced is what the reader has worked off since the last announcement. Nothing is
    // lost while it is too little to announce.
    throw notYet(3);
  }

  /**
   * Our SETTINGS changed the size of every window (§6.9.2), `by` octets. The peer changes its side
   * by itself, so that needs no WINDOW_UPDATE.
   * @returns the increment to announce now, as `consume` does: what was little of a large window
   *   may be much of a small one, and if nothing more can come, nothing more will be consumed.
   */
  resize(by: number): number {
    // ── Task 3 ──
    // Two numbers of the window change. Then: may it be that what waits unannounced is enough for
    // the new size?
    throw notYet(3);
  }
}
