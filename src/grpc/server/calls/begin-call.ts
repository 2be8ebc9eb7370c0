import type { InflationLimit } from '#grpc/inflation-limit';
import type { CallOwner } from '#grpc/server/call-context';
import { IncomingCall } from '#grpc/server/calls/incoming-call';
import { ServerStream } from '#grpc/server/calls/server-stream';
import type { ServiceTable } from '#grpc/server/service-table';
import { Status } from '#grpc/status';
import { readHead } from '#grpc/wire/head';
import { type Refusal, refuseRequest } from '#grpc/wire/request-headers';
import { trailersOnly } from '#grpc/wire/trailers';
import type { HeaderField } from '#hpack/header-field';
import type { Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import type { StreamHandler } from '#http2/events';
import type { Http2Stream } from '#http2/stream';

/** The connection on which streams are opened, as a call needs it. */
export interface CallPlace extends CallOwner {
  /** From a path to a method and its handler. */
  readonly services: ServiceTable;
  /** Its memory (`budget`), and what the client takes (`remoteSettings`). */
  readonly http2: Http2Connection;
  /** What the compressed messages of all its calls may become. */
  readonly inflation: InflationLimit;
  /** Somebody answers this call: the connection is not idle until `callEnded`. */
  callBegins(): void;
}

/**
 * A client has opened a stream: either nobody here answers it, and it is refused at once; or it
 * becomes a call, which is two objects. `ServerStream` speaks with the wire, `IncomingCall` with the
 * handler, and each knows the other.
 *
 *     stream ◀──▶ ServerStream ◀──▶ IncomingCall ◀──▶ handler
 *
 * @param endStream the client has already sent all.
 * @returns who hears the rest of the stream.
 */
export function beginCall(
  place: CallPlace,
  stream: Http2Stream,
  fields: readonly HeaderField[],
  endStream: boolean,
): StreamHandler {
  const head = readHead(fields);
  const { compressions } = place.config;
  const refusal = refuseRequest(head) ?? compressions.refuse(head.encoding);
  if (refusal) return refuse(stream, refusal, endStream);
  const path = head.path ?? '';
  const served = place.services.get(path);
  if (served === undefined) {
    const details = place.services.explain(path);
    return refuse(stream, { httpStatus: '200', code: Status.UNIMPLEMENTED, details }, endStream);
  }
  place.callBegins();
  const call = new IncomingCall(served, head, place);
  const server = new ServerStream(stream, endStream, call, ...limitsOf(place, head.encoding));
  call.start(server, endStream);
  return server;
}

/** What may come in, and what may go out: the last two arguments of a `ServerStream`. */
function limitsOf({ config, http2, inflation }: CallPlace, encoding: string | undefined) {
  const { compressions, maxReceiveSize: maxSize, maxSendSize } = config;
  const { budget, remoteSettings } = http2;
  const incoming = { maxSize, encoding, compressions, budget, inflation };
  return [incoming, { maxSendSize, maxHeaderListSize: remoteSettings.maxHeaderListSize }] as const;
}

/** Answers without a call: there is nobody here for it. */
function refuse(stream: Http2Stream, refusal: Refusal, endStream: boolean): StreamHandler {
  stream.sendHeaders(trailersOnly(refusal, refusal.httpStatus), true);
  if (!endStream) stream.reset(ErrorCode.NO_ERROR);
  return IGNORED;
}

const IGNORED: StreamHandler = { close() {} };
