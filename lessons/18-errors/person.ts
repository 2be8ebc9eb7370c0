import type { GrpcError } from '#grpc/grpc-error';
import { detailOf } from '#grpc/rich-error';
import { Status } from '#grpc/status';
import {
  BadRequest,
  LocalizedMessage,
  RetryInfo,
} from '#protobuf/generated/google/rpc/error_details';

// #region person
/** What the person in front of the screen reads. Never `details`: that is for developers. */
export function forPerson(error: GrpcError): string {
  const localized = detailOf(error, LocalizedMessage);
  if (localized !== undefined) return localized.message;
  const wrong = detailOf(error, BadRequest);
  if (wrong !== undefined) {
    const fields = wrong.fieldViolations.map(({ field }) => field);
    return `Please look at: ${fields.join(', ')}.`;
  }
  switch (error.code) {
    case Status.UNAVAILABLE:
    case Status.DEADLINE_EXCEEDED:
      return 'The shop does not answer. Please try again in a moment.';
    case Status.NOT_FOUND:
      return 'There is no such order.';
    case Status.UNAUTHENTICATED:
      return 'Please sign in.';
    default:
      return 'Something went wrong. We know of it.';
  }
}
// #endregion person

// #region wait
/** How long the server asks us to wait before the next attempt, in ms; `undefined`: it does not say. */
export function waitOf(error: GrpcError): number | undefined {
  const { retryDelay } = detailOf(error, RetryInfo) ?? {};
  if (retryDelay === undefined) return undefined;
  return Number(retryDelay.seconds) * 1_000 + retryDelay.nanos / 1_000_000;
}
// #endregion wait
