/** One frame, or the frames of one header block, as messages of a trace. */
import { concat } from '#bytes/concat';
import { errorCodeName } from '#http2/error-code';
import { FrameType } from '#http2/frames/frame-type';
import { cutFields } from '#inspect/cut-fields';
import { type Dissected, type Explanation, shift } from '#inspect/dissector';
import type { Field, Side } from '#inspect/trace';
import { flagNames, HEADER_SIZE, headerFields, type RawHeader, typeName } from './frame-header.ts';
import { contentRange, payloadFields, readUint31 } from './payload.ts';
import type { Http2Plugs } from './plugs.ts';

export interface RawFrame {
  readonly header: RawHeader;
  /** Header and payload. */
  readonly bytes: Uint8Array;
  readonly payload: Uint8Array;
}

const OPAQUE: Explanation = { title: '', fields: [] };

/** A frame that has a header block, and that begins one. */
export function isBlockStart({ header }: RawFrame): boolean {
  return header.type === FrameType.HEADERS || header.type === FrameType.PUSH_PROMISE;
}

/** Any frame that does not belong to a header block. */
export function dissectFrame(frame: RawFrame, from: Side, plugs: Http2Plugs): Dissected {
  if (frame.header.type !== FrameType.DATA || plugs.data === undefined) {
    return toMessage(frame, OPAQUE, plugs);
  }
  return toMessage(frame, plugs.data(contentOf(frame), contextOf(frame, from)), plugs);
}

/** The frames of one header block, explained as one and cut where the frames are cut. */
export function dissectBlock(frames: RawFrame[], from: Side, plugs: Http2Plugs): Dissected[] {
  const [first] = frames;
  if (first === undefined) return [];
  const { headerBlock } = plugs;
  const whole = headerBlock?.(concat(frames.map(contentOf)), contextOf(first, from)) ?? OPAQUE;
  let start = 0;
  return frames.map((frame) => {
    const end = start + contentOf(frame).length;
    const part = { ...whole, fields: cutFields(whole.fields, start, end) };
    if (frame !== first) part.title = '';
    start = end;
    return toMessage(frame, part, plugs);
  });
}

function contextOf({ header }: RawFrame, from: Side) {
  const endStream = flagNames(header.type, header.flags).includes('END_STREAM');
  return { from, streamId: header.streamId, endStream };
}

/** What is the user's: a piece of a header block, or data. */
function contentOf({ header, payload }: RawFrame): Uint8Array {
  const { start, end } = contentRange(header, payload.length, payload[0] ?? 0);
  return payload.subarray(start, end);
}

function toMessage(frame: RawFrame, content: Explanation, plugs: Http2Plugs): Dissected {
  const { header, bytes, payload } = frame;
  const about = contentAbout(header);
  const inside = payloadFields(header, payload, (part) => ({
    offset: 0,
    length: part.length,
    ...about,
    value: count(part.length),
    ...(content.fields.length > 0 && { children: content.fields }),
  }));
  const call = content.call ?? (header.streamId === 0 ? undefined : String(header.streamId));
  return {
    title: titleOf(frame, content.title),
    ...(call !== undefined && { call }),
    bytes,
    fields: [...headerPart(header, plugs), ...shift(inside, HEADER_SIZE)],
  };
}

function headerPart(header: RawHeader, { foldHeaders }: Http2Plugs): Field[] {
  const children = headerFields(header);
  if (!foldHeaders) return children;
  const { type, flags, streamId, length } = header;
  const name = [typeName(type), ...flagNames(type, flags)].join(' ');
  const field = {
    offset: 0,
    length: HEADER_SIZE,
    name: 'frame header',
    value: `${name}, stream ${streamId}, ${count(length)}`,
    meaning: 'length, type, flags, stream',
    source: 'RFC 9113 §4.1',
  };
  return [{ ...field, children, folded: true }];
}

function contentAbout({ type }: RawHeader): Pick<Field, 'name' | 'meaning' | 'source'> {
  return type === FrameType.DATA
    ? { name: 'data', meaning: 'a piece of the body', source: 'RFC 9113 §6.1' }
    : { name: 'header block', meaning: 'compressed header fields', source: 'RFC 7541' };
}

/** `DATA · stream 1 · 12 bytes · END_STREAM` */
function titleOf({ header, payload }: RawFrame, said: string): string {
  const { type, flags, streamId } = header;
  const flagged = flagNames(type, flags);
  return [
    flagged.includes('ACK') ? `${typeName(type)} ACK` : typeName(type),
    streamId === 0 ? '' : `stream ${streamId}`,
    said || detail(type, payload),
    flagged.includes('END_STREAM') ? 'END_STREAM' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The one thing that one wants to know of a frame at first sight. */
function detail(type: number, payload: Uint8Array): string {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  switch (type) {
    case FrameType.DATA:
      return count(payload.length);
    case FrameType.RST_STREAM:
      return payload.length < 4 ? '' : errorCodeName(view.getUint32(0));
    case FrameType.GOAWAY:
      return payload.length < 8
        ? ''
        : `${errorCodeName(view.getUint32(4))} · last stream ${readUint31(payload)}`;
    case FrameType.WINDOW_UPDATE:
      return payload.length < 4 ? '' : `+${readUint31(payload)}`;
    default:
      return '';
  }
}

function count(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}
