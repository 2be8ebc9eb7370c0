import { statusOfTrailers } from '#grpc/trailers';
import type { HeaderField } from '#hpack/header-field';
import { contentSubtype, isGrpcContentType } from './content-type.ts';
import type { Head } from './head.ts';
import { statusFromHttp } from './http-status.ts';
import type { Metadata } from './metadata.ts';
import { Status, type StatusObject } from './status.ts';

/** What a response's first block of headers says, beside that it is one. */
export interface ResponseHead {
  encoding?: string | undefined;
  acceptEncoding?: string | undefined;
  metadata?: Metadata | undefined;
}

/** How an answer begins: HTTP is always content (200); what became of the call comes at its end. */
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
 * say better; `undefined` where messages may follow.
 */
export function faultOfResponse(head: Head): StatusObject | undefined {
  if (head.httpStatus !== '200') {
    const details = `HTTP status ${head.httpStatus} from something that is no gRPC server`;
    return { code: statusFromHttp(Number(head.httpStatus)), details };
  }
  if (!isGrpcContentType(head.contentType)) {
    const details = `content-type ${head.contentType ?? 'missing'} instead of application/grpc`;
    return { code: Status.UNKNOWN, details };
  }
  const codec = contentSubtype(head.contentType!);
  if (codec !== 'proto') {
    return { code: Status.INTERNAL, details: `the response is in a codec unasked for: '${codec}'` };
  }
  if (head.malformed) {
    return { code: Status.INTERNAL, details: `'${head.malformed}' is no base64` };
  }
  return undefined;
}

/**
 * What a response's first block of headers decides about the call; `undefined` where messages may
 * follow. A block that ends the stream is headers and trailers in one (Trailers-Only). A status in
 * a block that does not end it means nothing: only the end knows how it went.
 */
export function statusOfHeaders(head: Head, endStream: boolean): StatusObject | undefined {
  const fault = faultOfResponse(head);
  return endStream ? statusOfTrailers(head, fault) : fault;
}
