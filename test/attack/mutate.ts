import { concat } from '#bytes/concat';
import { FRAME_HEADER_LENGTH, parseFrameHeader } from '#http2/frames/frame-header';
import { randomBytes, randomInt } from '../hpack/random.ts';

type Random = () => number;

/** A recorded direction of a connection, cut into its frames (the first may be the preface). */
export function framesOf(bytes: Uint8Array, prefaceLength: number): Uint8Array[] {
  const frames = prefaceLength > 0 ? [bytes.subarray(0, prefaceLength)] : [];
  for (let at = prefaceLength; at < bytes.length; ) {
    const end = at + FRAME_HEADER_LENGTH + parseFrameHeader(bytes, at)!.length;
    frames.push(bytes.subarray(at, end));
    at = end;
  }
  return frames;
}

/**
 * Makes a few things wrong: with single bytes, as noise does, and with whole frames, as an attacker
 * does who knows the protocol: lost, doubled, out of order, of another type, on another stream.
 */
export function mutate(random: Random, original: readonly Uint8Array[]): Uint8Array {
  const frames: Uint8Array[] = original.map((frame) => frame.slice());
  for (let i = randomInt(random, 4); i >= 0; i--) {
    const at = randomInt(random, frames.length);
    const frame = frames[at]!;
    switch (randomInt(random, 9)) {
      case 0:
        frames.splice(at, 1);
        break;
      case 1:
        frames.splice(randomInt(random, frames.length), 0, frame.slice());
        break;
      case 2:
        frames.splice(at, 1);
        frames.splice(randomInt(random, frames.length + 1), 0, frame);
        break;
      case 3: // type, flags, or stream, and now and then the length
        frame[[3, 4, 8, 2][randomInt(random, 4)]!] = randomInt(random, 16);
        break;
      case 4:
        frames.splice(at, 0, flood(random));
        break;
      case 5:
        frames[at] = concat([frame, randomBytes(random, 1 + randomInt(random, 30))]);
        break;
      case 6:
        return concat([...frames.slice(0, at), frame.subarray(0, randomInt(random, frame.length))]);
      default:
        frame[randomInt(random, frame.length)] = randomInt(random, 256);
    }
    if (frames.length === 0) return new Uint8Array(0);
  }
  return concat(frames);
}

/** The same small frame many times over. */
function flood(random: Random): Uint8Array {
  const size = [0, 4, 5, 6, 8][randomInt(random, 5)]!;
  const frame = new Uint8Array(FRAME_HEADER_LENGTH + size);
  frame.set([
    0,
    0,
    size,
    randomInt(random, 11),
    randomInt(random, 16),
    0,
    0,
    0,
    randomInt(random, 6),
  ]);
  frame.set(randomBytes(random, size), FRAME_HEADER_LENGTH);
  return concat(Array.from({ length: 1 + randomInt(random, 300) }, () => frame));
}
