/**
 * The nine bytes in front of an HTTP/2 frame, for a trace (RFC 9113 §4.1). It does not use the
 * codec's own reader: it must not be wrong where a learner's is.
 */
import { Flag, FrameType } from '#http2/frames/frame-type';
import type { Field } from '#inspect/trace';
import { meaningOfType } from './frame-types.ts';

export interface RawHeader {
  readonly length: number;
  readonly type: number;
  readonly flags: number;
  /** The 31 bits, without the reserved one. */
  readonly streamId: number;
  readonly reserved: boolean;
}

export const HEADER_SIZE = 9;

/** @param bytes at least nine */
export function readHeader(bytes: Uint8Array): RawHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = view.getUint32(5);
  return {
    length: view.getUint32(0) >>> 8,
    type: bytes[3]!,
    flags: bytes[4]!,
    streamId: last & 0x7fffffff,
    reserved: last >= 0x80000000,
  };
}

const TYPE_NAMES = new Map<number, string>(
  Object.entries(FrameType).map(([name, type]) => [type, name]),
);

export function typeName(type: number): string {
  return TYPE_NAMES.get(type) ?? `type 0x${hex(type)}`;
}

/** The flags that mean something, by type; the same bit means another thing elsewhere. */
const FLAGS: Record<number, Record<string, number>> = {
  [FrameType.DATA]: { END_STREAM: Flag.END_STREAM, PADDED: Flag.PADDED },
  [FrameType.HEADERS]: {
    END_STREAM: Flag.END_STREAM,
    END_HEADERS: Flag.END_HEADERS,
    PADDED: Flag.PADDED,
    PRIORITY: Flag.PRIORITY,
  },
  [FrameType.SETTINGS]: { ACK: Flag.ACK },
  [FrameType.PUSH_PROMISE]: { END_HEADERS: Flag.END_HEADERS, PADDED: Flag.PADDED },
  [FrameType.PING]: { ACK: Flag.ACK },
  [FrameType.CONTINUATION]: { END_HEADERS: Flag.END_HEADERS },
};

const FLAG_MEANINGS: Record<string, string> = {
  ACK: 'the answer to the other side’s',
  END_STREAM: 'the sender says no more on this stream',
  END_HEADERS: 'the header block is whole',
  PADDED: 'padding follows the content',
  PRIORITY: 'five deprecated bytes come first',
};

/** The names of the flags that are set and defined for the type. */
export function flagNames(type: number, flags: number): string[] {
  const defined = Object.entries(FLAGS[type] ?? {});
  return defined.filter(([, bit]) => (flags & bit) !== 0).map(([name]) => name);
}

/** Whether a header block is whole with this frame. */
export function isBlockEnd({ type, flags }: RawHeader): boolean {
  return flagNames(type, flags).includes('END_HEADERS');
}

/** The four parts of the header. */
export function headerFields(header: RawHeader): Field[] {
  const { length, type, flags, streamId, reserved } = header;
  const names = flagNames(type, flags);
  const known = meaningOfType(type);
  const source = 'RFC 9113 §4.1';
  return [
    {
      offset: 0,
      length: 3,
      name: 'length',
      value: String(length),
      meaning: 'bytes of payload behind these nine: 24 bits, big-endian',
      source,
    },
    {
      offset: 3,
      length: 1,
      name: 'type',
      value: `0x${hex(type)} ${TYPE_NAMES.get(type) ?? ''}`.trimEnd(),
      meaning: known?.meaning ?? 'nobody defined it: a receiver skips the frame',
      source: known?.source ?? 'RFC 9113 §5.5',
    },
    {
      offset: 4,
      length: 1,
      name: 'flags',
      value: [`0x${hex(flags)}`, names.join(' ')].join(' ').trimEnd(),
      meaning: flagsMeaning(type, flags, names),
      source,
    },
    {
      offset: 5,
      length: 4,
      name: 'stream',
      value: String(streamId),
      meaning: streamMeaning(streamId, reserved),
      source: 'RFC 9113 §5.1.1',
    },
  ];
}

function flagsMeaning(type: number, flags: number, names: string[]): string {
  if (names.length > 0) return names.map((name) => `${name}: ${FLAG_MEANINGS[name]}`).join('; ');
  if (flags === 0) return 'none is set';
  return `${typeName(type)} has no such flag: ignored`;
}

function streamMeaning(streamId: number, reserved: boolean): string {
  const whose =
    streamId === 0
      ? 'the connection itself'
      : streamId % 2 === 1
        ? 'odd: a stream that the client opened'
        : 'even: a stream that the server opened';
  return reserved ? `${whose}; the reserved bit is set, and ignored` : whose;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
