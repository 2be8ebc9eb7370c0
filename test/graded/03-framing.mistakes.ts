import type { ClassicMistake } from '#course/kit/mistake';

export const mistakes: ClassicMistake[] = [
  {
    name: 'little-endian',
    task: 1,
    file: 'frame.ts',
    change: [['setUint32(0, payload.length)', 'setUint32(0, payload.length, true)']],
    hint: 'little-endian',
  },
  {
    name: 'length-counts-itself',
    task: 1,
    file: 'frame.ts',
    change: [['setUint32(0, payload.length)', 'setUint32(0, LENGTH_SIZE + payload.length)']],
    hint: 'not its own four bytes',
  },
  {
    name: 'one-byte-of-length',
    task: 1,
    file: 'frame.ts',
    change: [['setUint32(0, payload.length)', 'setUint8(3, payload.length & 0xff)']],
    hint: 'Only the lowest byte',
  },
  {
    name: 'chunk-is-a-frame',
    task: 2,
    file: 'frame.ts',
    change: [
      [
        'const header = this.#queue.peek(LENGTH_SIZE);\n      if (header === undefined) return payloads;',
        'const header = this.#queue.take(this.#queue.length);\n      if (header === undefined || header.length < LENGTH_SIZE) return payloads;',
      ],
      [
        'const frame = this.#queue.take(LENGTH_SIZE + length);',
        'const frame = header.subarray(0, LENGTH_SIZE + length);',
      ],
    ],
    hint: 'takes one chunk for one frame',
  },
  {
    name: 'only-the-first',
    task: 2,
    file: 'frame.ts',
    change: [
      [
        'payloads.push(frame.subarray(LENGTH_SIZE));',
        'payloads.push(frame.subarray(LENGTH_SIZE));\n      return payloads;',
      ],
    ],
    hint: 'Only the first frame',
  },
  {
    name: 'empty-is-nothing',
    task: 2,
    file: 'frame.ts',
    change: [
      [
        'this.#checkLength(length);\n',
        'this.#checkLength(length);\n      if (length === 0) return payloads;\n',
      ],
    ],
    hint: 'a whole frame',
  },
  {
    name: 'view-without-its-offset',
    task: 2,
    file: 'frame.ts',
    change: [['new DataView(header.buffer, header.byteOffset)', 'new DataView(header.buffer)']],
    hint: 'a view into a larger one',
  },
  {
    name: 'joined-with-every-chunk',
    task: 2,
    file: 'frame.ts',
    change: [
      [
        'this.#queue.push(chunk);',
        'const before = this.#queue.take(this.#queue.length) ?? new Uint8Array(0);\n    const all = new Uint8Array(before.length + chunk.length);\n    all.set(before);\n    all.set(chunk, before.length);\n    this.#queue.push(all);',
      ],
    ],
    hint: 'grows with the square of the frame',
  },
  {
    name: 'length-wiped',
    task: 2,
    file: 'frame.ts',
    change: [['this.#queue.push(chunk);', 'this.#queue.push(chunk.slice());\n    chunk.fill(0);']],
    hint: 'changes what it was given',
  },
  {
    name: 'no-limit',
    task: 3,
    file: 'frame.ts',
    change: [['if (length > this.#maxSize) {', 'if (length > Number.MAX_SAFE_INTEGER) {']],
    hint: '#checkLength',
  },
  {
    name: 'limit-after-the-payload',
    task: 3,
    file: 'frame.ts',
    change: [
      ['      this.#checkLength(length);\n', ''],
      ['      payloads.push(frame', '      this.#checkLength(length);\n      payloads.push(frame'],
    ],
    hint: 'before it looks at the limit',
  },
  {
    name: 'limit-off-by-one',
    task: 3,
    file: 'frame.ts',
    change: [['if (length > this.#maxSize) {', 'if (length >= this.#maxSize) {']],
    hint: 'only more than it is refused',
  },
  {
    name: 'signed-length',
    task: 3,
    file: 'frame.ts',
    change: [['header.byteOffset).getUint32(0)', 'header.byteOffset).getInt32(0)']],
    hint: 'signed',
  },
  {
    name: 'silent-end',
    task: 4,
    file: 'frame.ts',
    change: [['if (this.#queue.length > 0) {', 'if (this.#queue.length > LENGTH_SIZE * 1000) {']],
    hint: 'in the middle of a frame and nobody was told',
  },
  {
    name: 'end-inside-the-length',
    task: 4,
    file: 'frame.ts',
    change: [['if (this.#queue.length > 0) {', 'if (this.#queue.length >= LENGTH_SIZE) {']],
    hint: 'a frame that has begun',
  },
  {
    name: 'flag-after-length',
    task: 5,
    file: 'message.ts',
    change: [
      ['message[0] = compressed ? 1 : 0;', 'message[4] = compressed ? 1 : 0;'],
      ['.setUint32(1, payload.length)', '.setUint32(0, payload.length)'],
    ],
    hint: 'before the length',
  },
  {
    name: 'any-flag',
    task: 5,
    file: 'message.ts',
    change: [['if (flag > 1) {', 'if (flag > 255) {']],
    hint: 'neither 0 nor 1 was accepted',
  },
  {
    name: 'message-view-without-its-offset',
    task: 5,
    file: 'message.ts',
    change: [['new DataView(prefix.buffer, prefix.byteOffset)', 'new DataView(prefix.buffer)']],
    hint: 'a view into a larger one',
  },
  {
    name: 'empty-message-dropped',
    task: 5,
    file: 'message.ts',
    change: [
      ['return bytes && {', 'if (length === 0) return this.#next();\n    return bytes && {'],
    ],
    hint: 'a length of 0 is a whole message',
  },
  {
    name: 'size-before-flag',
    task: 5,
    file: 'message.ts',
    change: [['    if (flag > 1) {', '    if (flag > 1 && view.getUint32(1) <= this.#maxSize) {']],
    hint: 'a wrong flag is the first thing to say',
  },
  {
    name: 'flag-after-the-payload',
    task: 5,
    file: 'message.ts',
    change: [
      ['    if (flag > 1) {', '    if (flag > 1 && this.#queue.length >= 5 + view.getUint32(1)) {'],
    ],
    hint: 'before you wait for the payload',
  },
  {
    name: 'three-bytes-of-length',
    task: 1,
    file: 'frame.ts',
    change: [['setUint32(0, payload.length)', 'setUint32(0, payload.length % 0x100_0000)']],
    hint: 'the highest too',
  },
  {
    name: 'encoder-with-a-limit',
    task: 1,
    file: 'frame.ts',
    change: [
      [
        '  const frame = new Uint8Array(',
        "  if (payload.length > MAX_FRAME_SIZE) throw new FrameError('too-large', 'no');\n  const frame = new Uint8Array(",
      ],
    ],
    hint: 'has no limit of its own',
  },
  {
    name: 'written-before-the-payload',
    task: 1,
    file: 'frame.ts',
    change: [
      [
        '  const frame = new Uint8Array(LENGTH_SIZE + payload.length);\n  new DataView(frame.buffer).setUint32',
        '  const start = payload.byteOffset - LENGTH_SIZE;\n  const size = LENGTH_SIZE + payload.length;\n  const frame = start < 0 ? new Uint8Array(size) : new Uint8Array(payload.buffer, start, size);\n  new DataView(frame.buffer, frame.byteOffset).setUint32',
      ],
    ],
    hint: 'beside what you were given',
  },
  {
    name: 'goes-on-after-a-refusal',
    task: 3,
    file: 'frame.ts',
    change: [
      [
        '    if (length > this.#maxSize) {\n',
        '    if (length > this.#maxSize) {\n      this.#queue.take(this.#queue.length);\n',
      ],
    ],
    hint: 'nobody knows where the next frame begins',
  },
  {
    name: 'the-highest-byte-of-a-message',
    task: 5,
    file: 'message.ts',
    change: [['setUint32(1, payload.length)', 'setUint32(1, payload.length % 0x100_0000)']],
    hint: 'the highest too',
  },
  {
    name: 'nothing-is-never-compressed',
    task: 5,
    file: 'message.ts',
    change: [['compressed ? 1 : 0', 'compressed && payload.length > 0 ? 1 : 0']],
    hint: 'not one byte of payload',
  },
  {
    name: 'compressed-from-now-on',
    task: 5,
    file: 'message.ts',
    change: [
      ['  readonly #maxSize: number;', '  readonly #maxSize: number;\n  #compressed = false;'],
      ['compressed: flag === 1', 'compressed: (this.#compressed ||= flag === 1)'],
    ],
    hint: 'none before or after it',
  },
  {
    name: 'only-the-first-flag',
    task: 5,
    file: 'message.ts',
    change: [
      ['  readonly #maxSize: number;', '  readonly #maxSize: number;\n  #checked = false;'],
      [
        '    if (flag > 1) {',
        '    const isFirst = !this.#checked;\n    this.#checked = true;\n    if (isFirst && flag > 1) {',
      ],
    ],
    hint: 'Only the first flag was checked',
  },
  {
    name: 'high-flags-accepted',
    task: 5,
    file: 'message.ts',
    change: [['if (flag > 1) {', 'if (flag > 1 && flag < 0x80) {']],
    hint: 'The flag 128 was accepted',
  },
  {
    name: 'no-limit-for-what-is-compressed',
    task: 5,
    file: 'message.ts',
    change: [['if (length > this.#maxSize) {', 'if (flag === 0 && length > this.#maxSize) {']],
    hint: 'because the message is compressed',
  },
  {
    name: 'one-queue-for-all',
    task: 5,
    file: 'message.ts',
    change: [
      [
        'export class MessageDecoder',
        'const everybodys = new ByteQueue();\n\nexport class MessageDecoder',
      ],
      ['readonly #queue = new ByteQueue();', 'readonly #queue = everybodys;'],
    ],
    hint: 'belongs into the object',
  },
];
