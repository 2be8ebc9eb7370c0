/**
 * Runs generated code: this is what `Order.encode` and `Order.decode` come down to.
 *
 * It is also a switch. Generated code hands over its descriptor together with its fast functions,
 * and `plain-codec.ts`, put in this file's place, uses the one and leaves the others: so a whole
 * stack can run on a learner's message codec.
 */

import { plainView } from '#bytes/plain-view';
import { locate } from '#protobuf/fast/locate';
import { Reader } from '#protobuf/fast/reader';
import { Writer } from '#protobuf/fast/writer';
import { encodeMessage } from '#protobuf/fields/message-codec';
import { DecodeError } from './error.ts';
import { lastDecoded } from './heap.ts';
import { type DecodeLimits, inForce } from './limits.ts';
import type { DeepPartial, Message } from './message.ts';
import type { MessageDescriptor } from './schema/descriptor.ts';

/** Absent while they are in use. */
let idleWriter: Writer | undefined = new Writer();
let idleReader: Reader | undefined = new Reader();

export function encode<T extends Message>(
  descriptor: MessageDescriptor,
  message: DeepPartial<NoInfer<T>>,
  write: (message: T, writer: Writer) => void,
): Uint8Array {
  // A message's getter may encode another message: the one writer is then not there to be taken.
  const writer = idleWriter ?? new Writer();
  idleWriter = undefined;
  try {
    // What is left out of the message generated code takes as absent.
    write(message as T, writer);
    return writer.finish();
  } catch (error) {
    throw explain(error, descriptor, message);
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
  limits: DecodeLimits = inForce.limits,
): T {
  const reader = idleReader ?? new Reader();
  idleReader = undefined;
  try {
    reader.begin(plainView(bytes), limits);
    read(message, reader);
    lastDecoded.heap = reader.heap;
    return message;
  } catch (error) {
    lastDecoded.heap = reader.heap;
    const located = error instanceof DecodeError ? locate(error, descriptor, reader) : error;
    reader.recover();
    throw located;
  } finally {
    reader.release();
    idleReader = reader;
  }
}

/**
 * The fast path does not know in which field it is. When it fails, the plain path does the same
 * again, fails for the same reason, and says where. (What is wrong here is our own program's value,
 * so nobody can make us do it on purpose; of bytes that are wrong `locate` finds the place.)
 */
function explain(error: unknown, descriptor: MessageDescriptor, message: object): unknown {
  try {
    encodeMessage(descriptor, message);
    return error;
  } catch (explained) {
    return explained;
  }
}
