import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#hpack/integer',
      file: 'integer.ts',
      solution: 'derived',
      gaps: {
        encodeInteger: {
          task: 1,
          prompt:
            'What is the largest number that the prefix alone can say? All ones do not: they say "more".',
        },
        decodeInteger: {
          task: 1,
          prompt:
            "nextByte(from, 'inside an integer'), below, reads a byte, as long as there is one. A stranger writes these bytes: the number must not become larger than MAX_INTEGER, nor the loop longer than MAX_INTEGER_BYTES.\nthrow new HpackError('what is wrong').",
        },
      },
    },
    { name: '#hpack/strings/huffman', file: 'huffman.ts', solution: 'own' },
    { name: '#hpack/tables/dynamic-table', file: 'dynamic-table.ts', solution: 'own' },
    {
      name: '#hpack/field-reader',
      file: 'field-reader.ts',
      solution: 'derived',
      gaps: {
        readField: {
          task: 4,
          prompt:
            'Look at from.bytes[from.at], but leave it there: decodeInteger(from, prefixBits) begins with the same byte. A literal whose index is 0 has its name spelt out, before the value.',
        },
        readLiteral: { task: 4, prompt: 'Used by three of the five.' },
        lookUp: {
          task: 4,
          prompt: 'STATIC_TABLE[index], its first is 1; table.get(index), its newest is 0.',
        },
      },
    },
    {
      name: '#hpack/field-writer',
      file: 'field-writer.ts',
      solution: 'derived',
      gaps: {
        writeField: {
          task: 5,
          prompt:
            "First: is it one number? A secret (field.neverIndexed) is spelt out even if a table has it. Otherwise the name's index (0: then the name follows), the value, and, if it is to be remembered, the table.",
        },
      },
    },
  ],
  tasks: [
    {
      title: 'A number in what is left of a byte',
      file: 'integer.ts',
      asked:
        'encodeInteger(out, pattern, prefixBits, value) appends a number that begins in the low prefixBits of a byte, behind the bits of pattern. decodeInteger(from, prefixBits) reads one and moves from.at behind it; an HpackError if the block ends in it, if it is above MAX_INTEGER (2^28 − 1), or if more than MAX_INTEGER_BYTES (5) bytes follow the first. Zeros at its end are allowed as far as that.',
      hints: [
        'The prefix alone says 0 … 2^n − 2. All ones in it mean: I am full, more follows. Then comes value − (2^n − 1), seven bits a byte, the lowest first, as in a varint.',
        'const full = 2 ** prefixBits - 1; below it out.byte(pattern | value) is all. Otherwise out.byte(pattern | full), and the rest as a varint, zero included. Reading, check from.at < from.end before every byte.',
        'let value = next() & full; if (value < full) return value; for (let i = 0; i < MAX_INTEGER_BYTES; i++) { const byte = next(); value += (byte & 0x7f) * 2 ** (7 * i); if (value > MAX_INTEGER) throw …; if (byte < 0x80) return value; } throw …;',
      ],
    },
    {
      title: 'Short codes for frequent characters',
      file: 'huffman.ts',
      asked:
        'huffmanEncode(out, text) appends the codes of all characters one behind the other and fills the last byte with ones. huffmanDecode(bytes, start, end) reads them back; an HpackError on EOS, on padding that is not all ones, and on padding of a byte or more.',
      hints: [
        'Bits go into a number from the right (waiting << 1 | bit), and whenever there are eight a byte goes out. The code’s first bit is its highest.',
        'For each character: for (let bit = CODE_LENGTHS[octet] - 1; bit >= 0; bit--) put in (CODES[octet] >>> bit) & 1. If count bits are left at the end: waiting << (8 - count), and ones below. Reading, gather bits until symbolOf(code, length) knows them.',
        'Encode’s end: if (count > 0) out.byte((waiting << (8 - count)) | (0xff >>> count)). Decode’s end: what was gathered since the last character is padding; length > 7 is an error, and so is code !== 2 ** length - 1. The octets become text by latin1FromBytes(Uint8Array.from(octets), 0, octets.length).',
      ],
    },
    {
      title: 'A table that both sides keep',
      file: 'dynamic-table.ts',
      asked:
        'add(field) makes room by evicting the oldest entries and puts the field in front; one that is larger than the whole table only empties it. resize(maxSize) changes the room, and evicts what no longer fits. onEvict hears of each entry that goes, with its fixed number (0 for the first that there ever was).',
      hints: [
        'An entry takes fieldSize(name, value) octets. Before one is added there must be maxSize − size of it or less in use: entries go from the old end until that is so.',
        'add: evict until maxSize − size; if the field is larger than maxSize, stop there; otherwise unshift it, and count size and added. resize is: remember, and evict until maxSize.',
        'while (this.#size > room) { const number = this.#added - this.#entries.length; const oldest = this.#entries.pop(); if (oldest === undefined) return; this.#size -= fieldSize(oldest.name, oldest.value); this.#onEvict?.(oldest, number); }',
      ],
    },
    {
      title: 'Read a field',
      file: 'field-reader.ts',
      asked:
        'readField(from, table) reads one field of a block: an index into the tables, or a literal that is added (01), not added (0000), or never to be indexed (0001). An HpackError for an index that nobody has, and for a change of the table’s size (001). Names and values stay as they are. Then the blocks of Appendix C and of Node’s http2 can be read.',
      hints: [
        'Look at the first byte and compare: from 0x80 on, from 0x40 on, from 0x20 on, from 0x10 on, below. How many bits are then left for the number?',
        'Seven for an index, six for a literal that is added, four for the other two. Do not step over the byte: decodeInteger(from, bits) reads it. The index of a literal is that of its name; 0 means that the name follows.',
        'const index = decodeInteger(from, prefixBits); const name = index === 0 ? decodeString(from) : lookUp(index, table).name; return new DecodedField(name, decodeString(from), neverIndexed). Look-up: up to STATIC_TABLE_LENGTH it is STATIC_TABLE[index], above it table.get(index - STATIC_TABLE_LENGTH - 1); index 0 and undefined are errors. With 01, table.add(field) comes last.',
      ],
    },
    {
      title: 'Write a field',
      file: 'field-writer.ts',
      asked:
        'writeField(out, field, table) writes a field as one index if a table has it, otherwise as the literal that chooseIndexing asks for, with the name’s index if there is one; what goes out as 01 is added to the table. A secret (neverIndexed) is always spelt out, as 0001. Then Node’s http2 understands you.',
      hints: [
        'It is readField the other way round. In which order do you ask the tables, and which field must never be answered with an index?',
        'If it is not a secret, table.findField first: not 0, then encodeInteger(out, 0x80, 7, index) and done. Otherwise table.findName; then the pattern with the name’s index, the name if that was 0, and the value.',
        "const indexing = chooseIndexing(field, table.maxSize). 'index' is encodeInteger(out, 0x40, 6, nameIndex) and, at the end, table.add(name, value); 'literal' is pattern 0x00 and 'never' 0x10, with 4 bits. encodeString(out, name) only if nameIndex is 0, then encodeString(out, value).",
      ],
    },
  ],
};
