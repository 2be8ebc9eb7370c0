/**
 * Runs generated code: this is what `Order.encode` and `Order.decode` come down to.
 *
 * It is also a switch. Generated code hands over its descriptor together with its fast functions,
 * and `plain-codec.ts`, put in this file's place, uses the one and leaves the others: so a whole
 * stack can run on a learner's message codec.
 */

import { decodeMessage, encodeMessage } from '#protobuf/message-codec';
import type { MessageDescriptor } from './descriptor.ts';
import { DEFAULT_LIMITS, type DecodeLimits } from './limits.ts';
import type { Message } from './message.ts';
import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

/** Absent while they are in use. */
let idleWriter: Writer | undefined = new Writer();
let idleReader: Reader | undefined = new Reader();

export function encode<T extends Message>(
  descriptor: MessageDescriptor,
  message: T,
  write: (message: T, writer: Writer) => void,
): Uint8Array {
  // A message's getter may encode another message: the one writer is then not there to be taken.
  const writer = idleWriter ?? new Writer();
  idleWriter = undefined;
  try {
    write(message, writer);
    return writer.finish();
  } catch (error) {
    throw explain(error, () => encodeMessage(descriptor, message));
  } finally {
    writer.reset();
    idleWriter = writer;
  }
}

export function decode<T extends Message>(
  descriptor: MessageDescriptor,
  bytes: Uint8Array,
  message: T,
  read: (message: T, reader: Reader) => void,
  limits: DecodeLimits = DEFAULT_LIMITS,
): T {
  const reader = idleReader ?? new Reader();
  idleReader = undefined;
  try {
    reader.begin(bytes, limits);
    read(message, reader);
    return message;
  } catch (error) {
    throw explain(error, () => decodeMessage(descriptor, bytes, limits));
  } finally {
    reader.release();
    idleReader = reader;
  }
}

/**
 * The fast path does not know where it is. When it fails, the plain path does the same again,
 * fails for the same reason, and says in which field.
 */
function explain(error: unknown, again: () => unknown): unknown {
  try {
    again();
    return error;
  } catch (explained) {
    return explained;
  }
}
