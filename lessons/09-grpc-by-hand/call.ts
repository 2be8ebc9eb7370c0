import { encodeMessage, MessageDecoder } from '#framing/message';
import { readHead } from '#grpc/head';
import { type RequestHead, requestHeaders } from '#grpc/request-headers';
import { statusFromReset } from '#grpc/reset-status';
import { statusOfHeaders } from '#grpc/response-headers';
import { Status, type StatusObject } from '#grpc/status';
import { statusOfTrailers } from '#grpc/trailers';
import type { HeaderField } from '#hpack/header-field';
import type { Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';

/** How a call ended, and what it brought. */
export interface Outcome {
  status: StatusObject;
  messages: Uint8Array[];
}

// #region call
/** One unary call, by hand: headers and a message out; headers, a message, a status in. */
export function callUnary(
  http2: Http2Connection,
  head: RequestHead | HeaderField[],
  request: Uint8Array,
  signal?: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const messages: Uint8Array[] = [];
    const decoder = new MessageDecoder();
    let fault: StatusObject | undefined;
    const end = (status: StatusObject) => resolve({ status, messages });

    const fields = Array.isArray(head) ? head : requestHeaders(head);
    const stream = http2.open(fields, false, {
      headers(received, endStream) {
        fault = statusOfHeaders(readHead(received), endStream);
        if (endStream && fault) end(fault);
      },
      data(chunk, endStream) {
        stream.consume(chunk.length);
        try {
          if (!fault) messages.push(...decoder.push(chunk).map(({ payload }) => payload));
        } catch (error) {
          fault = { code: Status.INTERNAL, details: (error as Error).message };
          stream.reset(ErrorCode.CANCEL);
          end(fault);
        }
        if (endStream) end(fault ?? NO_TRAILERS);
      },
      trailers: (received) => end(statusOfTrailers(readHead(received), fault)),
      close: (error) => error && end(statusOfClose(error.scope, error.code, error.message)),
    });
    stream.sendData(encodeMessage(request), true);

    signal?.addEventListener('abort', () => {
      stream.reset(ErrorCode.CANCEL);
      end({ code: Status.CANCELLED, details: 'the caller gave up' });
    });
  });
}
// #endregion call

const NO_TRAILERS = { code: Status.INTERNAL, details: 'it ended without trailers' };

function statusOfClose(scope: string, code: number, details: string): StatusObject {
  return { code: scope === 'connection' ? Status.UNAVAILABLE : statusFromReset(code), details };
}
