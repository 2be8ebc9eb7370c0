import { concat } from '#bytes/concat';
import { fromHex } from '#bytes/hex';
import { encodeUtf8 } from '#bytes/utf8';
import { fieldPathAt } from '#inspect/coverage';
import type { Expected } from './encoders.ts';

export type BytesVerdict =
  | { kind: 'right' | 'nothing' | 'notHex' }
  | { kind: 'tooShort'; have: number; want: number }
  | { kind: 'tooLong'; want: number }
  /** The first wrong byte, what was typed there, and the fields that it lies in, outermost first. */
  | { kind: 'wrongAt'; offset: number; yours: number; path: string[] };

/** Compares what was typed with what the encoder writes. */
export function checkBytes(typed: string, { bytes: want, fields }: Expected): BytesVerdict {
  let have: Uint8Array;
  try {
    have = parseBytes(typed);
  } catch {
    return { kind: 'notHex' };
  }
  if (have.length === 0) return { kind: 'nothing' };
  const offset = have.findIndex((byte, i) => byte !== want[i]);
  if (offset >= want.length) return { kind: 'tooLong', want: want.length };
  if (offset >= 0) {
    const path = fieldPathAt(fields, offset).map(({ name, meaning }) => `${name} (${meaning})`);
    return { kind: 'wrongAt', offset, yours: have[offset]!, path };
  }
  if (have.length < want.length) return { kind: 'tooShort', have: have.length, want: want.length };
  return { kind: 'right' };
}

/** Hex digits; and text, as UTF-8, between quotes: `00 02 "hi"`. */
function parseBytes(typed: string): Uint8Array {
  return concat(
    typed
      .split(/("[^"]*"|“[^”]*”)/)
      .map((part) =>
        /^["“]/.test(part) ? encodeUtf8(part.slice(1, -1)) : fromHex(part.replace(/0x|,/gi, ' ')),
      ),
  );
}
