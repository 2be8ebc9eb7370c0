import type { Equivalent } from '#course/kit/equivalent';

export const equivalents: Equivalent[] = [
  {
    file: 'frame-header.ts',
    task: 1,
    changes: [
      'buffer[at] = length >>> 16; → buffer[at] = length >> 16;',
      'buffer[at + 1] = length >>> 8; → buffer[at + 1] = length >> 8;',
      'buffer[at + 5] = streamId >>> 24; → buffer[at + 5] = streamId >> 24;',
      'buffer[at + 6] = streamId >>> 16; → buffer[at + 6] = streamId >> 16;',
      'buffer[at + 7] = streamId >>> 8; → buffer[at + 7] = streamId >> 8;',
    ],
    reason: 'A byte of an array keeps the low eight bits, and those are the same with both shifts.',
  },
  {
    file: 'settings.ts',
    task: 3,
    changes: [
      'writeFrameHeader(out, entries.length * ENTRY_LENGTH, FrameType.SETTINGS, 0, 0); → writeFrameHeader(out, entries.length * ENTRY_LENGTH, FrameType.SETTINGS, 0);',
      'writeFrameHeader(out, 0, FrameType.SETTINGS, Flag.ACK, 0); → writeFrameHeader(out, 0, FrameType.SETTINGS, Flag.ACK);',
    ],
    reason: 'A stream id that is undefined is written as 0: a shift makes a number of it.',
  },
  {
    file: 'settings.ts',
    task: 3,
    changes: ['if (ack && payload.length > 0) { → if (ack && payload.length > 1) {'],
    reason: 'A payload of one byte is not a multiple of six and has been refused before.',
  },
  {
    file: 'frame-header.ts',
    task: 1,
    changes: [
      'if (bytes.length - at < FRAME_HEADER_LENGTH) return undefined; → if (bytes.byteLength - at < FRAME_HEADER_LENGTH) return undefined;',
    ],
    reason: 'A Uint8Array has as many bytes as elements.',
  },
  {
    file: 'data.ts',
    task: 2,
    changes: [
      'writeFrameHeader(out, data.length, FrameType.DATA, endStream ? Flag.END_STREAM : 0, streamId); → writeFrameHeader(out, data.byteLength, FrameType.DATA, endStream ? Flag.END_STREAM : 0, streamId);',
      'if (padding >= payload.length) { → if (padding >= payload.byteLength) {',
      'data = payload.subarray(1, payload.length - padding); → data = payload.subarray(1, payload.byteLength - padding);',
      'flowLength: payload.length, → flowLength: payload.byteLength,',
    ],
    reason: 'A Uint8Array has as many bytes as elements.',
  },
  {
    file: 'data.ts',
    task: 2,
    changes: [
      'const [padding] = payload; → const [padding] = data;',
      'if (padding >= payload.length) { → if (padding >= data.length) {',
      'data = payload.subarray(1, payload.length - padding); → data = data.subarray(1, payload.length - padding);',
      'data = payload.subarray(1, payload.length - padding); → data = payload.subarray(1, data.length - padding);',
    ],
    reason: 'Until the padding is taken off, data is the payload.',
  },
  {
    file: 'data.ts',
    task: 2,
    changes: [
      'writeFrameHeader(out, data.length, FrameType.DATA, endStream ? Flag.END_STREAM : 0, streamId); → writeFrameHeader(out, data.length, FrameType.DATA, endStream ? Flag.ACK : 0, streamId);',
      'endStream: (flags & Flag.END_STREAM) !== 0, → endStream: (flags & Flag.ACK) !== 0,',
    ],
    reason: 'END_STREAM and ACK are the same bit, 1.',
  },
  {
    file: 'settings.ts',
    task: 3,
    changes: [
      'writeFrameHeader(out, 0, FrameType.SETTINGS, Flag.ACK, 0); → writeFrameHeader(out, 0, FrameType.SETTINGS, Flag.END_STREAM, 0);',
      'const ack = (flags & Flag.ACK) !== 0; → const ack = (flags & Flag.END_STREAM) !== 0;',
    ],
    reason: 'END_STREAM and ACK are the same bit, 1.',
  },
  {
    file: 'settings.ts',
    task: 3,
    changes: [
      'if (payload.length % ENTRY_LENGTH !== 0) { → if (payload.byteLength % ENTRY_LENGTH !== 0) {',
      'if (ack && payload.length > 0) { → if (ack && payload.byteLength > 0) {',
      'for (let at = 0; at < payload.length; at += ENTRY_LENGTH) { → for (let at = 0; at < payload.byteLength; at += ENTRY_LENGTH) {',
    ],
    reason: 'A Uint8Array has as many bytes as elements.',
  },
];
