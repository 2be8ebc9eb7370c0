import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';
import { encodeFrame } from '#framing/frame';
import { encodeLine } from '#framing/line';
import { encodeMessage } from '#framing/message';
import type { Dissector } from '#inspect/dissector';
import { createLineDissectors } from '#inspect/line-dissector';
import { createPrefixDissectors, FRAME_PREFIX, MESSAGE_PREFIX } from '#inspect/prefix-dissector';
import {
  createProtobufDissector,
  createVarintDissector,
  protobufPayload,
} from '#inspect/protobuf-dissector';
import type { Field } from '#inspect/trace';
import { HelloReply, HelloRequest } from '#protobuf/generated/hello';
import { encodeScalar, wireTypeOf } from '#protobuf/scalar';
import { encodeTag } from '#protobuf/tag';
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
  hello: ({ message, text }) => {
    const { descriptor: type } = message === 'request' ? HelloRequest : HelloReply;
    const bytes =
      message === 'request'
        ? HelloRequest.encode({ name: text })
        : HelloReply.encode({ message: text });
    const { client } = createPrefixDissectors(MESSAGE_PREFIX, protobufPayload({ type }));
    return explain(encodeMessage(bytes), client);
  },
  number: ({ type, value, field }) => {
    const number = encodeScalar(type, type.endsWith('64') ? BigInt(value) : Number(value));
    if (field === undefined) return explain(number, createVarintDissector());
    const known = { number: field, name: 'the field', type, cardinality: 'implicit' } as const;
    const bytes = concat([encodeTag(field, wireTypeOf(type)), number]);
    return explain(bytes, createProtobufDissector({ type: { name: 'Quiz', fields: [known] } }));
  },
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
