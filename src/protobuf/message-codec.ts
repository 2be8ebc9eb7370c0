/**
 * Messages to bytes and back, by descriptor: the plain path. It does field by field what the
 * encoding guide says, and is slow because it asks the descriptor every time; generated code does
 * the same with the answers written in. The work is in `encode-fields.ts` and `decode-fields.ts`,
 * and a learner's own can take their place.
 *
 * Source: protobuf encoding guide; language guide (proto 3).
 */

import { decodeFields } from '#protobuf/decode-fields';
import { encodeFields } from '#protobuf/encode-fields';
import { createMessage } from './create-message.ts';
import type { MessageDescriptor } from './descriptor.ts';
import { rethrowWithin } from './error.ts';
import { DEFAULT_LIMITS, type DecodeLimits, MAX_DEPTH } from './limits.ts';
import type { AnyMessage } from './message.ts';

/** @throws EncodeError, with the path of the field whose value does not fit its type. */
export function encodeMessage(type: MessageDescriptor, message: object): Uint8Array {
  try {
    return encodeFields(type, message as AnyMessage, MAX_DEPTH);
  } catch (error) {
    rethrowWithin(type.name, error);
  }
}

/** @throws DecodeError, with the path of the field that is wrong, and its offset. */
export function decodeMessage(
  type: MessageDescriptor,
  bytes: Uint8Array,
  limits: DecodeLimits = DEFAULT_LIMITS,
): AnyMessage {
  const message = createMessage(type);
  const input = { bytes, depth: limits.maxDepth, budget: { objects: limits.maxObjects } };
  try {
    decodeFields(type, input, 0, message);
    return message;
  } catch (error) {
    rethrowWithin(type.name, error);
  }
}
