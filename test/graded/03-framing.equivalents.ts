import type { Equivalent } from '#course/kit/equivalent';

const reason =
  'A Uint8Array has one byte for each member, so length and byteLength are one number.';

export const equivalents: Equivalent[] = [
  {
    file: 'frame.ts',
    task: 1,
    changes: [
      'const frame = new Uint8Array(LENGTH_SIZE + payload.length); → const frame = new Uint8Array(LENGTH_SIZE + payload.byteLength);',
      'new DataView(frame.buffer).setUint32(0, payload.length); → new DataView(frame.buffer).setUint32(0, payload.byteLength);',
    ],
    reason,
  },
  {
    file: 'message.ts',
    task: 5,
    changes: [
      'const message = new Uint8Array(PREFIX_SIZE + payload.length); → const message = new Uint8Array(PREFIX_SIZE + payload.byteLength);',
      'new DataView(message.buffer).setUint32(1, payload.length); → new DataView(message.buffer).setUint32(1, payload.byteLength);',
    ],
    reason,
  },
];
