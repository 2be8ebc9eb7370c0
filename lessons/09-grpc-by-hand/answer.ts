import { encodeMessage, MessageDecoder } from '#framing/message';
import { Status, type StatusObject } from '#grpc/status';
import { type Head, readHead } from '#grpc/wire/head';
import { type Refusal, refuseRequest } from '#grpc/wire/request-headers';
import { responseHeaders } from '#grpc/wire/response-headers';
import { parseTimeout } from '#grpc/wire/timeout';
import { statusTrailers, trailersOnly } from '#grpc/wire/trailers';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Server } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import type { StreamHandler } from '#http2/events';
import type { Http2Stream } from '#http2/stream';
import type { Connection } from '#transport/connection';
import { CallFailed } from './greeter.ts';

export type Procedure = (request: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;

/** What a server tells of itself. */
export interface ServerLog {
  ended(path: string, status: StatusObject): void;
  refused(refusal: Refusal): void;
}

/** Answers every call that comes on this connection, many at once. */
export function answerCalls(
  connection: Connection,
  procedures: Record<string, Procedure>,
  log: ServerLog,
): void {
  const http2 = createHttp2Server({
    stream(stream, fields, endStream) {
      const head = readHead(fields);
      const path = head.path ?? '';
      const procedure = Object.hasOwn(procedures, path) ? procedures[path] : undefined;
      const refusal = refuseRequest(head) ?? (procedure ? undefined : noMethod(path));
      if (procedure && !refusal) return answerCall(stream, head, procedure, log);
      stream.sendHeaders(trailersOnly(refusal!, refusal!.httpStatus), true);
      // The answer is complete and the request is not: the rest need not come (RFC 9113 §8.1).
      if (!endStream) stream.reset(ErrorCode.NO_ERROR);
      log.refused(refusal!);
      return { close() {} };
    },
    close: () => {},
  });
  attachHttp2(http2, connection);
}

function noMethod(path: string): Refusal {
  return { httpStatus: '200', code: Status.UNIMPLEMENTED, details: `there is no method ${path}` };
}

/** One unary call, by hand, from the other side. */
function answerCall(
  stream: Http2Stream,
  head: Head,
  procedure: Procedure,
  log: ServerLog,
): StreamHandler {
  const requests: Uint8Array[] = [];
  const decoder = new MessageDecoder();
  const abandoned = new AbortController();
  let ended = false;

  // #region end
  function end(status: StatusObject, reply?: Uint8Array): void {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    if (reply) {
      stream.sendHeaders(responseHeaders());
      stream.sendData(encodeMessage(reply));
      stream.sendTrailers(statusTrailers(status));
    } else stream.sendHeaders(trailersOnly(status), true);
    log.ended(head.path!, status);
  }
  // #endregion end

  const timeout = head.timeout === undefined ? undefined : parseTimeout(head.timeout);
  const timer = timeout === undefined ? undefined : setTimeout(expire, Math.min(timeout, LONGEST));
  function expire(): void {
    end({ code: Status.DEADLINE_EXCEEDED, details: 'the time is up' });
    abandoned.abort();
  }

  return {
    data(chunk, endStream) {
      stream.consume(chunk.length);
      try {
        requests.push(...decoder.push(chunk).map(({ payload }) => payload));
        if (endStream) decoder.end();
      } catch (error) {
        return end({ code: Status.INTERNAL, details: (error as Error).message });
      }
      if (!endStream) return;
      if (requests.length !== 1) return end(ONE_REQUEST);
      procedure(requests[0]!, abandoned.signal).then(
        (reply) => end(OK, reply),
        (error) => end(error instanceof CallFailed ? error.status : UNKNOWN),
      );
    },
    // RST_STREAM, or the connection is gone: nobody waits any more.
    close() {
      if (!ended) log.ended(head.path!, { code: Status.CANCELLED, details: 'the client left' });
      ended = true;
      clearTimeout(timer);
      abandoned.abort();
    },
  };
}

const OK = { code: Status.OK, details: '' };
const UNKNOWN = { code: Status.UNKNOWN, details: 'the procedure failed' };
const ONE_REQUEST = { code: Status.UNIMPLEMENTED, details: 'one request message is expected' };

/** setTimeout knows 31 bits of milliseconds; what is longer goes off at once. */
const LONGEST = 2 ** 31 - 1;
