/**
 * Messages to bytes and back, by descriptor: the plain path. It does field by field what the
 * encoding guide says, and is slow because it asks the descriptor every time; generated code does
 * the same with the answers written in. The work is in `encode-fields.ts` and `decode-fields.ts`,
 * and a learner's own can take their place.
 *
 * Source: protobuf encoding guide; language guide (proto 3).
 */

import { plainView } from '#bytes/plain-view';
import { rethrowWithin } from '#protobuf/error';
import { decodeFields } from '#protobuf/fields/decode-fields';
import { encodeFields } from '#protobuf/fields/encode-fields';
import { lastDecoded } from '#protobuf/heap';
import { type DecodeLimits, inForce, MAX_DEPTH } from '#protobuf/limits';
import type { AnyMessage } from '#protobuf/message';
import type { MessageDescriptor } from '#protobuf/schema/descriptor';
import { Budget } from './budget.ts';
import { createMessage } from './create-message.ts';

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
  limits: DecodeLimits = inForce.limits,
): AnyMessage {
  const message = createMessage(type);
  const input = {
    bytes: plainView(bytes),
    depth: limits.maxDepth,
    budget: new Budget(bytes.length, limits),
  };
  try {
    decodeFields(type, input, 0, message);
    lastDecoded.heap = input.budget.spent;
    return message;
  } catch (error) {
    lastDecoded.heap = input.budget.spent;
    rethrowWithin(type.name, error);
  }
}
