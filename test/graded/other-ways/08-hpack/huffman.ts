import type { ByteWriter } from '#bytes/byte-writer';
import { HpackError } from '#hpack/hpack-error';
import { CODE_LENGTHS, CODES, EOS } from '#hpack/strings/huffman-code';

/** With strings of zeros and ones: slow, and as plain as can be. */
const bitsOf = (octet: number) => CODES[octet]!.toString(2).padStart(CODE_LENGTHS[octet]!, '0');
const ALL = new Map(CODES.map((_, symbol) => [bitsOf(symbol), symbol]));

export function huffmanLength(text: string): number {
  return Math.ceil([...text].reduce((sum, c) => sum + bitsOf(c.charCodeAt(0)).length, 0) / 8);
}

export function huffmanEncode(out: ByteWriter, text: string): void {
  let bits = [...text].map((character) => bitsOf(character.charCodeAt(0))).join('');
  while (bits.length % 8 !== 0) bits += '1';
  for (let at = 0; at < bits.length; at += 8) out.byte(Number.parseInt(bits.slice(at, at + 8), 2));
}

export function huffmanDecode(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const part = bytes.subarray(start, end);
  const bits = Array.from(part, (byte) => byte.toString(2).padStart(8, '0')).join('');
  let text = '';
  let gathered = '';
  for (const bit of bits) {
    gathered += bit;
    const symbol = ALL.get(gathered);
    if (symbol === undefined) continue;
    if (symbol === EOS) throw new HpackError('EOS');
    text += String.fromCharCode(symbol);
    gathered = '';
  }
  if (gathered.length >= 8 || gathered.includes('0')) throw new HpackError('wrong padding');
  return text;
}
