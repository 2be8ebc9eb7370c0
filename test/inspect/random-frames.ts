import { concat } from '#bytes/concat';
import type { Random } from '#course/kit/random';
import { pick } from './random-json.ts';

/** Sizes that the types want, so that most random frames are well-formed. */
const SIZES: Record<number, number> = { 2: 5, 3: 4, 4: 12, 6: 8, 7: 20, 8: 4 };

/** A frame by its parts: whatever they say, also what nobody may send. */
export function frameOf(
  type: number,
  flags: number,
  streamId: number,
  payload: Iterable<number> = [],
): Uint8Array {
  const body = Uint8Array.from(payload);
  const out = new Uint8Array(9 + body.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, (body.length << 8) | type);
  view.setUint8(4, flags);
  view.setUint32(5, streamId);
  out.set(body, 9);
  return out;
}

/** Any frame: mostly sound, now and then of the wrong size, with odd flags, padded too far. */
export function randomFrame(random: Random): Uint8Array {
  const type = random.integer(0, 11);
  const flags = pick(random, [0, 1, 4, 5, 8, 0xc, 0x20, 0x2d, random.integer(0, 255)]);
  const streamId = pick(random, [0, 1, 2, 3, 0x80000001, 0x7fffffff]);
  const size = pick(random, [SIZES[type] ?? 20, SIZES[type] ?? 0, random.integer(0, 40)]);
  return frameOf(type, flags, streamId, random.bytes(size));
}

/** A header block in HEADERS and CONTINUATION, cut at random. */
export function randomBlock(random: Random, streamId: number): Uint8Array {
  const pieces = Array.from({ length: random.integer(1, 4) }, () =>
    random.bytes(random.integer(0, 9)),
  );
  return concat(
    pieces.map((piece, i) =>
      frameOf(i === 0 ? 1 : 9, i === pieces.length - 1 ? 4 : 0, streamId, piece),
    ),
  );
}
