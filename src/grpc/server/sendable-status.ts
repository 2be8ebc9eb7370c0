import { MAX_EXCERPT_LENGTH } from '#grpc/limits';
import { Metadata } from '#grpc/metadata';
import { OK, Status, type StatusObject } from '#grpc/status';
import { checkHeaderListSize } from '#grpc/wire/header-list-size';
import { statusTrailers, trailersOnly } from '#grpc/wire/trailers';
import type { HeaderField } from '#hpack/header-field';

/** A text of a status that fits into every header list, in characters. */
const SHORT_DETAILS = 2 * MAX_EXCERPT_LENGTH;

/** The same object each time, so that the header encoder recognizes it. */
let okTrailers: HeaderField[] | undefined;

/**
 * A status behind the response's messages.
 * @param limit what the client takes as trailers, in octets.
 * @throws GrpcError RESOURCE_EXHAUSTED if it is larger.
 */
export function sendableTrailers(status: StatusObject, limit: number): HeaderField[] {
  if (status.code === Status.OK && !status.details && !status.metadata) {
    okTrailers ??= statusTrailers(OK);
    return okTrailers;
  }
  return checked(statusTrailers(status), status, limit);
}

/** A status that is the whole answer. @throws as `sendableTrailers` does. */
export function sendableTrailersOnly(status: StatusObject, limit: number): HeaderField[] {
  return checked(trailersOnly(status), status, limit);
}

/** What is short goes out in any case: a client that takes nothing hears of it by the status. */
function checked(fields: HeaderField[], status: StatusObject, limit: number): HeaderField[] {
  if (status.metadata !== undefined || status.details.length > SHORT_DETAILS) {
    checkHeaderListSize(fields, 'the status', limit);
  }
  return fields;
}

/** The status with the call's trailers behind its own metadata. */
export function withTrailers(status: StatusObject, trailers: Metadata | undefined): StatusObject {
  if (trailers === undefined || trailers.size === 0) return status;
  const { code, details, metadata = new Metadata() } = status;
  return { code, details, metadata: metadata.clone().merge(trailers) };
}
