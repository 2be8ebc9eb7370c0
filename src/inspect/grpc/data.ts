/**
 * gRPC messages in DATA frames, for `createHttp2Dissectors({ data: grpcData(…) })`. Where a frame
 * ends says nothing about messages (gRPC PROTOCOL-HTTP2): one may hold several, and one message
 * may be spread over several. So it remembers for each stream and side how far the message is.
 */
import { type Explanation, shift } from '#inspect/dissector';
import type { Http2Plug } from '#inspect/http2/plugs';
import { MESSAGE_PREFIX } from '#inspect/prefix-dissector';
import type { Field } from '#inspect/trace';
import { explainGzip } from './gzip.ts';

const PREFIX = MESSAGE_PREFIX.size;

/** A message of which not all has come. */
interface Open {
  /** What there is of the prefix; whole when it has five bytes. */
  prefix: number[];
  /** Bytes of the message that have come. */
  have: number;
}

/**
 * @param dissectMessage explains a message that lies whole in one frame and is not compressed; of a
 *   compressed one its gzip is explained, and a message in pieces is counted only. It is told the stream, so that it can know the type.
 */
export function grpcData(
  dissectMessage: (message: Uint8Array, where: Parameters<Http2Plug>[1]) => Explanation,
): Http2Plug {
  const open = new Map<string, Open>();
  return (bytes, where) => {
    const key = `${where.from} ${where.streamId}`;
    let state = open.get(key) ?? { prefix: [], have: 0 };
    const fields: Field[] = [];
    const titles: string[] = [];
    for (let at = 0; at < bytes.length; ) {
      const started = state.prefix.length;
      const start = at;
      while (state.prefix.length < PREFIX && at < bytes.length) state.prefix.push(bytes[at++]!);
      if (at > start) fields.push(...prefixFields(bytes.subarray(start, at), started, start));
      if (state.prefix.length < PREFIX) break;
      const length = lengthIn(state.prefix);
      const end = Math.min(bytes.length, at + length - state.have);
      const piece = bytes.subarray(at, end);
      const isWhole = piece.length === length;
      const explain = state.prefix[0] === 0 ? dissectMessage : explainGzip;
      const inside = isWhole ? explain(piece, where) : undefined;
      if (isWhole || piece.length > 0) {
        fields.push(messageField(at, piece.length, state.have, length, inside?.fields ?? []));
      }
      titles.push(inside?.title ?? titleOf(state, piece.length, length));
      state.have += piece.length;
      at = end;
      if (state.have === length) state = { prefix: [], have: 0 };
    }
    if (where.endStream) open.delete(key);
    else open.set(key, state);
    return { title: titles.join(', '), fields };
  };
}

function titleOf({ prefix, have }: Open, length: number, total: number): string {
  const what = prefix[0] === 0 ? 'message' : 'compressed message';
  if (length === total) return `a ${what} of ${total} bytes`;
  return `bytes ${have}–${have + length} of a ${what} of ${total}`;
}

function lengthIn(prefix: number[]): number {
  return new DataView(Uint8Array.from(prefix).buffer).getUint32(1);
}

/** A prefix that is whole, field by field; one that the frame's end has cut, as one. */
function prefixFields(part: Uint8Array, started: number, offset: number): Field[] {
  if (part.length === PREFIX) {
    return shift(MESSAGE_PREFIX.fields(part, lengthIn([...part])), offset);
  }
  const meaning = started === 0 ? 'the rest comes in another frame' : 'began in another frame';
  return [{ offset, length: part.length, name: 'a part of the prefix', meaning }];
}

function messageField(
  offset: number,
  length: number,
  have: number,
  total: number,
  inside: readonly Field[],
): Field {
  const isWhole = length === total;
  return {
    offset,
    length,
    name: isWhole ? 'message' : 'a part of the message',
    value: isWhole ? `${total} bytes` : `bytes ${have}–${have + length} of ${total}`,
    meaning: 'as the prefix says: where the frame ends means nothing',
    source: 'gRPC PROTOCOL-HTTP2, Length-Prefixed-Message',
    ...(inside.length > 0 && { children: shift(inside, offset) }),
  };
}
