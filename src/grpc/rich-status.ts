import type { Any } from '#protobuf/generated/google/protobuf/any';
import { Status as RichStatus } from '#protobuf/generated/google/rpc/status';
import type { Message, MessageType } from '#protobuf/message';
import { GrpcError } from './grpc-error.ts';
import { Metadata } from './metadata.ts';
import type { StatusCode } from './status.ts';

/**
 * Errors that say more than a code and a text: which field was wrong, when to try again, which
 * quota is used up. They travel as a `google.rpc.Status` in one trailer beside `grpc-status`
 * (the richer error model of https://google.aip.dev/193).
 */
const DETAILS = 'grpc-status-details-bin';

/**
 * An error with details, for a handler to throw.
 *
 * ```ts
 * throw richError(Status.INVALID_ARGUMENT, 'the order is incomplete', [
 *   pack(BadRequest, { fieldViolations: [{ field: 'id', description: 'is empty', … }] }),
 * ]);
 * ```
 */
export function richError(code: StatusCode, message: string, details: readonly Any[]): GrpcError {
  const status = RichStatus.encode({ code, message, details: [...details] });
  return new GrpcError(code, message, new Metadata().set(DETAILS, status));
}

/**
 * The details of an error that a stub threw. None where there are none, where they cannot be read,
 * or where they speak of another code than `grpc-status`: then one of the two is wrong, and nobody
 * can say which.
 */
export function errorDetails(error: GrpcError): readonly Any[] {
  const [bytes, ...others] = error.metadata.getAll(DETAILS);
  if (bytes === undefined || others.length > 0) return [];
  try {
    const status = RichStatus.decode(bytes);
    return status.code === error.code ? status.details : [];
  } catch {
    return [];
  }
}

const PREFIX = 'type.googleapis.com/';

/** A message of any type, with the name of its type. */
export function pack<T extends Message>(type: MessageType<T>, message: Partial<T>): Any {
  const value = type.encode(type.create(message));
  return { typeUrl: PREFIX + type.descriptor.name, value };
}

/**
 * The message inside, if it is of that type; `undefined` if of another.
 * @throws DecodeError where the bytes are not what the name promises.
 */
export function unpack<T extends Message>(any: Any, type: MessageType<T>): T | undefined {
  const name = any.typeUrl.slice(any.typeUrl.lastIndexOf('/') + 1);
  return name === type.descriptor.name ? type.decode(any.value) : undefined;
}
