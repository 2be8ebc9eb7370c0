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
];
