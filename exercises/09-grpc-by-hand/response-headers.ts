import { notYet } from '#course/exercise/not-yet';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import { contentSubtype, isGrpcContentType } from '#grpc/wire/content-type';
import { excerpt } from '#grpc/wire/excerpt';
import type { Head } from '#grpc/wire/head';
import { statusFromHttp } from '#grpc/wire/http-status';
import { statusOfTrailers } from '#grpc/wire/trailers';
import type { HeaderField } from '#hpack/header-field';

/** What a response's first block of headers says, beside that it is one. */
export interface ResponseHead {
  encoding?: string | undefined;
  acceptEncoding?: string | undefined;
  metadata?: Metadata | undefined;
}

/**
 * How an answer begins:
 *
 *     :status 200     content-type application/grpc+proto     grpc-encoding …
 *     grpc-accept-encoding …     then the metadata
 *
 * HTTP is always content; what became of the call comes at its end.
 */
export function responseHeaders(head: ResponseHead = {}): HeaderField[] {
  // ── Task 3 ──
  // As in requestHeaders: what is not given is left out, the metadata comes last
  // (head.metadata.toHeaders() gives header fields).
  throw notYet(3);
}

/**
 * What is wrong with a response's headers, as the status that the call ends with unless trailers
 * say better; `undefined` if messages may follow:
 *
 *     :status that is not 200            as statusFromHttp says    a proxy answered
 *     content-type that is not gRPC's    UNKNOWN                   a web page, most likely
 *     a codec that is not proto          INTERNAL                  nobody asked for it
 *     a -bin field that is not base64    INTERNAL           (-bin: bytes, lesson 19)
 *
 * A codec is how messages are written. `details` name what came, for people: the status, the type,
 * the codec, the field.
 */
export function faultOfResponse(head: Head): StatusObject | undefined {
  // ── Task 4 ──
  // { code, details }, with details that help somebody at two in the morning. statusFromHttp(502)
  // is Status.UNAVAILABLE; isGrpcContentType(head.contentType) says whether it is gRPC’s at all;
  // contentSubtype('application/grpc+json') is 'json'. excerpt(text) cuts a text of the peer to a
  // length that fits into details.
  throw notYet(4);
}

/**
 * What a response's first block of headers decides about the call; `undefined` if messages may
 * follow. A block that ends the stream is headers and trailers in one (Trailers-Only). A status in
 * a block that does not end it means nothing: only the end knows how it went.
 */
export function statusOfHeaders(head: Head, endStream: boolean): StatusObject | undefined {
  // ── Task 4 ──
  // faultOfResponse(head) says what is wrong with the block, statusOfTrailers(head, fault) how a
  // call ends.
  throw notYet(4);
}
