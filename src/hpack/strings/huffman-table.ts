import { CODE_LENGTHS, CODES, EOS } from './huffman-code.ts';

/**
 * The fast half of Huffman decoding: the code's tree, walked four bits at a time.
 *
 * Walking bit by bit takes a step and a question for each bit. Here the walk from every inner
 * node over each of the sixteen possible half bytes is done once, beforehand. No code is shorter
 * than five bits, so that four of them finish one octet at most. 256 nodes × 16 entries:
 *
 *     bits 0–7   the node where the walk stops (0 is the root)
 *     bits 8–15  the octet that was finished on the way …
 *     bit 16     … if this is set
 *     bit 17     the walk came to EOS: an error
 */
export const STEPS: Int32Array = new Int32Array(256 * 16);
export const EMITS = 1 << 16;
export const FAILS = 1 << 17;

/**
 * Whether a string may end at this node: the bits since the last octet are padding, which is the
 * beginning of EOS, all ones, and less than a byte (RFC 7541 §5.2).
 */
export const MAY_END: Uint8Array = new Uint8Array(256);

/** Children of each inner node: positive, another inner node; negative, ~symbol of a leaf. */
const children: [zero: number, one: number][] = [[0, 0]];
for (const [symbol, code] of CODES.entries()) {
  let node = 0;
  for (let bit = CODE_LENGTHS[symbol]! - 1; bit >= 0; bit--) {
    const side = ((code >>> bit) & 1) as 0 | 1;
    if (bit === 0) {
      children[node]![side] = ~symbol;
    } else {
      if (children[node]![side] === 0) children[node]![side] = children.push([0, 0]) - 1;
      node = children[node]![side];
    }
  }
}

for (let from = 0; from < 256; from++) {
  for (let nibble = 0; nibble < 16; nibble++) STEPS[from * 16 + nibble] = walk(from, nibble);
}

function walk(from: number, nibble: number): number {
  let node = from;
  let entry = 0;
  for (let bit = 3; bit >= 0; bit--) {
    const next = children[node]![((nibble >>> bit) & 1) as 0 | 1];
    if (next >= 0) {
      node = next;
    } else if (~next === EOS) {
      return FAILS;
    } else {
      entry = EMITS | (~next << 8);
      node = 0;
    }
  }
  return entry | node;
}

for (let node = 0, ones = 0; ones <= 7; ones++) {
  MAY_END[node] = 1;
  node = children[node]![1];
}
