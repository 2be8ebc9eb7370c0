import { notYet } from '#course/exercise/not-yet';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusCode } from '#grpc/status';
import { contentSubtype, isGrpcContentType } from '#grpc/wire/content-type';
import { excerpt } from '#grpc/wire/excerpt';
import type { Head } from '#grpc/wire/head';
import { formatTimeout, parseTimeout } from '#grpc/wire/timeout';
import type { HeaderField } from '#hpack/header-field';

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
  // ── Task 1 ──
  // An array of { name, value }. The four names with a colon come first, the timeout right behind
  // them (formatTimeout, in timeout.ts), the metadata last: head.metadata.toHeaders() gives an
  // array of such objects, [{ name: 'x-table', value: '7' }].
  throw notYet(1);
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
  // ── Task 5 ──
  // `head` is the block, taken apart (src/grpc/wire/head.ts): head.contentType, head.method,
  // head.te, head.timeout; head.malformed is the name of a -bin field that is not base64.
  // isGrpcContentType(head.contentType) says whether it is gRPC’s at all;
  // contentSubtype('application/grpc+json') is 'json', and 'proto' if nothing stands behind grpc.
  // Status.INTERNAL and the others are the codes. excerpt(text) cuts a text of the peer to a length
  // that fits into details.
  throw notYet(5);
}
