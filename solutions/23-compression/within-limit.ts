// Derived from src/grpc/compression/within-limit.ts by npm run skeletons: change it there.
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
  const kept: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    size += piece.length;
    if (size > maxSize) throw new DecompressionError('too-large');
    kept.push(new Uint8Array(piece));
  }
  const message = new Uint8Array(size);
  let at = 0;
  for (const piece of kept) {
    message.set(piece, at);
    at += piece.length;
  }
  return message;
}
