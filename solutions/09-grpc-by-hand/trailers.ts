import type { Head } from '#grpc/head';
import { percentDecode, percentEncode } from '#grpc/percent';
import { Status, type StatusCode, type StatusObject } from '#grpc/status';
import type { HeaderField } from '#hpack/header-field';

/**
 * How every call ends: the status, in a block of headers *after* the messages, because whether a
 * call went well is only known at its end (PROTOCOL-HTTP2.md, "Responses").
 *
 *     grpc-status 5     grpc-message no caf%C3%A9     then the metadata
 *
 * The status is there for OK too; a text only where there is one.
 */
export function statusTrailers(status: StatusObject): HeaderField[] {
  // <task 3>
  //? status.code as decimal text, status.details through percentEncode, status.metadata at the end.
  const fields: HeaderField[] = [{ name: 'grpc-status', value: String(status.code) }];
  if (status.details) fields.push({ name: 'grpc-message', value: percentEncode(status.details) });
  if (status.metadata) fields.push(...status.metadata.toHeaders());
  return fields;
  // </task>
}

/**
 * A call that ends before it has answered anything says both in one block: the response's headers
 * are its trailers ("Trailers-Only"). It begins as every answer does, with `:status` and
 * `content-type`.
 */
export function trailersOnly(status: StatusObject, httpStatus = '200'): HeaderField[] {
  // <task 3>
  return [
    { name: ':status', value: httpStatus },
    { name: 'content-type', value: 'application/grpc+proto' },
    ...statusTrailers(status),
  ];
  // </task>
}

/** The highest code there is: UNAUTHENTICATED. */
const LAST_CODE = 16;

/**
 * `grpc-status` is decimal without leading zeros; whatever else stands there, and any number
 * outside the table, is UNKNOWN (grpc/grpc doc/statuscodes.md; PROTOCOL-HTTP2.md "Status").
 */
export function parseStatusCode(text: string): StatusCode {
  // <task 4>
  //? Number('') is 0, which is OK: look at the text before you make a number of it. `as StatusCode`
  //? for the type.
  const known = /^(0|[1-9]\d?)$/.test(text) && Number(text) <= LAST_CODE;
  return known ? (Number(text) as StatusCode) : Status.UNKNOWN;
  // </task>
}

/** The status that a block of headers holds; `undefined` where it holds none. */
export function readStatus(head: Head): StatusObject | undefined {
  // <task 4>
  //? head.status and head.message are the texts of grpc-status and grpc-message, head.metadata the
  //? application's own. { code, details, metadata }; without a message details are ''.
  if (head.status === undefined) return undefined;
  return {
    code: parseStatusCode(head.status),
    details: head.message === undefined ? '' : percentDecode(head.message),
    metadata: head.metadata,
  };
  // </task>
}

const NO_STATUS: StatusObject = {
  code: Status.UNKNOWN,
  details: 'the server ended the call without grpc-status',
};

/**
 * How a call ended, from its last block of headers. A status that stands there wins, whatever the
 * first block looked like; without one it is what the first block has already spoilt, and where
 * that was in order, NO_STATUS.
 *
 * @param fault as `faultOfResponse` found it in the first block
 */
export function statusOfTrailers(head: Head, fault: StatusObject | undefined): StatusObject {
  // <task 4>
  return readStatus(head) ?? fault ?? NO_STATUS;
  // </task>
}
