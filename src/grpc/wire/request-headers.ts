import type { Metadata } from '#grpc/metadata';
import { Status, type StatusCode } from '#grpc/status';
import { formatTimeout, parseTimeout } from '#grpc/wire/timeout';
import type { HeaderField } from '#hpack/header-field';
import { contentSubtype, isGrpcContentType } from './content-type.ts';
import { excerpt } from './excerpt.ts';
import type { Head } from './head.ts';

/** What a call's first block of headers says. */
export interface RequestHead {
  /** `/hello.Greeter/SayHello` */
  path: string;
  /** What the client calls the server: `localhost:50051`. */
  authority: string;
  scheme: 'http' | 'https';
  userAgent?: string | undefined;
  /** Left, not given: every hop subtracts what it has used up. */
  timeoutMs?: number | undefined;
  /** How messages of this call may be compressed. */
  encoding?: string | undefined;
  acceptEncoding?: string | undefined;
  metadata?: Metadata | undefined;
}

/**
 * How a call begins (PROTOCOL-HTTP2.md, "Requests"):
 *
 * ```
 * :method POST        :scheme http        :path /hello.Greeter/SayHello      :authority …
 * grpc-timeout 1S     te trailers         content-type application/grpc+proto
 * grpc-encoding …     grpc-accept-encoding …     user-agent …     then the metadata
 * ```
 *
 * Pseudo-headers come first (RFC 9113 §8.3), the timeout right behind them. `te: trailers` finds out
 * proxies that would drop trailers, and with them the status. What is not given is left out.
 */
export function requestHeaders(head: RequestHead): HeaderField[] {
  const fields: HeaderField[] = [
    { name: ':method', value: 'POST' },
    { name: ':scheme', value: head.scheme },
    { name: ':path', value: head.path },
    { name: ':authority', value: head.authority },
  ];
  if (head.timeoutMs !== undefined) {
    fields.push({ name: 'grpc-timeout', value: formatTimeout(head.timeoutMs) });
  }
  fields.push({ name: 'te', value: 'trailers' });
  fields.push({ name: 'content-type', value: 'application/grpc+proto' });
  if (head.encoding) fields.push({ name: 'grpc-encoding', value: head.encoding });
  if (head.acceptEncoding) {
    fields.push({ name: 'grpc-accept-encoding', value: head.acceptEncoding });
  }
  if (head.userAgent) fields.push({ name: 'user-agent', value: head.userAgent });
  if (head.metadata) fields.push(...head.metadata.toHeaders());
  return fields;
}

/** Why a server does not take a request: what HTTP hears of it, and what gRPC hears. */
export interface Refusal {
  httpStatus: string;
  code: StatusCode;
  details: string;
  metadata?: Metadata;
}

/**
 * What must be right, in this order, before anybody looks for the method; `undefined` if it is:
 *
 *     content-type that is not gRPC's     415  UNKNOWN         the sender does not speak gRPC
 *     :method that is not POST            405  INTERNAL        nor does this one
 *     te that is not trailers (any case)  200  INTERNAL        the status could be lost on the way
 *     a codec that is not proto           200  UNIMPLEMENTED   gRPC, but not one that we have
 *     a grpc-timeout against its grammar  400  INTERNAL
 *     a -bin field that is not base64     200  INTERNAL
 *
 * A codec is how messages are written; a name that ends in -bin has bytes for its value, sent in
 * base64 (lesson 19). `details` say what is wrong, for people, and name a
 * content-type that is refused.
 */
export function refuseRequest(head: Head): Refusal | undefined {
  if (!isGrpcContentType(head.contentType)) {
    const type = excerpt(head.contentType ?? 'missing');
    const details = `content-type ${type}: application/grpc is expected`;
    return { httpStatus: '415', code: Status.UNKNOWN, details };
  }
  if (head.method !== 'POST') {
    const details = `${excerpt(head.method ?? 'no method')} instead of POST`;
    return { httpStatus: '405', code: Status.INTERNAL, details };
  }
  const refuse = (code: StatusCode, details: string) => ({ httpStatus: '200', code, details });
  if (head.te?.toLowerCase() !== 'trailers') {
    return refuse(Status.INTERNAL, 'te: trailers is missing: the status could be lost on the way');
  }
  const codec = contentSubtype(head.contentType!);
  if (codec !== 'proto') return refuse(Status.UNIMPLEMENTED, `no codec '${excerpt(codec)}' here`);
  if (head.timeout !== undefined && parseTimeout(head.timeout) === undefined) {
    return { ...refuse(Status.INTERNAL, 'malformed grpc-timeout'), httpStatus: '400' };
  }
  if (head.malformed) {
    return refuse(Status.INTERNAL, `'${excerpt(head.malformed)}' is not base64`);
  }
  return undefined;
}
