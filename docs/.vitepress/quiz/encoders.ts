import { encodeUtf8 } from '#bytes/utf8';
import { encodeFrame } from '#framing/frame';
import { encodeLine } from '#framing/line';
import { encodeMessage } from '#framing/message';
import type { Dissector } from '#inspect/dissector';
import { createLineDissectors } from '#inspect/line-dissector';
import { createPrefixDissectors, FRAME_PREFIX, MESSAGE_PREFIX } from '#inspect/prefix-dissector';
import type { Field } from '#inspect/trace';
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
