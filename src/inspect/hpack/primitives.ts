/**
 * HPACK's integers and strings for a trace (RFC 7541 §5). As with varints, the codec's own readers
 * are not used: a trace has to explain what no decoder accepts, and must not be wrong where a
 * learner's decoder is. For the same reason nothing here throws.
 */

import { MAX_INTEGER_BYTES } from '#hpack/limits';
import { CODE_LENGTHS, CODES, EOS } from '#hpack/strings/huffman-code';
import { latin1FromBytes } from '#hpack/strings/latin1';
import { clip } from '#inspect/clip';
import type { Field } from '#inspect/trace';

export const INTEGERS = 'RFC 7541 §5.1';
export const STRINGS = 'RFC 7541 §5.2';

export interface RawInteger {
  readonly value: number;
  /** Bytes that belong to it, as far as they are there. */
  readonly length: number;
  /** `unfinished`: the block ends inside it. `overlong`: it goes on after any honest peer's end. */
  readonly problem?: 'unfinished' | 'overlong';
}

/** The integer whose prefix is the low `prefixBits` of the byte at `offset`. */
export function readInteger(
  bytes: Uint8Array,
  offset: number,
  end: number,
  prefixBits: number,
): RawInteger {
  if (offset >= end) return { value: 0, length: 0, problem: 'unfinished' };
  const full = 2 ** prefixBits - 1;
  let value = bytes[offset]! & full;
  if (value < full) return { value, length: 1 };
  for (let i = 0; i < MAX_INTEGER_BYTES; i++) {
    const byte = bytes[offset + 1 + i];
    if (byte === undefined || offset + 1 + i >= end) {
      return { value, length: 1 + i, problem: 'unfinished' };
    }
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return { value, length: 2 + i };
  }
  return { value, length: 1 + MAX_INTEGER_BYTES, problem: 'overlong' };
}

/** A byte as bits, with a space after what is not part of the prefix: `01 000001`. */
export function prefixBitsOf(byte: number, prefixBits: number): string {
  const bits = byte.toString(2).padStart(8, '0');
  return `${bits.slice(0, 8 - prefixBits)} ${bits.slice(8 - prefixBits)}`.trim();
}

/** A field for an integer, its bytes as folded parts if it has more than one. */
export function integerField(
  bytes: Uint8Array,
  { offset, length }: { offset: number; length: number },
  prefixBits: number,
  about: Pick<Field, 'name' | 'value' | 'meaning' | 'source'>,
): Field {
  const field: Field = { offset, length, ...about };
  if (length < 2) return field;
  const prefix: Field = {
    offset,
    length: 1,
    name: 'prefix',
    value: prefixBitsOf(bytes[offset]!, prefixBits),
    meaning: `the prefix is full, all ones: ${2 ** prefixBits - 1}, and what follows is added`,
    source: INTEGERS,
  };
  const rest = Array.from({ length: length - 1 }, (_, i): Field => {
    const byte = bytes[offset + 1 + i]!;
    const more = byte >= 0x80 ? 'another byte follows (1)' : 'the last byte (0)';
    return {
      offset: offset + 1 + i,
      length: 1,
      name: i === 0 ? '+' : `+ 2^${7 * i} ×`,
      value: `${byte & 0x7f} (${prefixBitsOf(byte, 7)})`,
      meaning: `seven bits of what is added; ${more}`,
      source: INTEGERS,
    };
  });
  return { ...field, children: [prefix, ...rest], folded: true };
}

export interface RawString {
  readonly text: string;
  /** Length and content, as two fields or one; they cover `length` bytes. */
  readonly parts: Field[];
  readonly length: number;
  readonly problem?: string;
}

/** The string at `offset`; `name` says what it is (`name`, `value`). */
export function readString(
  bytes: Uint8Array,
  offset: number,
  end: number,
  name: string,
): RawString {
  const size = readInteger(bytes, offset, end, 7);
  if (size.problem !== undefined) {
    return {
      text: '',
      parts: [],
      length: 0,
      problem: `the length of the ${name} is ${size.problem}`,
    };
  }
  const isHuffman = bytes[offset]! >= 0x80;
  const start = offset + size.length;
  const head = integerField(bytes, { offset, length: size.length }, 7, {
    name: `${name} length`,
    value: `${size.value}${isHuffman ? ', Huffman' : ''}`,
    meaning: 'first bit: is it Huffman code? the other seven: how many bytes',
    source: STRINGS,
  });
  if (size.value > end - start) {
    const problem = `the ${name} has ${size.value} bytes, of which ${end - start} are here`;
    return { text: '', parts: [head], length: size.length, problem };
  }
  const stop = start + size.value;
  const { text, problem } = isHuffman
    ? readHuffman(bytes, start, stop)
    : { text: latin1FromBytes(bytes, start, stop), problem: undefined };
  const content: Field = {
    offset: start,
    length: size.value,
    name,
    value: clip(text),
    meaning: problem ?? (isHuffman ? savings(size.value, text.length) : 'a byte a character'),
    source: STRINGS,
  };
  const parts = size.value === 0 ? [head] : [head, content];
  return { text, parts, length: stop - offset, ...(problem !== undefined && { problem }) };
}

const savings = (size: number, characters: number) =>
  `Huffman code: ${characters} characters in ${size} bytes`;

const SYMBOLS = new Map(CODES.map((code, symbol) => [keyOf(code, CODE_LENGTHS[symbol]!), symbol]));

function keyOf(code: number, length: number): number {
  return length * 2 ** 30 + code;
}

/** Bit by bit: slow, plain, and quite another way than the decoder's. */
function readHuffman(
  bytes: Uint8Array,
  start: number,
  end: number,
): { text: string; problem?: string } {
  let text = '';
  let code = 0;
  let length = 0;
  for (let bit = start * 8; bit < end * 8; bit++) {
    code = (code << 1) | ((bytes[bit >>> 3]! >>> (7 - (bit & 7))) & 1);
    length++;
    const symbol = SYMBOLS.get(keyOf(code, length));
    if (symbol === EOS) return { text, problem: 'EOS stands in it, which must never be sent' };
    if (symbol !== undefined) {
      text += String.fromCharCode(symbol);
      code = 0;
      length = 0;
    }
  }
  // What is left is padding: the beginning of EOS, all ones, less than a byte.
  if (length > 7) return { text, problem: 'it ends with a byte or more that is not a character' };
  if (code !== 2 ** length - 1) return { text, problem: 'the padding at its end is not all ones' };
  return { text };
}
