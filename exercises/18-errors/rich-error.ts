import { notYet } from '#course/exercise/not-yet';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import type { StatusCode } from '#grpc/status';
import { unpackAny } from '#protobuf/any';
import type { Any } from '#protobuf/generated/google/protobuf/any';
import { Status as RichStatus } from '#protobuf/generated/google/rpc/status';
import type { Message, MessageType } from '#protobuf/message';

/**
 * Errors that say more than a code and a text: which field was wrong, when to try again, which
 * quota is used up. They travel as a `google.rpc.Status` in one trailer beside `grpc-status`
 * (the richer error model of https://google.aip.dev/193).
 */
export const DETAILS = 'grpc-status-details-bin';

/**
 * An error with details, for a handler to throw.
 *
 * ```ts
 * throw richError(Status.INVALID_ARGUMENT, 'the order is incomplete', [
 *   packAny(BadRequest, { fieldViolations: [{ field: 'id', description: 'is empty', … }] }),
 * ]);
 * ```
 */
export function richError(
  code: StatusCode,
  message: string,
  details: readonly Any[],
  options?: ErrorOptions,
): GrpcError {
  const status = RichStatus.encode({ code, message, details: [...details] });
  return new GrpcError(code, message, new Metadata().set(DETAILS, status), options);
}

/**
 * The `google.rpc.Status` that came with an error; `undefined` if there is none, if there are two,
 * if it cannot be read, or if it names another code than `grpc-status` does: then one of the two is
 * wrong, and nobody can say which.
 */
export function richStatus(error: GrpcError): RichStatus | undefined {
  // ── Task 2 ──
  // error.metadata.getAll(DETAILS) gives the values of the trailer: a list of bytes.
  // RichStatus.decode(bytes) throws if they are not a status.
  throw notYet(2);
}

/** The details of an error that a stub threw, those of unknown types too; the list may be empty. */
export function errorDetails(error: GrpcError): readonly Any[] {
  return richStatus(error)?.details ?? [];
}

/**
 * The first detail of this type that can be read; `undefined` if there is none. A detail is an extra:
 * one that is broken must not hide the error that it came with.
 */
export function detailOf<T extends Message>(error: GrpcError, type: MessageType<T>): T | undefined {
  // ── Task 2 ──
  // unpackAny(detail, type) gives the message, or undefined if the detail is of another type. It
  // throws if the detail says that it is of this type, and is not.
  throw notYet(2);
}

/**
 * The same error with one more detail, for a server that hands on what it does not know all about.
 * All that came with the error stays, also what this program has no type for. The error itself is not
 * changed; it becomes the new one's `cause`.
 */
export function withDetail(error: GrpcError, detail: Any): GrpcError {
  // ── Task 2 ──
  // error.details is the error’s text (error.message has the code in front of it).
  // RichStatus.create({ code, message }) is a status without details. status.details is a list that
  // can grow. error.metadata.clone() is a copy; set puts one value in place of all. new
  // GrpcError(code, message, metadata, { cause: error }).
  throw notYet(2);
}
