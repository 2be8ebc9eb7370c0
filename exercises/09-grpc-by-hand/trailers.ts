import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 3 ──
  // status.code as decimal text, status.details through percentEncode, status.metadata at the end.
  throw notYet(3);
}

/**
 * A call that ends before it has answered anything says both in one block: the response's headers
 * are its trailers ("Trailers-Only"). It begins as every answer does, with `:status` and
 * `content-type`.
 */
export function trailersOnly(status: StatusObject, httpStatus = '200'): HeaderField[] {
  // ── Task 3 ──
  throw notYet(3);
}

/** The highest code there is: UNAUTHENTICATED. */
const LAST_CODE = 16;

/**
 * `grpc-status` is decimal without leading zeros; whatever else stands there, and any number
 * outside the table, is UNKNOWN (grpc/grpc doc/statuscodes.md; PROTOCOL-HTTP2.md "Status").
 */
export function parseStatusCode(text: string): StatusCode {
  // ── Task 4 ──
  // Number('') is 0, which is OK: look at the text before you make a number of it. `as StatusCode`
  // for the type.
  throw notYet(4);
}

/** The status that a block of headers holds; `undefined` if it holds none. */
export function readStatus(head: Head): StatusObject | undefined {
  // ── Task 4 ──
  // head.status and head.message are the texts of grpc-status and grpc-message, head.metadata the
  // application's own. { code, details, metadata }; without a message details are ''.
  throw notYet(4);
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
  // ── Task 4 ──
  // readStatus(head), fault and NO_STATUS: which of the three, and when?
  throw notYet(4);
}
