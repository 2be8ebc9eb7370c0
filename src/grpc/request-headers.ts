import type { HeaderField } from '#hpack/header-field';
import { contentSubtype, isGrpcContentType } from './content-type.ts';
import type { Head } from './head.ts';
import type { Metadata } from './metadata.ts';
import { Status, type StatusCode } from './status.ts';
import { formatTimeout, parseTimeout } from './timeout.ts';

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
 * Pseudo-headers come first (RFC 9113 §8.3), right behind them how long there is. `te: trailers`
 * finds out proxies that would drop trailers, and with them the status.
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
 * What must be right before anybody looks for the method. Only the first two are answered by an
 * HTTP error: whoever sent them does not speak gRPC.
 * @returns `undefined` where all is well.
 */
export function refuseRequest(head: Head): Refusal | undefined {
  if (!isGrpcContentType(head.contentType)) {
    const details = `content-type ${head.contentType ?? 'missing'}: application/grpc is expected`;
    return { httpStatus: '415', code: Status.UNKNOWN, details };
  }
  if (head.method !== 'POST') {
    return { httpStatus: '405', code: Status.INTERNAL, details: `${head.method} instead of POST` };
  }
  const refuse = (code: StatusCode, details: string) => ({ httpStatus: '200', code, details });
  if (head.te?.toLowerCase() !== 'trailers') {
    return refuse(Status.INTERNAL, 'te: trailers is missing: the status could be lost on the way');
  }
  const codec = contentSubtype(head.contentType!);
  if (codec !== 'proto') return refuse(Status.UNIMPLEMENTED, `no codec '${codec}' here`);
  if (head.timeout !== undefined && parseTimeout(head.timeout) === undefined) {
    return { ...refuse(Status.INTERNAL, 'malformed grpc-timeout'), httpStatus: '400' };
  }
  if (head.malformed) return refuse(Status.INTERNAL, `'${head.malformed}' is no base64`);
  return undefined;
}
