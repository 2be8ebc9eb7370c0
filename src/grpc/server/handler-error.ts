import { GrpcError, refusal } from '#grpc/grpc-error';
import { Status, type StatusObject } from '#grpc/status';
import { runCallback } from '#grpc/user-code';
import { excerpt } from '#grpc/wire/excerpt';

/**
 * Whether what a handler threw is a status for its caller: a `GrpcError` with one of the sixteen
 * codes of an error. OK is not an error, and a code outside the table means nothing to a client.
 */
export function isStatus(error: unknown): error is GrpcError {
  if (!(error instanceof GrpcError)) return false;
  const { code, details } = error;
  const known = Number.isInteger(code) && code > Status.OK && code <= Status.UNAUTHENTICATED;
  return known && typeof details === 'string';
}

/**
 * What a client is told of any other error. The text of that stays on the server, for it may say
 * what strangers must not know.
 */
export function handlerFailed(): GrpcError {
  return new GrpcError(Status.UNKNOWN, 'the handler failed');
}

/**
 * Tells the server's owner of an error that a handler threw by accident. The listener may fail as
 * well: it wanted to hear of the first error and has made a second, and nobody is left to hear that.
 */
export function reportTo<Call>(
  listener: (error: unknown, call: Call) => unknown,
  error: unknown,
  call: Call,
): void {
  runCallback(
    () => listener(error, call),
    () => {},
  );
}

/** A client broke the promise of its `.proto` about how many messages come. */
export function wrongNumber(details: string): GrpcError {
  return refusal(Status.UNIMPLEMENTED, details);
}

/**
 * What a client is told instead of a status that cannot be sent: the same code, if that is what the
 * call failed with, without the metadata; a call that went well fails.
 */
export function insteadOf(status: StatusObject, error: unknown): StatusObject {
  if (!isStatus(error)) return UNSENDABLE;
  if (!isStatus(status)) return { code: error.code, details: error.details };
  const details = `${excerpt(status.details)} (its metadata or its text is too large to be sent)`;
  return { code: status.code, details };
}

const UNSENDABLE: StatusObject = Object.freeze({
  code: Status.INTERNAL,
  details: 'the status of the call cannot be sent',
});
