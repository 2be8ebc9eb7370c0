// Derived from src/grpc/wire/trailers.ts by npm run skeletons: change it there.
import { Status, type StatusCode, type StatusObject } from '#grpc/status';
import type { Head } from '#grpc/wire/head';
import { percentDecode, percentEncode } from '#grpc/wire/percent';
import type { HeaderField } from '#hpack/header-field';

/**
 * How every call ends: the status, in a block of headers *after* the messages, because whether a
 * call went well is only known at its end (PROTOCOL-HTTP2.md, "Responses").
 *
 *     grpc-status 5     grpc-message no caf%C3%A9     then the metadata
 *
 * The status is there for OK too; a text only if there is one.
 */
export function statusTrailers(status: StatusObject): HeaderField[] {
  const fields: HeaderField[] = [{ name: 'grpc-status', value: String(status.code) }];
  if (status.details) fields.push({ name: 'grpc-message', value: percentEncode(status.details) });
  if (status.metadata) fields.push(...status.metadata.toHeaders());
  return fields;
}

/**
 * A call that ends before it has answered anything says both in one block: the response's headers
 * are its trailers ("Trailers-Only"). It begins as every answer does, with `:status` and
 * `content-type`.
 */
export function trailersOnly(status: StatusObject, httpStatus = '200'): HeaderField[] {
  return [
    { name: ':status', value: httpStatus },
    { name: 'content-type', value: 'application/grpc+proto' },
    ...statusTrailers(status),
  ];
}

/** The highest code there is: UNAUTHENTICATED. */
const LAST_CODE = 16;

/**
 * `grpc-status` is decimal without leading zeros; whatever else stands there, and any number
 * outside the table, is UNKNOWN (grpc/grpc doc/statuscodes.md; PROTOCOL-HTTP2.md "Status").
 */
export function parseStatusCode(text: string): StatusCode {
  const known = /^(0|[1-9]\d?)$/.test(text) && Number(text) <= LAST_CODE;
  return known ? (Number(text) as StatusCode) : Status.UNKNOWN;
}

/** The status that a block of headers holds; `undefined` if it holds none. */
export function readStatus(head: Head): StatusObject | undefined {
  if (head.status === undefined) return undefined;
  return {
    code: parseStatusCode(head.status),
    details: head.message === undefined ? '' : percentDecode(head.message),
    metadata: head.metadata,
  };
}

const NO_STATUS: StatusObject = {
  code: Status.UNKNOWN,
  details: 'the server ended the call without grpc-status',
};

/**
 * How a call ended, from its last block of headers. A status that stands there wins, whatever the
 * first block looked like, with one exception: OK does not. Messages that cannot be read were thrown
 * away, and a call without them did not go well. Without a status it is what the first block has
 * already spoilt, and if that was in order, NO_STATUS.
 *
 * @param fault as `faultOfResponse` found it in the first block
 */
export function statusOfTrailers(head: Head, fault: StatusObject | undefined): StatusObject {
  const status = readStatus(head);
  if (status === undefined) return fault ?? NO_STATUS;
  return status.code === Status.OK ? (fault ?? status) : status;
}
