import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import type { Head } from '#grpc/wire/head';
import { statusFromHttp } from '#grpc/wire/http-status';
import { statusOfTrailers } from '#grpc/wire/trailers';
import type { HeaderField } from '#hpack/header-field';

export interface ResponseHead {
  encoding?: string | undefined;
  acceptEncoding?: string | undefined;
  metadata?: Metadata | undefined;
}

export function responseHeaders({ encoding, acceptEncoding, metadata }: ResponseHead = {}) {
  const fields: HeaderField[] = [{ name: ':status', value: '200' }];
  if (acceptEncoding) fields.push({ name: 'grpc-accept-encoding', value: acceptEncoding });
  if (encoding) fields.push({ name: 'grpc-encoding', value: encoding });
  fields.push({ name: 'content-type', value: 'application/grpc+proto' });
  return fields.concat(metadata?.toHeaders() ?? []);
}

export function faultOfResponse(head: Head): StatusObject | undefined {
  const type = (head.contentType ?? '').toLowerCase();
  const codec = /^application\/grpc(?:\+(\w+))?\s*(?:;.*)?$/.exec(type);
  if (head.httpStatus !== '200') {
    return {
      code: statusFromHttp(Number(head.httpStatus)),
      details: `HTTP ${head.httpStatus}`.slice(0, 50),
    };
  }
  if (codec === null) return { code: Status.UNKNOWN, details: `it sent '${type.slice(0, 80)}'` };
  if ((codec[1] ?? 'proto') !== 'proto')
    return { code: Status.INTERNAL, details: `a codec: ${codec[1]?.slice(0, 80)}` };
  if (head.malformed) return { code: Status.INTERNAL, details: head.malformed.slice(0, 80) };
  return undefined;
}

export function statusOfHeaders(head: Head, endStream: boolean): StatusObject | undefined {
  const fault = faultOfResponse(head);
  return endStream ? statusOfTrailers(head, fault) : fault;
}
