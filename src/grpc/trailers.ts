import type { HeaderField } from '#hpack/header-field';
import type { Head } from './head.ts';
import { percentDecode, percentEncode } from './percent.ts';
import { parseStatusCode, type StatusObject } from './status.ts';

/**
 * How every call ends: the status, in a block of headers *after* the messages, because whether a
 * stream went well is only known at its end (PROTOCOL-HTTP2.md, "Responses"). Metadata follows.
 */
export function statusTrailers(status: StatusObject): HeaderField[] {
  const fields: HeaderField[] = [{ name: 'grpc-status', value: String(status.code) }];
  if (status.details) fields.push({ name: 'grpc-message', value: percentEncode(status.details) });
  if (status.metadata) fields.push(...status.metadata.toHeaders());
  return fields;
}

/**
 * A call that ends before it has answered anything says both in one block: the response's headers
 * are its trailers ("Trailers-Only").
 */
export function trailersOnly(status: StatusObject, httpStatus = '200'): HeaderField[] {
  return [
    { name: ':status', value: httpStatus },
    { name: 'content-type', value: 'application/grpc+proto' },
    ...statusTrailers(status),
  ];
}

/** The status that a block of trailers holds; `undefined` where it holds none. */
export function readStatus(head: Head): StatusObject | undefined {
  if (head.status === undefined) return undefined;
  return {
    code: parseStatusCode(head.status),
    details: head.message === undefined ? '' : percentDecode(head.message),
    metadata: head.metadata,
  };
}
