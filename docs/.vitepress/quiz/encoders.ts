import { ByteWriter } from '#bytes/byte-writer';
import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';
import { encodeFrame } from '#framing/frame';
import { encodeLine } from '#framing/line';
import { encodeMessage } from '#framing/message';
import { HpackEncoder } from '#hpack/encoder';
import { encodeInteger } from '#hpack/integer';
import { ErrorCode } from '#http2/error-code';
import { serializeData } from '#http2/frames/data';
import { serializeRstStream } from '#http2/frames/rst-stream';
import { serializeSettings } from '#http2/frames/settings';
import { serializeWindowUpdate } from '#http2/frames/window-update';
import type { Dissector } from '#inspect/dissector';
import { createHpackDissector } from '#inspect/hpack/dissector';
import { integerField } from '#inspect/hpack/primitives';
import { createFrameDissector } from '#inspect/http2/dissector';
import { createPrefixDissectors, FRAME_PREFIX, MESSAGE_PREFIX } from '#inspect/prefix-dissector';
import {
  createProtobufDissector,
  createVarintDissector,
  protobufPayload,
} from '#inspect/protobuf/dissector';
import { createLineDissectors } from '#inspect/rpc/line-dissector';
import type { Field } from '#inspect/trace';
import { encodeMessage as encodeProtobuf } from '#protobuf/fields/message-codec';
import { encodeScalar, wireTypeOf } from '#protobuf/fields/scalar';
import { HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { encodeTag } from '#protobuf/wire/tag';
import { marshalCall } from '#rpc/stub';
import type { Encoding } from './quiz.ts';

/** What is right, and what each of its bytes means. */
export interface Expected {
  bytes: Uint8Array;
  fields: Field[];
}

/** The course's own encoders, with the dissector that explains what they write. */
const ENCODERS: {
  [Name in Encoding['encoder']]: (of: Extract<Encoding, { encoder: Name }>) => Expected;
} = {
  frame: ({ text }) =>
    explain(encodeFrame(encodeUtf8(text)), createPrefixDissectors(FRAME_PREFIX, plain).client),
  message: ({ text, compressed }) =>
    explain(
      encodeMessage(encodeUtf8(text), compressed),
      createPrefixDissectors(MESSAGE_PREFIX, plain).client,
    ),
  call: ({ method, params }) =>
    explain(encodeLine(marshalCall(method, params)), createLineDissectors().client),
  hello: ({ name }) =>
    explain(
      HelloRequest.encode({ name }),
      createProtobufDissector({ type: HelloRequest.descriptor }),
    ),
  number: ({ type, value, field }) => {
    const number = encodeScalar(type, type.endsWith('64') ? BigInt(value) : Number(value));
    if (field === undefined) return explain(number, createVarintDissector());
    const known = { number: field, name: 'the field', type, cardinality: 'implicit' } as const;
    const bytes = concat([encodeTag(field, wireTypeOf(type)), number]);
    return explain(bytes, createProtobufDissector({ type: { name: 'Quiz', fields: [known] } }));
  },
  fields: ({ fields, value }) => {
    const type = { name: 'Quiz', fields };
    return explain(encodeProtobuf(type, value), createProtobufDissector({ type }));
  },
  settings: ({ entries }) =>
    explain(
      written((out) => serializeSettings(out, entries)),
      createFrameDissector('client'),
    ),
  data: ({ streamId, text, endStream }) =>
    explain(
      written((out) => serializeData(out, streamId, encodeUtf8(text), endStream)),
      createFrameDissector('client'),
    ),
  prefixInteger: ({ pattern, prefixBits, value }) => {
    const bytes = written((out) => encodeInteger(out, pattern, prefixBits, value));
    const about = { name: 'number', value: String(value), meaning: 'an integer with a prefix' };
    const place = { offset: 0, length: bytes.length };
    return { bytes, fields: [integerField(bytes, place, prefixBits, about)] };
  },
  hpack: ({ headers, before = [] }) => {
    const encoder = new HpackEncoder();
    const dissector = createHpackDissector();
    const block = (list: typeof headers) => written((out) => encoder.encode(list, out));
    for (const list of before) dissector.push(block(list));
    return explain(block(headers), dissector);
  },
  greeting: ({ message, text }) => {
    const { descriptor: type } = message === 'request' ? HelloRequest : HelloReply;
    const bytes =
      message === 'request'
        ? HelloRequest.encode({ name: text })
        : HelloReply.encode({ message: text });
    const { client } = createPrefixDissectors(MESSAGE_PREFIX, protobufPayload({ type }));
    return explain(encodeMessage(bytes), client);
  },
  cancel: ({ stream }) =>
    explain(
      written((out) => serializeRstStream(out, stream, ErrorCode.CANCEL)),
      createFrameDissector('client'),
    ),
  credit: ({ stream, increment }) =>
    explain(
      written((out) => serializeWindowUpdate(out, stream, increment)),
      createFrameDissector('client'),
    ),
};

export function encode(encoding: Encoding): Expected {
  const encoder = ENCODERS[encoding.encoder] as (of: Encoding) => Expected;
  return encoder(encoding);
}

function explain(bytes: Uint8Array, dissector: Dissector): Expected {
  return { bytes, fields: dissector.push(bytes).flatMap(({ fields }) => fields) };
}

/** The payload is text of the question's own, and needs no explanation. */
const plain = () => ({ title: '', fields: [] });

function written(write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter();
  write(out);
  return out.take();
}
