import type { StatusCode, StatusObject } from '#grpc/status';
import type { Head } from '#grpc/wire/head';
import { percentDecode, percentEncode } from '#grpc/wire/percent';
import { responseHeaders } from '#grpc/wire/response-headers';
import type { HeaderField } from '#hpack/header-field';

const CODES = Array.from({ length: 17 }, (_, code) => String(code));

export function statusTrailers({ code, details, metadata }: StatusObject): HeaderField[] {
  const text = details === '' ? [] : [{ name: 'grpc-message', value: percentEncode(details) }];
  return [{ name: 'grpc-status', value: `${code}` }, ...text, ...(metadata?.toHeaders() ?? [])];
}

export function trailersOnly(status: StatusObject, httpStatus = '200'): HeaderField[] {
  const [first, ...others] = responseHeaders();
  return [{ ...first!, value: httpStatus }, ...others, ...statusTrailers(status)];
}

export function parseStatusCode(text: string): StatusCode {
  const code = CODES.indexOf(text);
  return (code < 0 ? 2 : code) as StatusCode;
}

export function readStatus({ status, message, metadata }: Head): StatusObject | undefined {
  if (status === undefined) return undefined;
  return { code: parseStatusCode(status), details: percentDecode(message ?? ''), metadata };
}

export function statusOfTrailers(head: Head, fault: StatusObject | undefined): StatusObject {
  const status = readStatus(head);
  if (status && (status.code !== 0 || fault === undefined)) return status;
  return fault ?? { code: 2, details: 'it just stopped' };
}
