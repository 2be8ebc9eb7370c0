import { expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { concat } from '#bytes/concat';
import { fromHex, toHex } from '#bytes/hex';
import { expectBytes, installByteMatcher, type Mistake } from '#course/kit/compare/equal-bytes';
import { likely } from '#course/kit/compare/likely';
import { expectSame } from '#course/kit/compare/same';
import { expectThrown } from '#course/kit/compare/thrown';
import { asView, expectKept, unchanged } from '#course/kit/given';
import { Random } from '#course/kit/random';
import { task } from '#course/kit/task';
import { type Cursor, cursorOver } from '#hpack/cursor';
import { HpackEncoder } from '#hpack/encoder';
import { readField } from '#hpack/field-reader';
import { writeField } from '#hpack/field-writer';
import { DecodedField, type HeaderField } from '#hpack/header-field';
import { decodeInteger, encodeInteger } from '#hpack/integer';
import { MAX_INTEGER, MAX_INTEGER_BYTES } from '#hpack/limits';
import { huffmanDecode, huffmanEncode } from '#hpack/strings/huffman';
import { CODE_LENGTHS, CODES } from '#hpack/strings/huffman-code';
import { DynamicTable } from '#hpack/tables/dynamic-table';
import { TableIndex } from '#hpack/tables/table-index';
import { createHpackDissector } from '#inspect/hpack/dissector';
import { EXAMPLES, REQUESTS } from '../hpack/appendix-c.ts';
import { blocksOfNode, exchangeWithNode, type Pairs } from './08-hpack.node.ts';

/*
 * The examples are those of RFC 7541, Appendix C. Tasks 4 and 5 end at a stranger's, Node's own
 * http2. That part, and nothing else here, needs Node: it stands in `08-hpack.node.ts`.
 */

installByteMatcher();

const hpackError = { name: 'HpackError' };
const mistake = (hex: string, cause: string): Mistake => ({ bytes: fromHex(hex), cause });

/** What `write` appends to a writer in which something stands already. */
function written(write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter();
  out.byte(0xee);
  write(out);
  return out.take().subarray(1);
}

/** A number as it must be, put together from its bits in another way than the exercise would. */
function rightInteger(pattern: number, prefixBits: number, value: number): Uint8Array {
  const full = 2 ** prefixBits - 1;
  if (value < full) return Uint8Array.of(pattern + value);
  const bits = (value - full).toString(2);
  const count = Math.ceil(bits.length / 7);
  const padded = bits.padStart(7 * count, '0');
  const rest = Array.from({ length: count }, (_, i) => {
    const end = padded.length - 7 * i;
    return Number.parseInt(padded.slice(end - 7, end), 2) + (i < count - 1 ? 128 : 0);
  });
  return Uint8Array.of(pattern + full, ...rest);
}

const FULL =
  'All ones in the prefix say that more follows. So the prefix alone says 0 … 2^n − 2, and 2^n − 1 is all ones and a zero byte.';

const NOT_TAKEN_OFF =
  'What the prefix says already has to be taken off: the bytes behind it say value − (2^n − 1).';

task(1, () => {
  const expectInteger = (
    pattern: number,
    prefixBits: number,
    value: number,
    mistakes: Mistake[] = [],
  ) =>
    expectBytes(
      written((out) => encodeInteger(out, pattern, prefixBits, value)),
      rightInteger(pattern, prefixBits, value),
      { mistakes },
    );

  test('10 fits into five bits (C.1.1)', () => expectInteger(0, 5, 10));

  test('the bits before the prefix stay', () => {
    const lost = 'The pattern is lost: the bits before the prefix say what the number is for.';
    expectInteger(0x80, 7, 2, [mistake('02', lost)]);
    expectInteger(0x40, 6, 1, [mistake('01', lost)]);
    expectInteger(0x20, 5, 31, [
      mistake('1f 00', lost),
      mistake('3f', FULL),
      mistake('3f 1f', NOT_TAKEN_OFF),
      mistake('1f', FULL),
    ]);
  });

  test('30 is one byte in five bits, 31 is two', () => {
    expectInteger(0, 5, 30, [mistake('1f ff', FULL)]);
    expectInteger(0, 5, 31, [mistake('1f', FULL), mistake('1f 1f', NOT_TAKEN_OFF)]);
    expectInteger(0, 5, 32, [mistake('1f 20', NOT_TAKEN_OFF)]);
  });

  test('1337 in five bits is 1f 9a 0a (C.1.2)', () =>
    expectInteger(0, 5, 1337, [
      mistake('1f b9 0a', NOT_TAKEN_OFF),
      mistake('1f 8a 1a', 'The lowest seven bits come first, as in a varint.'),
      mistake('1f 0a 9a', 'The lowest seven bits come first, as in a varint.'),
      mistake('1f 1a 0a', 'Every byte but the last has its high bit set: another follows.'),
      mistake('1f 9a 8a', 'The last byte has no high bit: nothing follows it.'),
      mistake('1f 1a 8a', 'The high bit says that another byte follows: not in the last one.'),
    ]));

  test.each([127 + 31, 128 + 31, 16_383 + 31, 16_384 + 31, MAX_INTEGER])(
    'where another byte begins: %d',
    (value) => expectInteger(0, 5, value),
  );

  test('3000 numbers in prefixes of 4 to 7 bits', () => {
    const random = new Random(1);
    for (let i = 0; i < 3000; i++) {
      const prefixBits = random.integer(4, 7);
      const value = random.integer(0, 2 ** random.integer(1, 28) - 1);
      expectInteger(256 - 2 ** prefixBits, prefixBits, value);
    }
  });

  /** Reads in the middle of other bytes, and looks at where it stopped. */
  function expectRead(hex: string, prefixBits: number, value: number, cause: string): void {
    const bytes = fromHex(hex);
    const from: Cursor = { bytes: concat([fromHex('ff'), bytes, fromHex('05')]), at: 1, end: 0 };
    from.end = from.bytes.length;
    const read = decodeInteger(from, prefixBits);
    expectSame(`${hex} with a prefix of ${prefixBits} bits`, read, value, cause);
    expectSame(
      `from.at after ${hex}`,
      from.at,
      1 + bytes.length,
      'from.at moves behind the number, and no further: what follows is read from there.',
    );
  }

  test('reads small ones, whatever stands before the prefix', () => {
    const others =
      'The bits before the prefix belong to the caller: only the low ones are the number.';
    expectRead('0a', 5, 10, others);
    expectRead('ea', 5, 10, others);
    expectRead('82', 7, 2, others);
    expectRead('1e', 5, 30, FULL);
  });

  test('reads on where the prefix is full', () => {
    expectRead('1f 00', 5, 31, 'All ones, and then 0: 31 + 0.');
    expectRead(
      '1f 9a 0a',
      5,
      1337,
      '31 + 26 + 10 × 128: what the prefix says is added, the lowest seven bits come first.',
    );
    expectRead('ff 9a 0a', 7, 127 + 26 + 1280, 'Of a prefix of seven bits 127 is added.');
  });

  test('reads the largest', () =>
    expectRead(
      toHex(rightInteger(0, 5, MAX_INTEGER)),
      5,
      MAX_INTEGER,
      'MAX_INTEGER is the largest that is allowed: only more than it is refused.',
    ));

  test('zeros at the end are allowed, as far as the limit goes', () => {
    expectRead('1f 80 80 80 00', 5, 31, 'A number may be longer than it has to be.');
    const most = `1f ${'80 '.repeat(MAX_INTEGER_BYTES - 1)} 00`;
    return likely(
      `MAX_INTEGER_BYTES, ${MAX_INTEGER_BYTES}, may follow the first: only more are too many.`,
      () => expectRead(toHex(fromHex(most)), 5, 31, 'A number may be longer than it has to be.'),
    );
  });

  test('in a view of a larger buffer', () =>
    likely(
      'The same bytes were read in a buffer of their own. These are a view into a larger one: from.bytes[from.at] counts from where they begin.',
      () => {
        const bytes = asView(fromHex('ee 1f 9a 0a'));
        const read = unchanged('the input', bytes, (given) =>
          decodeInteger({ bytes: given, at: 1, end: 4 }, 5),
        );
        expectSame('1f 9a 0a with a prefix of 5 bits', read, 1337);
      },
    ));

  test.each([
    ['nothing', ''],
    ['1f', '1f'],
    ['1f 9a', '1f 9a'],
    ['1f ff ff', '1f ff ff'],
  ])('the block ends inside it: %s', (_, hex) =>
    expectThrown(
      () => decodeInteger(cursorOver(fromHex(hex)), 5),
      hpackError,
      'A block is whole when it is read: nothing more will come. What is half there is an error.',
    ),
  );

  test('from.end is the end, though there are more bytes', () =>
    expectThrown(
      () => decodeInteger({ bytes: fromHex('1f 9a 0a'), at: 0, end: 2 }, 5),
      hpackError,
      'The block ends at from.end: what lies behind it in memory is somebody else’s.',
    ));

  test.each([
    ['1f ff ff ff ff 7f', 'far above MAX_INTEGER'],
    ['1f e1 ff ff 7f', 'one above MAX_INTEGER'],
    ['1f 80 80 80 80 08', 'which << 28 makes negative'],
    ['1f 80 80 80 80 10', 'which << 28 makes 0'],
  ])('too large: %s, %s', (hex) =>
    expectThrown(
      () => decodeInteger(cursorOver(fromHex(hex)), 5),
      hpackError,
      'A number above MAX_INTEGER is nothing that an honest peer sends. It may be taken for a length, and memory for it. (Shifts work on 32 bits: << 28 loses what is above them.)',
    ),
  );

  test('zeros without end', () => {
    const zeros = new Uint8Array(1_000_000).fill(0x80);
    zeros[0] = 0x1f;
    zeros[zeros.length - 1] = 0;
    return expectThrown(
      () => decodeInteger(cursorOver(zeros), 5),
      hpackError,
      'Zeros add nothing, so the number never becomes too large. MAX_INTEGER_BYTES ends it all the same.',
    );
  });

  test('one byte more than MAX_INTEGER_BYTES', () =>
    expectThrown(
      () => decodeInteger(cursorOver(fromHex(`1f ${'80 '.repeat(MAX_INTEGER_BYTES)} 00`)), 5),
      hpackError,
      `MAX_INTEGER_BYTES, ${MAX_INTEGER_BYTES}, may follow the first byte, and here is one more.`,
    ));

  test('3000 numbers, there and back', () => {
    const random = new Random(2);
    for (let i = 0; i < 3000; i++) {
      const prefixBits = random.integer(4, 7);
      const value = random.integer(0, 2 ** random.integer(1, 28) - 1);
      const hex = toHex(rightInteger(0, prefixBits, value));
      expectRead(hex, prefixBits, value, 'Byte i after the first belongs 7 × i bits up.');
    }
  });
});

/** Text in Huffman code, put together as a string of zeros and ones. */
function rightHuffman(text: string): Uint8Array {
  const bits = Array.from(text, (character) => {
    const octet = character.charCodeAt(0);
    return CODES[octet]!.toString(2).padStart(CODE_LENGTHS[octet]!, '0');
  }).join('');
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte.padEnd(8, '1'), 2));
}

task(2, () => {
  const expectHuffman = (text: string, mistakes: Mistake[] = []) =>
    expectBytes(
      written((out) => huffmanEncode(out, text)),
      rightHuffman(text),
      { mistakes },
    );

  test('one short code, and padding: "a" is 1f', () =>
    expectHuffman('a', [
      mistake('18', 'The padding is ones, the beginning of EOS. Zeros would be another character.'),
      mistake('03', 'The code stands at the high end of the byte, the padding behind it.'),
      mistake('', 'The last bits do not fill a byte, but they have to go out all the same.'),
    ]));

  test('codes across bytes: "a0Z"', () =>
    expectHuffman('a0Z', [
      mistake('1f 07 fd', 'The codes stand one behind the other, with no gap between.'),
      mistake('18 3f 40', 'The padding is ones.'),
      mistake('18 3f 01', 'The code stands at the high end of the byte, the padding behind it.'),
    ]));

  test('nothing is left over, so nothing is filled up: "&" is f8', () => {
    expectHuffman('&', [
      mistake('f8 ff', 'The codes end with the byte: padding of a whole byte is not allowed.'),
    ]);
    expectHuffman('', [mistake('ff', 'Of no characters there are no bytes.')]);
  });

  test.each(['www.example.com', 'no-cache', 'custom-value', 'Mon, 21 Oct 2013 20:13:21 GMT'])(
    'an example of the RFC: %s',
    (text) => expectHuffman(text),
  );

  test('long codes, of up to 30 bits', () =>
    likely(
      'Codes have up to 30 bits, and << works on 32: with some bits already waiting there is no room for one. Put it in bit by bit, or byte by byte.',
      () => {
        for (const text of ['\n', 'a\n\r', '\u0016\u00f9\u0000\u00ff', 'é~^', '\u0001\u0002\u0003'])
          expectHuffman(text);
      },
    ));

  test('every character behind every number of waiting bits', () => {
    const random = new Random(3);
    for (let i = 0; i < 1000; i++) {
      expectHuffman(String.fromCharCode(...random.bytes(random.integer(0, 20))));
    }
  });

  const expectText = (hex: string, text: string, cause: string) =>
    expectSame(`the text of ${hex}`, huffmanDecode(fromHex(hex)), text, cause);

  test('up to seven ones are padding', () =>
    likely('Seven bits may be left over: only eight or more are too many.', () =>
      expectText('18 c6 31 ff', 'aaaaa', 'Five times five bits, and seven ones.'),
    ));

  test('reads the same back', () => {
    expectText('1f', 'a', 'Five bits are the code of a; the three ones behind it are padding.');
    expectText('f8', '&', 'All eight bits are the code, there is no padding.');
    expectText('', '', 'Of no bytes there is no text.');
    expectText('18 3f 7f', 'a0Z', 'After each character the code begins anew, with the next bit.');
    expectText(
      'f1 e3 c2 e5 f2 3a 6b a0 ab 90 f4 ff',
      'www.example.com',
      'After each character the code begins anew, with the next bit.',
    );
  });

  test('in a view of a larger buffer, which stays as it was', () => {
    const bytes = asView(fromHex('f1 e3 c2 e5 f2 3a 6b a0 ab 90 f4 ff'));
    const text = unchanged('the input', bytes, (given) => huffmanDecode(given));
    expectSame(
      'the text in the view',
      text,
      'www.example.com',
      'The same bytes were read in a buffer of their own. These are a view into a larger one.',
    );
  });

  test('reads from start to end, and no further', () =>
    expectSame(
      'the text in the middle',
      huffmanDecode(fromHex('00 00 1f ff 00'), 2, 3),
      'a',
      'A string is a piece of a block: its bytes go from start to end.',
    ));

  test('any octets come back', () => {
    const random = new Random(4);
    for (let i = 0; i < 500; i++) {
      // Most are short, as header fields are; some are not.
      const length = i % 50 === 0 ? 100 : random.integer(0, 20);
      const text = String.fromCharCode(...random.bytes(length));
      expectSame(
        `the text of ${toHex(rightHuffman(text))}`,
        huffmanDecode(rightHuffman(text)),
        text,
        'Every octet is one character, 0 to 255.',
      );
    }
  });

  test('200,000 characters', () => {
    const bytes = new Uint8Array(125_000);
    // Eight times the code of an a.
    const eight = fromHex('18 c6 31 8c 63');
    for (let at = 0; at < bytes.length; at += eight.length) bytes.set(eight, at);
    const cause =
      'A stranger says how long a text is: what a character costs must not grow with those that came before it.';
    return likely(cause, () =>
      expectSame('all of them are an a', huffmanDecode(bytes) === 'a'.repeat(200_000), true, cause),
    );
  });

  test.each(['18', 'b8', '19', '1a', '1b', '1c', '1d', '1e'])(
    'padding that is not all ones: %s',
    (hex) =>
      expectThrown(
        () => huffmanDecode(fromHex(hex)),
        hpackError,
        'Behind the last character there are only ones. Anything else is half a character.',
      ),
  );

  test.each(['1f ff', 'ff', 'f8 ff'])('padding of a byte or more: %s', (hex) =>
    expectThrown(
      () => huffmanDecode(fromHex(hex)),
      hpackError,
      'Seven ones at the most: a byte of nothing but padding has no reason to be there (§5.2).',
    ),
  );

  test('EOS', () =>
    expectThrown(
      () => huffmanDecode(fromHex('ff ff ff ff')),
      hpackError,
      'Thirty ones are EOS, which must never be in a string (§5.2).',
    ));
});

const field = (name: string, value: string) => new DecodedField(name, value);

/** What stands in a table, newest first. */
const valuesIn = (table: DynamicTable) =>
  Array.from({ length: table.length }, (_, i) => table.get(i)?.value);

task(3, () => {
  const sizes = (table: DynamicTable) => [table.length, table.size, table.added];

  test('the newest is first', () => {
    const table = new DynamicTable(4096);
    for (const value of ['one', 'two', 'three']) table.add(field('n', value));
    expectSame(
      'the values, from index 0',
      valuesIn(table),
      ['three', 'two', 'one'],
      'The newest entry has index 0, and moves the others down by one.',
    );
    expectSame('what stands at index 3', table.get(3), undefined, 'There are only three.');
  });

  test('an entry counts 32 more than its octets', () => {
    const table = new DynamicTable(4096);
    table.add(field('custom-key', 'custom-header'));
    expectSame(
      'size after an entry of 10 + 13 octets',
      table.size,
      55,
      'An entry costs its name, its value and 32 for the rest (§4.1): fieldSize says it.',
    );
    table.add(field('custom-key', 'custom-header'));
    expectSame(
      'size after the same entry again',
      table.size,
      110,
      'The same field may be in the table twice; each costs (§2.3.2).',
    );
  });

  test('the oldest goes when there is no room', () => {
    const gone: [string, number][] = [];
    const table = new DynamicTable(110, ({ value }, number) => gone.push([value, number]));
    for (const value of ['1', '2', '3', '4']) table.add(field('n', value));
    expectSame(
      'the values, newest first',
      valuesIn(table),
      ['4', '3', '2'],
      'Each is 34: three have room in 110, and for the fourth the oldest has to go.',
    );
    expectSame(
      'length, size and added',
      sizes(table),
      [3, 102, 4],
      'size goes down as entries go.',
    );
    expectSame(
      'what onEvict was told: the entry and its number',
      gone,
      [['1', 0]],
      'onEvict hears of each entry that goes, with its fixed number: 0 for the first there ever was.',
    );
  });

  test('exactly full is not too full', () => {
    const table = new DynamicTable(68);
    for (const value of ['1', '2']) table.add(field('n', value));
    expectSame(
      'entries of 34 in a table of 68',
      table.length,
      2,
      'Entries may fill the table to the last octet: evict while there are more than that.',
    );
  });

  test('fields stay as they were', () => {
    const table = new DynamicTable(68);
    const first = field('n', '1');
    table.add(first);
    expectKept('the first field', { name: first.name, value: first.value }, () => {
      for (const value of ['2', '3']) table.add(field('n', value));
    });
  });

  test('a large one makes several go', () => {
    const gone: number[] = [];
    const table = new DynamicTable(110, (_, number) => gone.push(number));
    for (const value of ['1', '2', '3', 'x'.repeat(60)]) table.add(field('n', value));
    expectSame(
      'length and size',
      [table.length, table.size],
      [1, 93],
      'Entries go until the new one has room: that may be one, or all.',
    );
    expectSame('the numbers of those that went', gone, [0, 1, 2], 'The oldest goes first.');
  });

  test('one that is larger than the table empties it', () => {
    const gone: number[] = [];
    const table = new DynamicTable(110, (_, number) => gone.push(number));
    for (const value of ['1', '2', 'x'.repeat(100), '3']) table.add(field('n', value));
    expectSame(
      'the values',
      valuesIn(table),
      ['3'],
      'What is larger than the whole table is not added, but all others go (§4.4). It is not an error.',
    );
    expectSame('the numbers of those that went', gone, [0, 1], 'Both entries went.');
    expectSame('added', table.added, 3, 'What was not added has no number.');
  });

  test('one that just fits into the table, and one that does not', () => {
    const table = new DynamicTable(34);
    table.add(field('n', '1'));
    expectSame(
      'entries after one of 34 came into a table of 34',
      table.length,
      1,
      'It fits to the last octet: only what is larger than the whole table is not added.',
    );
    table.add(field('n', '12'));
    expectSame(
      'entries after one of 35 came into a table of 34',
      table.length,
      0,
      'It is larger than the whole table: it is not added, and the others go (§4.4).',
    );
  });

  test('smaller: what no longer fits goes, and larger brings nothing back', () => {
    const gone: number[] = [];
    const table = new DynamicTable(4096, (_, number) => gone.push(number));
    for (const value of ['1', '2', '3']) table.add(field('n', value));
    table.resize(70);
    expectSame(
      'the values in a table of 70',
      valuesIn(table),
      ['3', '2'],
      'A smaller table keeps the newest: what no longer fits goes at once, the oldest first (§4.3).',
    );
    table.resize(4096);
    expectSame(
      'the values, when the table of 70 may take 4096',
      valuesIn(table),
      ['3', '2'],
      'A larger table keeps what it has: there is only more room.',
    );
    table.resize(0);
    expectSame('length and size of a table of 0', [table.length, table.size], [0, 0], 'All go.');
    table.add(field('n', '4'));
    expectSame('length of a table of 0', table.length, 0, 'In a table of 0 nothing has room.');
    table.resize(4096);
    expectSame('maxSize', table.maxSize, 4096, 'resize sets what maxSize says.');
    table.add(field('n', '5'));
    expectSame('the values', valuesIn(table), ['5'], 'It is empty, and goes on from there.');
    expectSame('the numbers of those that went', gone, [0, 1, 2], 'The oldest goes first.');
  });

  test('a size that is just what is in use', () => {
    const table = new DynamicTable(4096);
    for (const value of ['1', '2']) table.add(field('n', value));
    table.resize(68);
    expectSame(
      'the values, 34 octets each, when the table has 68',
      valuesIn(table),
      ['2', '1'],
      'Entries may fill the table to the last octet: nothing has to go.',
    );
  });

  test('3000 entries of all sizes', () => {
    const random = new Random(5);
    const gone: number[] = [];
    const table = new DynamicTable(500, (_, number) => gone.push(number));
    let all: string[] = [];
    for (let i = 0; i < 3000; i++) {
      const value = 'x'.repeat(random.integer(0, 120));
      table.add(field('n', value));
      all = [value, ...all];
      while (all.reduce((sum, text) => sum + text.length + 33, 0) > 500) all.pop();
      expectSame('the lengths of the values', valuesIn(table), all, 'By the same rules each time.');
    }
    const inOrder = Array.from({ length: 3000 - all.length }, (_, i) => i);
    expectSame('the numbers of all that went', gone, inOrder, 'Each goes once, in order.');
  });
});

/** The series of blocks of Appendix C: C.3 to C.6, each over one connection. */
const SERIES = EXAMPLES.filter(({ lists }) => lists.length > 1);
const HUFFMAN_REQUESTS = EXAMPLES.find(
  ({ lists, name }) => lists === REQUESTS && /^C.4/.test(name),
)!;

/** Checks a list as it was read, and says which field is the first wrong one. */
function expectFields(what: string, fields: readonly HeaderField[], right: Pairs) {
  const read = fields.map(({ name, value }) => `${name}: ${value}`);
  const wanted = right.map(([name, value]) => `${name}: ${value}`);
  for (const [i, line] of wanted.entries()) {
    expectSame(`${what}, field ${i + 1}`, read[i], line, causeOf(read[i], line));
  }
  expectSame(`${what}, number of fields`, read.length, wanted.length, 'A field is read for each.');
}

function causeOf(read: string | undefined, line: string): string | undefined {
  const [name = '', value = ''] = line.split(/(?<=.): /);
  if (read === `${name}: `)
    return 'Only the name came from the table: an indexed field brings its value along.';
  if (read === `${value}: ${name}`) return 'Name and value are the wrong way round.';
  return undefined;
}

/** Reads a whole block, as the decoder does, but ends where a field takes no bytes. */
function readBlock(block: Uint8Array, table: DynamicTable): DecodedField[] {
  const from = cursorOver(block);
  const fields: DecodedField[] = [];
  while (from.at < from.end) {
    const before = from.at;
    fields.push(readField(from, table));
    if (from.at > before) continue;
    const cause = 'readField has to move from.at: decodeInteger and decodeString do it for you.';
    expectSame('from.at after a field', from.at, 'more than before', cause);
  }
  return fields;
}

task(4, () => {
  /** Reads one field with a table, and looks at where it stopped. */
  function read(hex: string, table = new DynamicTable(4096)): DecodedField {
    const from = cursorOver(concat([fromHex(hex), fromHex('84')]));
    const result = readField(from, table);
    expectSame(
      `from.at after ${hex}`,
      from.at,
      fromHex(hex).length,
      'from.at moves behind the field: the first byte is read by decodeInteger, and only once.',
    );
    return result;
  }
  const line = ({ name, value }: DecodedField) => `${name}: ${value}`;

  test('an indexed field (C.2.4)', () => {
    const off = 'The static table begins with index 1: STATIC_TABLE[2] is :method GET.';
    const stepped =
      'That is the field behind it: the first byte was stepped over. Look at from.bytes[from.at] and leave it there, decodeInteger reads it.';
    const first = line(readField(cursorOver(fromHex('82 84')), new DynamicTable(4096)));
    expectSame('82', first, ':method: GET', first === ':path: /' ? stepped : off);
    read('82');
    return likely('Index 61 is static still: the dynamic table begins with 62.', () =>
      expectSame('bd, index 61', line(read('bd')), 'www-authenticate: ', off),
    );
  });

  test('a literal with a new name, added (C.2.1)', () => {
    const table = new DynamicTable(4096);
    const hex = '400a637573746f6d2d6b65790d637573746f6d2d686561646572';
    const added = 'With 01 in front the field is added to the table, after it was read (§6.2.1).';
    expectSame(hex, line(read(hex, table)), 'custom-key: custom-header', 'Name, then value.');
    expectSame('entries in the table', table.length, 1, added);
    expectSame(
      'neverIndexed',
      table.get(0)?.neverIndexed,
      false,
      'It is in the table now, so it is not a secret: only 0001 says so.',
    );
    return likely('Index 62 is the newest of the dynamic table: get(0).', () =>
      expectSame('index 62', line(read('be', table)), 'custom-key: custom-header', added),
    );
  });

  test('a literal with a name of the table, not added (C.2.2)', () => {
    const table = new DynamicTable(4096);
    const hex = '040c2f73616d706c652f70617468';
    const cause = 'The index, 4, gives the name; only the value is spelt out.';
    expectSame(hex, line(read(hex, table)), ':path: /sample/path', cause);
    expectSame(
      'entries in the table',
      table.length,
      0,
      'With 0000 in front the field is not added to the table (§6.2.2).',
    );
  });

  test('a secret (C.2.3)', () => {
    const table = new DynamicTable(4096);
    const secret = read('100870617373776f726406736563726574', table);
    expectSame('the field', line(secret), 'password: secret', 'Read as any other literal.');
    expectSame(
      'neverIndexed',
      secret.neverIndexed,
      true,
      'With 0001 in front nobody may ever index the field (§6.2.3): who passes it on has to know.',
    );
    expectSame('entries in the table', table.length, 0, 'A secret is not added to the table.');
    const open = read('040c2f73616d706c652f70617468').neverIndexed;
    expectSame('neverIndexed of what begins with 0000', open, false, 'Only 0001 says it.');
  });

  test('a name from the dynamic table', () => {
    const table = new DynamicTable(4096);
    table.add(field('x-old', 'a'));
    table.add(field('x-new', 'b'));
    const at = 'Index 62 is the newest of the dynamic table, get(0); 63 the one before it.';
    expectSame('7e 01 63', line(read('7e 01 63', table)), 'x-new: c', at);
    expectSame(
      '7f 00 01 65, a prefix of six bits that is full: index 63',
      line(read('7f 00 01 65', table)),
      'x-new: e',
      '7f is 01 and a full prefix of six bits: only from 80 on is it an index of a whole field.',
    );
    const late = read('0f 32 01 64', table);
    expectSame('0f 32 01 64, index 65', line(late), 'x-old: d', at);
    expectSame(
      'neverIndexed of what begins with 0f',
      late.neverIndexed,
      false,
      '0f is 0000 and a prefix of four bits that is full: only 0001 in front says it.',
    );
  });

  test('a name and a value as they were sent', () =>
    expectSame(
      '00 07 58 2d 53 68 65 6c 66 03 20 61 20',
      line(read('00 07 58 2d 53 68 65 6c 66 03 20 61 20')),
      'X-Shelf:  a ',
      'Reading a field changes nothing in it. A capital letter in a name is an error of HTTP/2, and whoever looks for it has to see it.',
    ));

  test('an entry that goes for the one that took its name', () => {
    const table = new DynamicTable(40);
    table.add(field('x-name', '1'));
    const cause =
      'Read the name before the entry is added: it may be the one that has to go (§4.4).';
    expectSame('7e 01 32', line(read('7e 01 32', table)), 'x-name: 2', cause);
    expectSame('what the table holds', valuesIn(table), ['2'], cause);
  });

  test.each([
    ['80', 'There is no index 0 (§6.1).'],
    ['80 01 61 01 62', '0x80 is an index already, and there is no index 0 (§6.1).'],
    ['be', 'The dynamic table is empty: nothing has index 62.'],
    ['ff 80 01', 'Nothing has an index so high.'],
    ['7e 01 61', 'The index of a name has to exist too.'],
  ])('no field has this index: %s', (hex, cause) =>
    expectThrown(() => read(hex), hpackError, cause),
  );

  test('a change of the size, after it was too late', () =>
    expectThrown(
      () => read('20 01 61 01 62'),
      hpackError,
      '001 changes the size of the table, and stands only at the beginning of a block (§4.2): the decoder has read those before it calls readField.',
    ));

  test('a change of the size, and a field behind it', () => {
    const table = new DynamicTable(4096);
    const cause =
      '001 is refused, even if all that follows makes sense: the decoder has read those that stand at the beginning.';
    return likely(cause, async () => {
      await expectThrown(() => read('20 82', table), hpackError, cause);
      expectSame('maxSize of the table afterwards', table.maxSize, 4096, cause);
    });
  });

  test('where the block ends, there is no field', () => {
    const cause =
      'At from.end the block is over, whatever bytes stand behind it, and there is no field to be read: decodeInteger throws for that.';
    const from: Cursor = { bytes: fromHex('82 84'), at: 1, end: 1 };
    return expectThrown(() => readField(from, new DynamicTable(4096)), hpackError, cause);
  });

  test('a literal that breaks off is not added', async () => {
    const table = new DynamicTable(4096);
    const cause = 'The value is missing: add the field when all of it was read, and not before.';
    await expectThrown(() => readField(cursorOver(fromHex('40 01 61')), table), hpackError, cause);
    expectSame('entries of the table afterwards', table.length, 0, cause);
  });

  test('a literal that is larger than the table empties it', () => {
    const table = new DynamicTable(64);
    table.add(field('n', '1'));
    read(`40 01 6e 28 ${'61 '.repeat(40)}`, table);
    expectSame(
      'entries of the table afterwards',
      table.length,
      0,
      'With 01 every field goes to table.add, which knows what to do with one that is too large: all others go (§4.4), at the peer’s as well.',
    );
  });

  test('a change of the size whose number fills its prefix', () => {
    const table = new DynamicTable(4096);
    for (const name of ['x-old', 'x-new']) table.add(field(name, 'a'));
    return expectThrown(
      () => read('3f 00 01 61', table),
      hpackError,
      '3f is 001 and a prefix of five bits that is full: a change of the size, and no literal.',
    );
  });

  test('a block that is a view into a larger buffer', () => {
    const table = new DynamicTable(4096);
    const block = asView(fromHex('82 04 0c 2f 73 61 6d 70 6c 65 2f 70 61 74 68'));
    const fields = unchanged('the block', block, (given) => readBlock(given, table));
    expectSame('the fields', fields.map(line), [':method: GET', ':path: /sample/path']);
  });

  test.each(SERIES.map((series) => [series.name, series] as const))(
    'Appendix %s',
    (_, { tableSize, lists, blocks }) => {
      const table = new DynamicTable(tableSize);
      for (const [i, block] of blocks.entries()) {
        expectFields(`block ${i + 1}`, readBlock(fromHex(block), table), lists[i]!);
      }
    },
  );

  test('what Node sends', async () => {
    const requests = [300, 300, 301].map(
      (shelf): Pairs => [
        [':method', 'GET'],
        [':path', `/shelves/${shelf}`],
        [':scheme', 'http'],
        [':authority', 'pantry.example'],
        ['x-shelf', String(shelf)],
        ['authorization', 'Bearer 3b1f0c9e7a52d8e4'],
      ],
    );
    const table = new DynamicTable(4096);
    for (const [i, block] of (await blocksOfNode(requests)).entries()) {
      const fields = readBlock(block, table);
      const sorted = requests[i]!.map(([name]) => fields.find((one) => one.name === name)!);
      expectFields(`Node’s request ${i + 1}`, sorted, requests[i]!);
    }
  });
});

task(5, () => {
  const write = (table: TableIndex, one: HeaderField) =>
    written((out) => writeField(out, one, table));
  const expectField = (
    received: Uint8Array,
    hex: string,
    mistakes: Mistake[] = [],
    before: Uint8Array[] = [],
  ) => {
    const dissector = createHpackDissector();
    for (const block of before) dissector.push(block);
    expect(received).toEqualBytes(fromHex(hex), { dissector, mistakes });
  };

  test('a field of the static table is one byte', () => {
    const table = new TableIndex(4096);
    expectField(write(table, { name: ':method', value: 'GET' }), '82', [
      mistake('02', 'The first bit says that it is an index: 0x80 with a prefix of seven bits.'),
      mistake('42 03 47 45 54', FIND_FIRST),
      mistake('02 03 47 45 54', FIND_FIRST),
    ]);
  });

  test('a new value for a name of the table', () =>
    expectField(write(new TableIndex(4096), { name: ':path', value: '/tea' }), '44 83 61 25 1f', [
      mistake('04 83 61 25 1f', ADD_IT),
      mistake('14 83 61 25 1f', 'Only a secret is never indexed: 0001.'),
      mistake(
        '40 84 b9 58 d3 3f 83 61 25 1f',
        'The name has an index: table.findName. Then it is not spelt out.',
      ),
      mistake(
        '84',
        'findName finds a name: for the whole field its value has to be the same, findField.',
      ),
      mistake(
        '44 84 b9 58 d3 3f 83 61 25 1f',
        'The index says the name: it is not spelt out as well.',
      ),
    ]));

  test('a new name', () => {
    expectField(
      write(new TableIndex(4096), { name: 'x-shelf', value: '300' }),
      '40 86 f2 b2 27 2d 12 ff 82 64 00',
      [
        mistake('40 82 64 00', 'With index 0 the name follows, and then the value.'),
        mistake('40 82 64 00 86 f2 b2 27 2d 12 ff', 'The name comes before the value.'),
        mistake('00 86 f2 b2 27 2d 12 ff 82 64 00', ADD_IT),
        mistake('7e 82 64 00', TOO_EARLY),
        mistake('be', TOO_EARLY),
      ],
    );
  });

  test('the second time it is one byte', () => {
    const table = new TableIndex(4096);
    const first = write(table, { name: 'x-shelf', value: '300' });
    const remember =
      'What went out with 01 stands in the reader’s table now: add it to ours too, table.add.';
    expectField(
      write(table, { name: 'x-shelf', value: '300' }),
      'be',
      [
        mistake('40 86 f2 b2 27 2d 12 ff 82 64 00', remember),
        mistake('3e', 'An index begins with 1.'),
      ],
      [first],
    );
    expectField(write(table, { name: 'x-shelf', value: '301' }), '7e 82 64 01', [], [first]);
  });

  test('a secret is never indexed, by its name or because somebody says so', () => {
    const table = new TableIndex(4096);
    const secret = 'Secrets begin with 0001: nobody on the way may index them (§7.1.3).';
    const auth = { name: 'authorization', value: 'tea' };
    expectField(write(table, auth), '1f 08 82 49 47', [
      mistake('57 82 49 47', secret),
      mistake('0f 08 82 49 47', secret),
      mistake('17 82 49 47', FOUR_BITS),
    ]);
    expectField(
      write(table, { name: 'x-pin', value: '300', neverIndexed: true }),
      '10 84 f2 b5 66 ab 82 64 00',
      [
        mistake('40 84 f2 b5 66 ab 82 64 00', secret),
        mistake('00 84 f2 b5 66 ab 82 64 00', secret),
      ],
    );
    const later = write(table, { name: 'x-pin', value: '300' });
    expectSame(
      'bytes of the same field when it is sent once more',
      later.length,
      9,
      'A secret must not be added to the table: otherwise one byte tells a stranger that the guess was right.',
    );
  });

  test('a secret that stands in a table already is spelt out', () => {
    const table = new TableIndex(4096);
    write(table, { name: 'x-pin', value: '300' });
    const received = write(table, { name: 'x-pin', value: '300', neverIndexed: true });
    expectField(received, '1f 2f 82 64 00', [
      mistake('be', 'Now it is a secret: spelt out with 0001, even though a table has it.'),
    ]);
  });

  test('what is different every time is not added', () => {
    const table = new TableIndex(4096);
    const received = write(table, { name: 'x-request-id', value: '300' });
    expectField(received, '00 89 f2 b5 85 ed 69 50 95 8d 27 82 64 00', [
      mistake(
        '40 89 f2 b5 85 ed 69 50 95 8d 27 82 64 00',
        'chooseIndexing says "literal": it never comes again, and would only push out what does. Then it begins with 0000.',
      ),
    ]);
    expectSame(
      'index of x-request-id afterwards',
      table.findName('x-request-id'),
      0,
      'A literal with 0000 is not added: the reader does not add it either.',
    );
  });

  test('a name whose index is larger than the prefix', () =>
    expectField(write(new TableIndex(0), { name: 'accept', value: '300' }), '0f 04 82 64 00', [
      mistake('53 82 64 00', 'With no table nothing can be added: chooseIndexing says "literal".'),
      mistake('13 82 64 00', FOUR_BITS),
    ]));

  test('a field whose index is larger than the prefix', () => {
    const table = new TableIndex(4096);
    const shelf = (i: number) => ({ name: 'x-shelf', value: `${i}` });
    const before = Array.from({ length: 70 }, (_, i) => write(table, shelf(i)));
    const spelt =
      'A table has this field: its index, 131, takes two bytes, and to spell it out more.';
    expectField(
      write(table, shelf(0)),
      'ff 04',
      [mistake('7e 81 07', spelt), mistake('7e 01 30', spelt)],
      before,
    );
  });

  test('our encoder makes the very blocks of Appendix C.4', () => {
    const encoder = new HpackEncoder();
    const blocks = HUFFMAN_REQUESTS.blocks.map(fromHex);
    for (const [i, list] of REQUESTS.entries()) {
      const block = written((out) => encoder.encode(asFields(list), out));
      expectField(block, HUFFMAN_REQUESTS.blocks[i]!, [], blocks.slice(0, i));
    }
  });

  test('what is written can be read, through tables of every size', () => {
    const random = new Random(6);
    for (const size of [0, 60, 200, 4096]) {
      const encoder = new HpackEncoder(size);
      const table = new DynamicTable(size);
      for (let i = 0; i < 200; i++) {
        const list = Array.from({ length: random.integer(0, 7) }, (): [string, string] => [
          `n${random.integer(0, 12)}`,
          String.fromCharCode(...random.bytes(random.integer(0, 5) ** 2)),
        ]);
        const block = written((out) => encoder.encode(asFields(list), out));
        expectFields(`list ${i + 1}, a table of ${size}`, readBlock(block, table), list);
      }
    }
  });

  test('Node understands it, and we understand Node', async () => {
    const lists = [300, 300, 301].map(
      (shelf): Pairs => [
        [':method', 'GET'],
        [':scheme', 'http'],
        [':authority', 'pantry.example'],
        [':path', `/shelves/${shelf}`],
        ['user-agent', 'learner/1.0'],
        ['authorization', 'Bearer 3b1f0c9e7a52d8e4'],
        ['x-shelf', String(shelf)],
      ],
    );
    const encoder = new HpackEncoder();
    const blocks = lists.map((list) => written((out) => encoder.encode(asFields(list), out)));
    const answer = asFields([
      [':status', '200'],
      ['server', 'pantry/1.0'],
    ]);
    const { understood, answers } = await exchangeWithNode(blocks, answer);
    for (const [i, list] of understood.entries()) {
      expectFields(`request ${i + 1}, as Node read it`, asFields(list), lists[i]!);
    }
    const table = new DynamicTable(4096);
    for (const [i, block] of answers.entries()) {
      const right = answer.map(({ name, value }): [string, string] => [name, value]);
      expectFields(`Node’s answer ${i + 1}`, readBlock(block, table), right);
    }
    expectSame(
      'the second request is shorter than half of the first',
      blocks[1]!.length < blocks[0]!.length / 2,
      true,
      'What was sent before should be an index now.',
    );
  });
});

const FIND_FIRST = 'It stands in the static table: ask findField first, then it is one number.';
const TOO_EARLY =
  'It was added before it was written, and found itself: the reader adds it after it has read it.';
const FOUR_BITS =
  'The prefix has four bits here: an index above 14 does not fit, encodeInteger goes on in the next byte.';
const ADD_IT =
  'chooseIndexing says "index": then the literal begins with 01, and both sides add it to their tables.';

const asFields = (list: Pairs): HeaderField[] => list.map(([name, value]) => ({ name, value }));
