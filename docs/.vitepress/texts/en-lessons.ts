/** The words inside the pictures of the lessons. */
export const lessonTexts = {
  eightSteps: {
    alt: 'The caller calls the stub; the stub hands bytes to the client’s runtime; they cross the network to the server’s runtime, go up to the skeleton and to the procedure; the result goes back the same way.',
    caption: 'A remote call in eight steps. The caller and the procedure know nothing of the rest.',
    caller: 'caller',
    stub: 'client stub',
    clientRuntime: 'runtime',
    serverRuntime: 'runtime',
    skeleton: 'server skeleton',
    procedure: 'procedure',
  },
  sevenBits: {
    alt: 'The nine bits of 300 are cut into groups of seven, from the low end; the low group is written first, with a 1 before it because another follows; the high group comes second, with a 0. The bytes are ac 02.',
    caption:
      '300 as a varint. Each byte has seven bits of the number, and a mark: 1, another follows.',
    binary: 'in binary',
    groups: 'groups of seven',
    marked: 'low group first, marked',
    bytes: 'the bytes',
  },
  sizeChart: {
    alt: 'Bytes of a number by its size, for int32, sint32 and sfixed32. A negative int32 always takes ten bytes. sint32 takes one to five on both sides of zero. sfixed32 always takes four.',
    caption: 'What a number costs, without its tag: encoded by the course’s own encoder.',
    bytes: 'bytes',
  },
  varints: {
    title: 'A number and its bytes',
    presets: 'Try',
    presetNames: {
      three: '300',
      minusOne: '−1 as int32',
      zigzag: '−1 as sint32',
      wide: '2⁵³ + 1',
      padded: 'Longer than need be',
      truncated: 'Truncated',
      overlong: 'Eleven bytes',
      beyond: 'More than 64 bits',
    },
    number: 'A number',
    bytes: 'Its bytes, in hex',
    notANumber: 'A whole number, please, such as 300 or -3.',
    doesNotFit: (type: string) => `does not fit into ${type}`,
    notHex: 'Only pairs of hex digits, please: ac 02.',
    tooMany: (most: number) => `Here are ${most} bytes at the most.`,
    noBytes: 'Type a number, or bytes.',
    bits: 'The bits, to be flipped',
    bitsHint: 'Click a bit to flip it; with the keyboard: arrow keys to move, Space to flip.',
    mark: (byte: number, set: boolean) =>
      `Byte ${byte}, the mark: ${set ? 'another follows' : 'the last byte'}`,
    bit: (byte: number, bit: number, set: boolean) =>
      `Byte ${byte}, bit ${bit} of the number: ${set ? 1 : 0}`,
    range: (low: number, high: number) => (low === high ? `bit ${low}` : `bits ${low}–${high}`),
    notRead: 'not read',
    result: (type: string) => `Read as ${type}`,
    unfinished: 'undefined: it has not ended. The last byte says that another follows.',
    padded: (size: number) =>
      `It would fit into ${size === 1 ? '1 byte' : `${size} bytes`}. A reader takes it all the same.`,
    dropped: (bits: number) => `There are more than ${bits} bits. This reader drops the rest.`,
    refused: 'There are more than 64 bits. This reader drops the rest, Go’s refuses the message.',
    extra: (count: number) =>
      `${count === 1 ? '1 byte follows' : `${count} bytes follow`}: another value’s, not read here.`,
    size: (count: number) => (count === 1 ? '1 byte' : `${count} bytes`),
    types: {
      caption: 'The same number, and the same bytes, in other types',
      type: 'Type',
      cost: 'The number takes',
      reads: 'The bytes read as',
      no: 'does not fit',
      error: 'an error',
      unfinished: 'not all here',
    },
  },
};
