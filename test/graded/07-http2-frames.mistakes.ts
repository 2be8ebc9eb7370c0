import type { ClassicMistake } from '#course/kit/mistake';

/** The header as our solution writes it … */
const HEADER = `  // Room is asked for once, not for each byte: every frame passes here.
  out.reserve(FRAME_HEADER_LENGTH);
  const { buffer } = out;
  const at = out.position;
  buffer[at] = length >>> 16;
  buffer[at + 1] = length >>> 8;
  buffer[at + 2] = length;
  buffer[at + 3] = type;
  buffer[at + 4] = flags;
  buffer[at + 5] = streamId >>> 24;
  buffer[at + 6] = streamId >>> 16;
  buffer[at + 7] = streamId >>> 8;
  buffer[at + 8] = streamId;
  out.position = at + FRAME_HEADER_LENGTH;
`;
/** … and as most people do. */
const LENGTH = '  out.byte(length >>> 16);\n  out.uint16(length & 0xffff);\n';
const REST = '  out.byte(type);\n  out.byte(flags);\n  out.uint32(streamId);\n';

export const mistakes: ClassicMistake[] = [
  {
    name: 'length-in-four-bytes',
    task: 1,
    file: 'frame-header.ts',
    change: [[HEADER, `  out.uint32(length);\n${REST}`]],
    hint: 'The length has three bytes',
  },
  {
    name: 'length-with-the-header',
    task: 1,
    file: 'frame-header.ts',
    change: [[HEADER, `  length += 9;\n${LENGTH}${REST}`]],
    hint: 'the nine bytes of the header do not count',
  },
  {
    name: 'little-endian',
    task: 1,
    file: 'frame-header.ts',
    change: [
      [
        HEADER,
        `  out.byte(length);\n  out.byte(length >>> 8);\n  out.byte(length >>> 16);\n${REST}`,
      ],
    ],
    hint: 'The highest byte comes first',
  },
  {
    name: 'flags-before-type',
    task: 1,
    file: 'frame-header.ts',
    change: [[HEADER, `${LENGTH}  out.byte(flags);\n  out.byte(type);\n  out.uint32(streamId);\n`]],
    hint: 'The type comes first, then the flags',
  },
  {
    name: 'no-room-asked-for',
    task: 1,
    file: 'frame-header.ts',
    change: [
      [
        HEADER,
        '  const id = [24, 16, 8, 0].map((by) => streamId >>> by);\n  const header = [length >>> 16, length >>> 8, length, type, flags, ...id];\n  for (const byte of header) out.buffer[out.position++] = byte;\n',
      ],
    ],
    hint: 'has room for it only if it is asked',
  },
  {
    name: 'reserved-bit-is-read',
    task: 1,
    file: 'frame-header.ts',
    change: [['return readUint32(bytes, at) & 0x7fffffff;', 'return readUint32(bytes, at);']],
    hint: 'The first of the 32 bits is reserved',
  },
  {
    name: 'view-without-its-offset',
    task: 1,
    file: 'frame-header.ts',
    change: [['type: bytes[at + 3]!,', 'type: new DataView(bytes.buffer).getUint8(at + 3),']],
    hint: 'A DataView needs bytes.byteOffset',
  },
  {
    name: 'nine-bytes-from-the-beginning',
    task: 1,
    file: 'frame-header.ts',
    change: [['if (bytes.length - at < FRAME', 'if (bytes.length < FRAME']],
    hint: 'From `at` on nine bytes have to be there',
  },
  {
    name: 'end-never-said',
    task: 2,
    file: 'data.ts',
    change: [['endStream ? Flag.END_STREAM : 0', '0']],
    hint: 'the other side would wait for more',
  },
  {
    name: 'flags-compared-whole',
    task: 2,
    file: 'data.ts',
    change: [
      ['endStream: (flags & Flag.END_STREAM) !== 0', 'endStream: flags === Flag.END_STREAM'],
    ],
    hint: 'not at the whole byte',
  },
  {
    name: 'padding-left-on',
    task: 2,
    file: 'data.ts',
    change: [['payload.subarray(1, payload.length - padding)', 'payload.subarray(1)']],
    hint: 'neither it nor they are data',
  },
  {
    name: 'padding-not-counted',
    task: 2,
    file: 'data.ts',
    change: [['flowLength: payload.length', 'flowLength: data.length']],
    hint: 'Padding counts against flow control',
  },
  {
    name: 'padding-believed',
    task: 2,
    file: 'data.ts',
    change: [['if (padding >= payload.length) {', 'if (padding > payload.length) {']],
    hint: 'The padding leaves no room',
  },
  {
    name: 'empty-but-padded',
    task: 2,
    file: 'data.ts',
    change: [
      [
        '    if (padding === undefined) {',
        "    if (padding === undefined) {\n      return { type: 'DATA', streamId, endStream: false, data, flowLength: 0 };\n    }\n    if (padding < 0) {",
      ],
    ],
    hint: 'The flag promises a byte',
  },
  {
    name: 'half-an-identifier',
    task: 3,
    file: 'settings.ts',
    change: [['out.uint16(id);', 'out.byte(0);\n    out.byte(id);']],
    hint: 'Only the lower half of the identifier',
  },
  {
    name: 'half-an-identifier-read',
    task: 3,
    file: 'settings.ts',
    change: [['(payload[at]! << 8) | payload[at + 1]!', 'payload[at + 1]!']],
    hint: 'Only the lower half of the identifier was read',
  },
  {
    name: 'ack-compared-whole',
    task: 3,
    file: 'settings.ts',
    change: [['(flags & Flag.ACK) !== 0', 'flags === Flag.ACK']],
    hint: 'not at the whole byte',
  },
  {
    name: 'always-stream-0',
    task: 3,
    file: 'settings.ts',
    change: [["type: 'SETTINGS', streamId, ack", "type: 'SETTINGS', streamId: 0 * streamId, ack"]],
    hint: 'Say what the header says',
  },
  {
    name: 'length-in-entries',
    task: 3,
    file: 'settings.ts',
    change: [['entries.length * ENTRY_LENGTH, FrameType', 'entries.length, FrameType']],
    hint: 'length counts bytes, not entries',
  },
  {
    name: 'ack-without-its-flag',
    task: 3,
    file: 'settings.ts',
    change: [['FrameType.SETTINGS, Flag.ACK, 0', 'FrameType.SETTINGS, 0, 0']],
    hint: 'the other side would answer it',
  },
  {
    name: 'one-entry-an-id',
    task: 3,
    file: 'settings.ts',
    change: [['streamId, ack, entries };', 'streamId, ack, entries: [...new Map(entries)] };']],
    hint: 'all are kept, in the order in which they came',
  },
  {
    name: 'size-not-checked',
    task: 3,
    file: 'settings.ts',
    change: [['payload.length % ENTRY_LENGTH !== 0', 'payload.length > 1e9']],
    hint: 'a multiple of six bytes',
  },
  {
    name: 'ack-with-entries',
    task: 3,
    file: 'settings.ts',
    change: [['ack && payload.length > 0', 'ack && payload.length > 1e9']],
    hint: 'that of an ACK is empty',
  },
  {
    name: 'one-frame-a-chunk',
    task: 4,
    file: 'frame-reader.ts',
    change: [
      [
        'readFrame(this.#sink, header, payload);',
        'readFrame(this.#sink, header, payload);\n      return;',
      ],
    ],
    hint: 'One chunk may hold many frames',
  },
  {
    name: 'header-forgotten',
    task: 4,
    file: 'frame-reader.ts',
    change: [['this.#header ??= this.#nextHeader();', 'this.#header = this.#nextHeader();']],
    hint: 'must still be known when the rest comes',
  },
  {
    name: 'empty-payload-waits',
    task: 4,
    file: 'frame-reader.ts',
    change: [['if (payload === undefined) return;', 'if (!payload?.length) return;']],
    hint: 'A payload of 0 bytes needs no byte more',
  },
  {
    name: 'header-told-with-the-payload',
    task: 4,
    file: 'frame-reader.ts',
    change: [
      [
        'this.#queue.push(chunk);\n    for (;;) {',
        'this.#queue.push(chunk);\n    for (;;) {\n      const start = this.#header ? undefined : this.#queue.peek(9);\n      if (start && this.#queue.length < 9 + parseFrameHeader(start)!.length) return;',
      ],
    ],
    hint: 'the place to refuse a frame by its size',
  },
  {
    name: 'a-limit-of-its-own',
    task: 4,
    file: 'frame-reader.ts',
    change: [
      [
        'if (this.#header === undefined) return;',
        'if (this.#header === undefined || this.#header.length > 16_384) return;',
      ],
    ],
    hint: 'the reader has no limit of its own',
  },
  {
    name: 'errors-swallowed',
    task: 4,
    file: 'frame-reader.ts',
    change: [
      [
        'readFrame(this.#sink, header, payload);',
        'try {\n        readFrame(this.#sink, header, payload);\n      } catch {}',
      ],
    ],
    hint: 'readFrame throws where the connection cannot go on',
  },
  {
    name: 'idle-takes-data',
    task: 5,
    file: 'stream-state.ts',
    change: [['idle: {\n', "idle: {\n    'receive data': 'open',\n"]],
    hint: 'An idle stream knows nothing but HEADERS',
  },
  {
    name: 'halves-swapped',
    task: 5,
    file: 'stream-state.ts',
    change: [
      ["'send end': 'half-closed-local'", "'send end': 'half-closed-remote'"],
      ["'receive end': 'half-closed-remote'", "'receive end': 'half-closed-local'"],
    ],
    hint: 'local is this side',
  },
  {
    name: 'half-closed-sends-on',
    task: 5,
    file: 'stream-state.ts',
    change: [
      [
        "'receive headers': 'half-closed-local',",
        "'receive headers': 'half-closed-local',\n    'send data': 'half-closed-local',",
      ],
    ],
    hint: 'half-closed-local may not send',
  },
  {
    name: 'half-closed-is-deaf',
    task: 5,
    file: 'stream-state.ts',
    change: [["    'receive data': 'half-closed-local',\n", '']],
    hint: 'a request has ended, and its answer is still to come',
  },
  {
    name: 'reset-only-when-open',
    task: 5,
    file: 'stream-state.ts',
    change: [
      [
        "'send end': 'closed',\n    'send reset': 'closed',\n    'receive reset': 'closed',",
        "'send end': 'closed',",
      ],
    ],
    hint: 'RST_STREAM may come and go',
  },
  {
    name: 'closed-is-opened-again',
    task: 5,
    file: 'stream-state.ts',
    change: [['closed: {},', "closed: { 'receive headers': 'open' },"]],
    hint: 'its number is never used again',
  },
  {
    name: 'one-header-for-all',
    task: 1,
    file: 'frame-header.ts',
    change: [
      ['  return {\n    length: (bytes', '  return Object.assign(HEADER, {\n    length: (bytes'],
      [
        '    streamId: readStreamId(bytes, at + 5),\n  };',
        '    streamId: readStreamId(bytes, at + 5),\n  });',
      ],
      ['export const FRAME_HEADER_LENGTH', 'const HEADER = {};\nexport const FRAME_HEADER_LENGTH'],
    ],
    hint: 'Two results share their memory',
  },
  {
    name: 'cut-into-frames-of-16384',
    task: 2,
    file: 'data.ts',
    change: [
      [
        '  writeFrameHeader(out, data.length, FrameType.DATA, endStream ? Flag.END_STREAM : 0, streamId);\n  out.bytes(data);\n',
        `  let at = 0;
  do {
    const part = data.subarray(at, at + 16_384);
    at += 16_384;
    const flags = endStream && at >= data.length ? Flag.END_STREAM : 0;
    writeFrameHeader(out, part.length, FrameType.DATA, flags, streamId);
    out.bytes(part);
  } while (at < data.length);
`,
      ],
    ],
    hint: 'its caller knows how much the peer takes in one',
  },
  {
    name: 'nothing-is-not-sent',
    task: 2,
    file: 'data.ts',
    change: [
      [
        '  writeFrameHeader(out, data.length,',
        '  if (data.length === 0 && !endStream) return;\n  writeFrameHeader(out, data.length,',
      ],
    ],
    hint: 'Nothing was written',
  },
  {
    name: 'a-neighbour-of-end-stream',
    task: 2,
    file: 'data.ts',
    change: [['endStream: (flags & Flag.END_STREAM) !== 0', 'endStream: (flags & 5) !== 0']],
    hint: 'look at the one bit',
  },
  {
    name: 'padding-with-a-sign',
    task: 2,
    file: 'data.ts',
    change: [['const [padding] = payload;', 'const [padding] = new Int8Array(payload);']],
    hint: 'That byte has no sign',
  },
  {
    name: 'settings-sorted',
    task: 3,
    file: 'settings.ts',
    change: [
      [
        'for (const [id, value] of entries)',
        'for (const [id, value] of [...entries].sort(([a], [b]) => a - b))',
      ],
    ],
    hint: 'they are applied in the order in which they come',
  },
  {
    name: 'settings-sorted-in-place',
    task: 3,
    file: 'settings.ts',
    change: [
      [
        '  writeFrameHeader(out, entries.length * ENTRY_LENGTH',
        '  (entries as SettingsEntry[]).sort(([a], [b]) => a - b);\n  writeFrameHeader(out, entries.length * ENTRY_LENGTH',
      ],
    ],
    hint: 'The entries were sorted',
  },
  {
    name: 'written-over-what-was-taken',
    task: 1,
    file: 'frame-header.ts',
    change: [['const at = out.position;', 'const at = out.length;']],
    hint: 'out.length counts from the last take',
  },
  {
    name: 'the-memory-behind-the-data',
    task: 2,
    file: 'data.ts',
    change: [['out.bytes(data);', 'out.bytes(new Uint8Array(data.buffer, 0, data.length));']],
    hint: 'out.bytes(data) writes what the view shows',
  },
  {
    name: 'an-ack-with-half-an-entry',
    task: 3,
    file: 'settings.ts',
    change: [
      [
        'if (payload.length % ENTRY_LENGTH !== 0) {',
        'if (!ack && payload.length % ENTRY_LENGTH !== 0) {',
      ],
      ['if (ack && payload.length > 0) {', 'if (ack && payload.length >= ENTRY_LENGTH) {'],
    ],
    hint: 'that of an ACK is empty',
  },
  {
    name: 'each-setting-once',
    task: 3,
    file: 'settings.ts',
    change: [
      [
        '  writeFrameHeader(out, entries.length * ENTRY_LENGTH',
        '  entries = [...new Map(entries)];\n  writeFrameHeader(out, entries.length * ENTRY_LENGTH',
      ],
    ],
    hint: 'A setting may come twice',
  },
  {
    name: 'one-queue-for-all-readers',
    task: 4,
    file: 'frame-reader.ts',
    change: [
      ['readonly #queue = new ByteQueue();', 'readonly #queue = QUEUE;'],
      ['export class FrameReader', 'const QUEUE = new ByteQueue();\nexport class FrameReader'],
    ],
    hint: 'keep it in the object',
  },
  {
    name: 'an-empty-chunk-is-an-end',
    task: 4,
    file: 'frame-reader.ts',
    change: [
      [
        '    this.#queue.push(chunk);\n',
        '    if (chunk.length === 0) this.#header = undefined;\n    this.#queue.push(chunk);\n',
      ],
    ],
    hint: 'A chunk of 0 bytes is not an end',
  },
  {
    name: 'ten-settings-at-the-most',
    task: 3,
    file: 'settings.ts',
    change: [['at < payload.length; at', 'at < Math.min(payload.length, 60); at']],
    hint: 'up to the end of the payload',
  },
  {
    name: 'a-neighbour-of-ack',
    task: 3,
    file: 'settings.ts',
    change: [['(flags & Flag.ACK) !== 0', '(flags & 3) !== 0']],
    hint: 'look at the one bit',
  },
  {
    name: 'unknown-types-are-refused',
    task: 4,
    file: 'frame-reader.ts',
    change: [
      [
        '      const payload = this.#queue.take',
        "      if (this.#header.type > 9) throw new Error('an unknown type');\n      const payload = this.#queue.take",
      ],
    ],
    hint: 'readFrame passes over it',
  },
  {
    name: 'a-call-for-each-frame',
    task: 4,
    file: 'frame-reader.ts',
    change: [
      [
        '      readFrame(this.#sink, header, payload);\n',
        '      readFrame(this.#sink, header, payload);\n      return this.push(new Uint8Array(0));\n',
      ],
    ],
    hint: 'a call inside a call for each frame',
  },
];
