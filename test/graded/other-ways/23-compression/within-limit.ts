import { DecompressionError } from '#grpc/compression/compression';

/** One array that doubles when it is full, and the source by hand. */
export function withinLimit(pieces: Iterable<Uint8Array>, maxSize: number): Uint8Array {
  const source = pieces[Symbol.iterator]();
  let buffer = new Uint8Array(Math.min(maxSize, 64));
  let used = 0;
  let result = source.next();
  while (result.done !== true) {
    const piece = result.value;
    if (piece.length > maxSize - used) {
      source.return?.();
      throw new DecompressionError('too-large');
    }
    if (used + piece.length > buffer.length) {
      const larger = new Uint8Array(Math.max(used + piece.length, 4 * buffer.length));
      larger.set(buffer.subarray(0, used));
      buffer = larger;
    }
    buffer.set(piece, used);
    used += piece.length;
    result = source.next();
  }
  return new Uint8Array(buffer.subarray(0, used));
}
