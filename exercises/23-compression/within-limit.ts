import { notYet } from '#course/exercise/not-yet';
import { DecompressionError } from '#grpc/compression/compression';

/**
 * Puts together what unfolds, piece by piece, and stops it as soon as it is too much. Nobody knows
 * before how large a compressed message becomes: the prefix says how long it is *now*, and what a
 * format says about the rest is the sender's word. So the limit is looked at while it grows:
 *
 *     pieces    32 KiB   32 KiB   32 KiB   …          4 GiB of them, if one goes on asking
 *     so far        32       64       96   > maxSize: stop
 *
 * @param pieces each is only valid until the next one is asked for: its memory is used again.
 * @param maxSize of the whole message, in bytes. Not more than that is kept.
 * @returns an array of its own, exactly as long as the message
 * @throws DecompressionError `too-large`; no further piece is asked for then, and the source is told.
 *   What the source throws itself comes out as it is.
 */
export function withinLimit(pieces: Iterable<Uint8Array>, maxSize: number): Uint8Array {
  // ── Task 3 ──
  // for (const piece of pieces) asks for one after the other; leaving the loop, by a throw too,
  // tells the source. new DecompressionError("too-large"). new Uint8Array(piece) is a copy;
  // piece.subarray() is a view of the same memory, and so is slice() if the piece is a Buffer of
  // Node’s.
  throw notYet(3);
}
