import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import { statusOfTrailers } from '#grpc/wire/trailers';
import type { HeaderField } from '#hpack/header-field';
import { contentSubtype, isGrpcContentType } from './content-type.ts';
import { excerpt } from './excerpt.ts';
import type { Head } from './head.ts';
import { statusFromHttp } from './http-status.ts';

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
  const fields: HeaderField[] = [
    { name: ':status', value: '200' },
    { name: 'content-type', value: 'application/grpc+proto' },
  ];
  if (head.encoding) fields.push({ name: 'grpc-encoding', value: head.encoding });
  if (head.acceptEncoding) {
    fields.push({ name: 'grpc-accept-encoding', value: head.acceptEncoding });
  }
  if (head.metadata) fields.push(...head.metadata.toHeaders());
  return fields;
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
  if (head.httpStatus !== '200') {
    const http = excerpt(head.httpStatus ?? '(none)');
    const details = `HTTP status ${http} from something that is not a gRPC server`;
    return { code: statusFromHttp(Number(head.httpStatus)), details };
  }
  if (!isGrpcContentType(head.contentType)) {
    const type = excerpt(head.contentType ?? 'missing');
    return { code: Status.UNKNOWN, details: `content-type ${type} instead of application/grpc` };
  }
  const codec = contentSubtype(head.contentType!);
  if (codec !== 'proto') {
    const details = `nobody asked for the response's codec '${excerpt(codec)}'`;
    return { code: Status.INTERNAL, details };
  }
  if (head.malformed) {
    const details = `'${excerpt(head.malformed)}' is not base64`;
    return { code: Status.INTERNAL, details };
  }
  return undefined;
}

/**
 * What a response's first block of headers decides about the call; `undefined` if messages may
 * follow. A block that ends the stream is headers and trailers in one (Trailers-Only). A status in
 * a block that does not end it means nothing: only the end knows how it went.
 */
export function statusOfHeaders(head: Head, endStream: boolean): StatusObject | undefined {
  const fault = faultOfResponse(head);
  return endStream ? statusOfTrailers(head, fault) : fault;
}
