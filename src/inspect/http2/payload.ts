/** What stands in the payload of each type of HTTP/2 frame (RFC 9113 §6). */
import { toHex } from '#bytes/hex';
import { errorCodeName } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { FieldList } from '#inspect/field-list';
import type { Field } from '#inspect/trace';
import type { RawHeader } from './frame-header.ts';
import { meaningOfType } from './frame-types.ts';
import { settingFields } from './settings.ts';

/**
 * The fields of a payload, its offsets counted from the payload's first byte.
 *
 * @param content the field for what is the user's and not the frame's: the header block of
 *   HEADERS, PUSH_PROMISE and CONTINUATION, the data of DATA. `contentRange` says where it stands.
 */
export function payloadFields(
  header: RawHeader,
  payload: Uint8Array,
  content: (bytes: Uint8Array) => Field,
): Field[] {
  const list = new FieldList(payload);
  const source = meaningOfType(header.type)?.source ?? 'RFC 9113 §5.5';
  switch (header.type) {
    case FrameType.DATA:
    case FrameType.HEADERS:
    case FrameType.PUSH_PROMISE:
    case FrameType.CONTINUATION:
      contentFields(header, payload, list, content);
      break;
    case FrameType.PRIORITY:
      priorityFields(list);
      break;
    case FrameType.RST_STREAM:
      errorField(list, source);
      break;
    case FrameType.SETTINGS:
      while (list.left > 0) settingFields(list);
      break;
    case FrameType.PING:
      list.take(8, 'opaque data', (bytes) => ({
        name: 'opaque data',
        value: toHex(bytes, ''),
        meaning: 'comes back the same with ACK, so that one knows which PING is answered',
        source,
      }));
      break;
    case FrameType.GOAWAY:
      idField(list, 'last stream', 'the highest stream that was or may be served', source);
      errorField(list, source);
      list.rest({
        name: 'debug data',
        value: JSON.stringify(new TextDecoder().decode(payload.subarray(8))),
        meaning: 'for a person who reads a log',
        source,
      });
      break;
    case FrameType.WINDOW_UPDATE:
      idField(list, 'increment', 'so many bytes of DATA more may come', source);
      break;
    default:
      list.rest({ name: 'payload', meaning: 'of a type that nobody defined: skipped' });
  }
  list.rest({ name: 'too much', meaning: 'this type of frame ends before these bytes', source });
  return list.fields;
}

/** Where the user's bytes lie: behind pad length, priority and promised id, before the padding. */
export function contentRange(
  { type, flags }: Pick<RawHeader, 'type' | 'flags'>,
  size: number,
  padding: number,
): { start: number; end: number } {
  const padded = isPadded(type, flags);
  let start = padded ? 1 : 0;
  if (type === FrameType.HEADERS && (flags & Flag.PRIORITY) !== 0) start += 5;
  if (type === FrameType.PUSH_PROMISE) start += 4;
  start = Math.min(start, size);
  return { start, end: Math.max(start, padded ? size - padding : size) };
}

function isPadded(type: number, flags: number): boolean {
  return type !== FrameType.CONTINUATION && (flags & Flag.PADDED) !== 0;
}

function contentFields(
  header: RawHeader,
  payload: Uint8Array,
  list: FieldList,
  content: (bytes: Uint8Array) => Field,
): void {
  const { type, flags } = header;
  const padding = payload[0] ?? 0;
  if (isPadded(type, flags)) {
    list.take(1, 'pad length', () => ({
      name: 'pad length',
      value: String(padding),
      meaning:
        padding < payload.length
          ? 'so many bytes at the end are padding'
          : 'as long as the payload or longer: not allowed',
      source: 'RFC 9113 §6.1',
    }));
  }
  if (type === FrameType.HEADERS && (flags & Flag.PRIORITY) !== 0) priorityFields(list);
  if (type === FrameType.PUSH_PROMISE) {
    idField(list, 'promised stream', 'on which the response will come', 'RFC 9113 §6.6');
  }
  const { start, end } = contentRange(header, payload.length, padding);
  if (end > start && list.left === payload.length - start) {
    list.add(content(payload.subarray(start, end)));
  }
  list.rest({ name: 'padding', meaning: 'hides how long the content is', source: 'RFC 9113 §6.1' });
}

function priorityFields(list: FieldList): void {
  const source = 'RFC 9113 §5.3.2';
  list.take(4, 'stream dependency', (bytes) => ({
    name: 'stream dependency',
    value: `${readUint31(bytes)}${bytes[0]! >= 0x80 ? ', exclusive' : ''}`,
    meaning: 'on which stream this one waits; deprecated',
    source,
  }));
  list.take(1, 'weight', (bytes) => ({
    name: 'weight',
    value: String(bytes[0]! + 1),
    meaning: 'its share among those that wait on the same, less one on the wire; deprecated',
    source,
  }));
}

function idField(list: FieldList, name: string, meaning: string, source: string): void {
  list.take(4, name, (bytes) => ({ name, value: String(readUint31(bytes)), meaning, source }));
}

function errorField(list: FieldList, source: string): void {
  list.take(4, 'error code', (bytes) => {
    const code = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const name = errorCodeName(code);
    const value = name.startsWith('0x') ? name : `${code} ${name}`;
    return { name: 'error code', value, meaning: ERROR_MEANINGS[name] ?? 'unknown', source };
  });
}

/** 31 bits; the one in front is reserved. */
export function readUint31(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0) & 0x7fffffff;
}

/** RFC 9113 §7, in fewer words. */
const ERROR_MEANINGS: Record<string, string> = {
  NO_ERROR: 'nothing is wrong',
  PROTOCOL_ERROR: 'the other side has broken a rule',
  INTERNAL_ERROR: 'something went wrong on this side',
  FLOW_CONTROL_ERROR: 'a rule of the windows was broken',
  SETTINGS_TIMEOUT: 'SETTINGS were not acknowledged in time',
  STREAM_CLOSED: 'a frame came for a stream that had ended',
  FRAME_SIZE_ERROR: 'a frame has a size that it must not have',
  REFUSED_STREAM: 'not touched: it is safe to send it again',
  CANCEL: 'no longer wanted',
  COMPRESSION_ERROR: 'the header compression is out of step',
  CONNECT_ERROR: 'the connection behind a CONNECT broke',
  ENHANCE_YOUR_CALM: 'too much of something that is allowed',
  INADEQUATE_SECURITY: 'the TLS below is too weak',
  HTTP_1_1_REQUIRED: 'ask again with HTTP/1.1',
};
