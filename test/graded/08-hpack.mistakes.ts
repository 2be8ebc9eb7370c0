// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs' text
import type { ClassicMistake } from '#course/kit/mistake';

const NEXT_BYTE =
  '  if (from.at >= from.end) throw new HpackError(`the header block ends ${where}`);\n';
const ENCODE_LOOP =
  '  while (rest > 0x7f) {\n    out.byte((rest & 0x7f) | 0x80);\n    rest >>>= 7;\n  }\n  out.byte(rest);\n';
const LAST_BITS = 'if (count > 0) out.byte((waiting << (8 - count)) | (0xff >>> count));';
const EVICT_FIRST = 'this.#evictUntil(this.#maxSize - size);';
const STATIC_OR_DYNAMIC =
  'index <= STATIC_TABLE_LENGTH ? STATIC_TABLE[index] : table.get(index - STATIC_TABLE_LENGTH - 1);';
const KNOWN = 'const known = field.neverIndexed ? 0 : table.findField(name, value);';
const LITERAL = "else encodeInteger(out, indexing === 'never' ? 0x10 : 0x00, 4, nameIndex);";

export const mistakes: ClassicMistake[] = [
  {
    name: 'full-prefix-is-a-value',
    task: 1,
    file: 'integer.ts',
    change: [
      [
        '  if (value < full) {\n    out.byte(pattern | value);',
        '  if (value <= full) {\n    out.byte(pattern | value);',
      ],
    ],
    hint: 'All ones in the prefix say that more follows',
  },
  {
    name: 'prefix-not-taken-off',
    task: 1,
    file: 'integer.ts',
    change: [['let rest = value - full;', 'let rest = value;']],
    hint: 'has to be taken off',
  },
  {
    name: 'pattern-lost',
    task: 1,
    file: 'integer.ts',
    change: [['    out.byte(pattern | value);', '    out.byte(value);']],
    hint: 'The pattern is lost',
  },
  {
    name: 'no-mark',
    task: 1,
    file: 'integer.ts',
    change: [[ENCODE_LOOP, ENCODE_LOOP.replace(' | 0x80', '')]],
    hint: 'Every byte but the last has its high bit set',
  },
  {
    name: 'pattern-read-as-number',
    task: 1,
    file: 'integer.ts',
    change: [[' & full;\n  if (value < full) return', ';\n  if (value < full) return']],
    hint: 'belong to the caller',
  },
  {
    name: 'half-a-number',
    task: 1,
    file: 'integer.ts',
    change: [
      [NEXT_BYTE, ''],
      ['return from.bytes[from.at++]!;', 'return from.bytes[from.at++] ?? 0;'],
    ],
    hint: 'What is half there is an error',
  },
  {
    name: 'no-largest',
    task: 1,
    file: 'integer.ts',
    change: [['if (value > MAX_INTEGER) throw', 'if (value < 0) throw']],
    hint: 'nothing that an honest peer sends',
  },
  {
    name: 'shifted-into-the-sign',
    task: 1,
    file: 'integer.ts',
    change: [['(byte & 0x7f) * 2 ** (7 * i)', '((byte & 0x7f) << (7 * i))']],
    hint: 'nothing that an honest peer sends',
  },
  {
    name: 'one-byte-too-many',
    task: 1,
    file: 'integer.ts',
    change: [['i < MAX_INTEGER_BYTES', 'i <= MAX_INTEGER_BYTES']],
    hint: 'and here is one more',
  },
  {
    name: 'zeros-without-end',
    task: 1,
    file: 'integer.ts',
    change: [['i < MAX_INTEGER_BYTES; i++', 'i < from.end; i++']],
    hint: 'Zeros add nothing',
  },
  {
    name: 'padded-with-zeros',
    task: 2,
    file: 'huffman.ts',
    change: [[LAST_BITS, 'if (count > 0) out.byte(waiting << (8 - count));']],
    hint: 'The padding is ones',
  },
  {
    name: 'last-bits-forgotten',
    task: 2,
    file: 'huffman.ts',
    change: [[LAST_BITS, '']],
    hint: 'have to go out all the same',
  },
  {
    name: 'always-padded',
    task: 2,
    file: 'huffman.ts',
    change: [[LAST_BITS, 'out.byte((waiting << (8 - count)) | (0xff >>> count));']],
    hint: 'padding of a whole byte is not allowed',
  },
  {
    name: 'code-shifted-as-a-whole',
    task: 2,
    file: 'huffman.ts',
    change: [
      [
        '    for (let bit = CODE_LENGTHS[octet]! - 1; bit >= 0; bit--) {\n      waiting = (waiting << 1) | ((CODES[octet]! >>> bit) & 1);\n      if (++count < 8) continue;\n      out.byte(waiting);\n      waiting = 0;\n      count = 0;\n    }',
        '    waiting = (waiting << CODE_LENGTHS[octet]!) | CODES[octet]!;\n    count += CODE_LENGTHS[octet]!;\n    while (count >= 8) {\n      count -= 8;\n      out.byte((waiting >>> count) & 0xff);\n    }\n    waiting &= 0xff;',
      ],
    ],
    hint: '<< works on 32',
  },
  {
    name: 'any-padding-will-do',
    task: 2,
    file: 'huffman.ts',
    change: [['if (code !== 2 ** length - 1) throw', 'if (length < 0) throw']],
    hint: 'Anything else is half a character',
  },
  {
    name: 'padding-as-long-as-you-like',
    task: 2,
    file: 'huffman.ts',
    change: [['if (length > 7) throw', 'if (length > 29) throw']],
    hint: 'Seven ones at the most',
  },
  {
    name: 'eos-is-a-character',
    task: 2,
    file: 'huffman.ts',
    change: [
      ["      if (symbol === EOS) throw new HpackError('a Huffman string contains EOS');\n", ''],
    ],
    hint: 'Thirty ones are EOS',
  },
  {
    name: 'seven-are-too-many',
    task: 2,
    file: 'huffman.ts',
    change: [['if (length > 7) throw', 'if (length > 6) throw']],
    hint: 'Seven bits may be left over',
  },
  {
    name: 'no-thirty-two',
    task: 3,
    file: 'dynamic-table.ts',
    change: [
      [
        'const size = fieldSize(field.name, field.value);\n    this.#evict',
        'const size = field.name.length + field.value.length;\n    this.#evict',
      ],
    ],
    hint: 'and 32 for the rest',
  },
  {
    name: 'newest-last',
    task: 3,
    file: 'dynamic-table.ts',
    change: [['this.#entries.unshift(field);', 'this.#entries.push(field);']],
    hint: 'The newest entry has index 0',
  },
  {
    name: 'never-quite-full',
    task: 3,
    file: 'dynamic-table.ts',
    change: [['while (this.#size > room)', 'while (this.#size >= room)']],
    hint: 'may fill the table to the last octet',
  },
  {
    name: 'newest-goes',
    task: 3,
    file: 'dynamic-table.ts',
    change: [['const oldest = this.#entries.pop();', 'const oldest = this.#entries.shift();']],
    hint: 'for the fourth the oldest has to go',
  },
  {
    name: 'just-fits-is-too-large',
    task: 3,
    file: 'dynamic-table.ts',
    change: [['if (size > this.#maxSize) return;', 'if (size >= this.#maxSize) return;']],
    hint: 'It fits to the last octet',
  },
  {
    name: 'too-large-is-ignored',
    task: 3,
    file: 'dynamic-table.ts',
    change: [
      [
        `${EVICT_FIRST}\n    if (size > this.#maxSize) return;`,
        `if (size > this.#maxSize) return;\n    ${EVICT_FIRST}`,
      ],
    ],
    hint: 'but all others go',
  },
  {
    name: 'shrinks-later',
    task: 3,
    file: 'dynamic-table.ts',
    change: [['this.#evictUntil(maxSize);', '']],
    hint: 'goes at once',
  },
  {
    name: 'number-of-the-next',
    task: 3,
    file: 'dynamic-table.ts',
    change: [
      [
        'const number = this.#added - this.#entries.length;\n      const oldest = this.#entries.pop();',
        'const oldest = this.#entries.pop();\n      const number = this.#added - this.#entries.length;',
      ],
    ],
    hint: '0 for the first there ever was',
  },
  {
    name: 'static-from-zero',
    task: 4,
    file: 'field-reader.ts',
    change: [[STATIC_OR_DYNAMIC, STATIC_OR_DYNAMIC.replace('[index]', '[index - 1]')]],
    hint: 'begins with index 1',
  },
  {
    name: 'dynamic-from-one',
    task: 4,
    file: 'field-reader.ts',
    change: [[STATIC_OR_DYNAMIC, STATIC_OR_DYNAMIC.replace('LENGTH - 1)', 'LENGTH)')]],
    hint: 'is the newest of the dynamic table: get(0)',
  },
  {
    name: 'sixty-one-is-dynamic',
    task: 4,
    file: 'field-reader.ts',
    change: [[STATIC_OR_DYNAMIC, STATIC_OR_DYNAMIC.replace('index <= STATIC', 'index < STATIC')]],
    hint: 'Index 61 is static still',
  },
  {
    name: 'not-added',
    task: 4,
    file: 'field-reader.ts',
    change: [['    table.add(field);\n', '']],
    hint: 'added to the table, after it was read',
  },
  {
    name: 'all-are-added',
    task: 4,
    file: 'field-reader.ts',
    change: [
      [
        '  return readLiteral(from, 4, table, first >= 0x10);',
        '  const other = readLiteral(from, 4, table, first >= 0x10);\n  table.add(other);\n  return other;',
      ],
    ],
    hint: 'With 0000 in front the field is not added',
  },
  {
    name: 'secret-forgotten',
    task: 4,
    file: 'field-reader.ts',
    change: [['table, first >= 0x10)', 'table, false)']],
    hint: 'nobody may ever index the field',
  },
  {
    name: 'first-byte-eaten',
    task: 4,
    file: 'field-reader.ts',
    change: [
      ['const first = from.bytes[from.at] ?? 0;', 'const first = from.bytes[from.at++] ?? 0;'],
    ],
    hint: 'was stepped over',
  },
  {
    name: 'every-literal-a-secret',
    task: 4,
    file: 'field-reader.ts',
    change: [['readLiteral(from, 6, table, false)', 'readLiteral(from, 6, table, true)']],
    hint: 'so it is not a secret',
  },
  {
    name: 'names-above-fourteen-are-secrets',
    task: 4,
    file: 'field-reader.ts',
    change: [['first >= 0x10', 'first >= 0x0f']],
    hint: 'only 0001 in front says it',
  },
  {
    name: 'index-zero',
    task: 4,
    file: 'field-reader.ts',
    change: [['if (index === 0 || field === undefined) throw', 'if (field === undefined) throw']],
    hint: 'There is no index 0',
  },
  {
    name: 'size-change-is-a-literal',
    task: 4,
    file: 'field-reader.ts',
    change: [['if (first >= 0x20) throw', 'if (first < 0) throw']],
    hint: 'stands only at the beginning of a block',
  },
  {
    name: 'always-spelt-out',
    task: 5,
    file: 'field-writer.ts',
    change: [[KNOWN, 'const known: number = 0;']],
    hint: 'ask findField first',
  },
  {
    name: 'not-remembered',
    task: 5,
    file: 'field-writer.ts',
    change: [["  if (indexing === 'index') table.add(name, value);\n", '']],
    hint: 'add it to ours too',
  },
  {
    name: 'remembered-too-early',
    task: 5,
    file: 'field-writer.ts',
    change: [
      [
        '  const nameIndex = table.findName(name);\n',
        "  if (indexing === 'index') table.add(name, value);\n  const nameIndex = table.findName(name);\n",
      ],
      [
        "  encodeString(out, value);\n  if (indexing === 'index') table.add(name, value);\n",
        '  encodeString(out, value);\n',
      ],
    ],
    hint: 'found itself',
  },
  {
    name: 'name-always-spelt-out',
    task: 5,
    file: 'field-writer.ts',
    change: [['if (nameIndex === 0) encodeString(out, name);', 'encodeString(out, name);']],
    hint: 'The index says the name',
  },
  {
    name: 'secret-as-an-index',
    task: 5,
    file: 'field-writer.ts',
    change: [[KNOWN, 'const known = table.findField(name, value);']],
    hint: 'Now it is a secret',
  },
  {
    name: 'secret-may-be-indexed',
    task: 5,
    file: 'field-writer.ts',
    change: [[LITERAL, 'else encodeInteger(out, 0x00, 4, nameIndex);']],
    hint: 'Secrets begin with 0001',
  },
  {
    name: 'everything-is-remembered',
    task: 5,
    file: 'field-writer.ts',
    change: [["if (indexing === 'index') table.add(name, value);", 'table.add(name, value);']],
    hint: 'A secret must not be added',
  },
  {
    name: 'six-bits-for-all',
    task: 5,
    file: 'field-writer.ts',
    change: [[LITERAL, LITERAL.replace('4, nameIndex', '6, nameIndex')]],
    hint: 'The prefix has four bits here',
  },
  {
    name: 'a-larger-table-begins-anew',
    task: 3,
    file: 'dynamic-table.ts',
    change: [
      [
        '    this.#maxSize = maxSize;\n    this.#evictUntil(maxSize);',
        '    this.#evictUntil(maxSize > this.#maxSize ? 0 : maxSize);\n    this.#maxSize = maxSize;',
      ],
    ],
    hint: 'A larger table keeps what it has',
  },
  {
    name: 'a-late-change-of-the-size-is-made',
    task: 4,
    file: 'field-reader.ts',
    change: [
      [
        "if (first >= 0x20) throw new HpackError('a table size update after a field (§4.2)');",
        `if (first >= 0x20) {
    table.resize(decodeInteger(from, 5));
    return readField(from, table);
  }`,
      ],
    ],
    hint: '001 is refused, even if all that follows makes sense',
  },
  {
    name: 'nothing-is-a-field',
    task: 4,
    file: 'field-reader.ts',
    change: [
      [
        '  const first = from.bytes[from.at] ?? 0;\n',
        "  if (from.at >= from.end) return new DecodedField('', '', false);\n  const first = from.bytes[from.at] ?? 0;\n",
      ],
    ],
    hint: 'At from.end the block is over',
  },
  {
    name: 'added-before-it-was-read',
    task: 4,
    file: 'field-reader.ts',
    change: [
      [
        '  const name = index === 0 ? decodeString(from) : lookUp(index, table).name;\n',
        "  const name = index === 0 ? decodeString(from) : lookUp(index, table).name;\n  if (prefixBits === 6 && from.at >= from.end) table.add(new DecodedField(name, '', false));\n",
      ],
    ],
    hint: 'add the field when all of it was read',
  },
  {
    name: 'too-large-to-be-added',
    task: 4,
    file: 'field-reader.ts',
    change: [
      [
        '    table.add(field);\n',
        '    if (field.name.length + field.value.length + 32 <= table.maxSize) table.add(field);\n',
      ],
    ],
    hint: 'which knows what to do with one that is too large',
  },
  {
    name: 'one-bit-of-padding-unseen',
    task: 2,
    file: 'huffman.ts',
    change: [['if (code !== 2 ** length - 1)', 'if (length > 1 && code !== 2 ** length - 1)']],
    hint: 'Behind the last character there are only ones',
  },
  {
    name: 'the-last-bit-of-padding-alone',
    task: 2,
    file: 'huffman.ts',
    change: [['if (code !== 2 ** length - 1)', 'if (length > 0 && (code & 1) === 0)']],
    hint: 'Behind the last character there are only ones',
  },
  {
    name: 'the-first-bit-of-padding-alone',
    task: 2,
    file: 'huffman.ts',
    change: [['if (code !== 2 ** length - 1)', 'if (length > 0 && code >>> (length - 1) === 0)']],
    hint: 'Behind the last character there are only ones',
  },
  {
    name: 'values-without-their-spaces',
    task: 4,
    file: 'field-reader.ts',
    change: [['decodeString(from), neverIndexed)', 'decodeString(from).trim(), neverIndexed)']],
    hint: 'Reading a field changes nothing in it',
  },
  {
    name: 'names-in-small-letters',
    task: 4,
    file: 'field-reader.ts',
    change: [
      ['index === 0 ? decodeString(from) :', 'index === 0 ? decodeString(from).toLowerCase() :'],
    ],
    hint: 'whoever looks for it has to see it',
  },
  {
    name: 'one-byte-indices-alone',
    task: 5,
    file: 'field-writer.ts',
    change: [['if (known !== 0) {', 'if (known !== 0 && known < 127) {']],
    hint: 'its index, 131, takes two bytes',
  },
  {
    name: 'full-is-too-full',
    task: 3,
    file: 'dynamic-table.ts',
    change: [['    this.#evictUntil(maxSize);', '    this.#evictUntil(maxSize - 1);']],
    hint: 'nothing has to go',
  },
];
