import { encodeMessage, MessageDecoder } from '#framing/message';
import { Status, type StatusObject } from '#grpc/status';
import { readHead } from '#grpc/wire/head';
import { type RequestHead, requestHeaders } from '#grpc/wire/request-headers';
import { statusFromReset } from '#grpc/wire/reset-status';
import { statusOfHeaders } from '#grpc/wire/response-headers';
import { statusOfTrailers } from '#grpc/wire/trailers';
import type { HeaderField } from '#hpack/header-field';
import type { Http2Connection } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import type { Http2Error } from '#http2/http2-error';

/** How a call ended, and what it brought. */
export interface Outcome {
  status: StatusObject;
  messages: Uint8Array[];
}

// #region call
/** One unary call, by hand. */
export function callUnary(
  http2: Http2Connection,
  head: RequestHead | HeaderField[],
  request: Uint8Array,
  signal?: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const decoder = new MessageDecoder();
    const messages: Uint8Array[] = [];
    let fault: StatusObject | undefined;
    const end = (status: StatusObject) => {
      signal?.removeEventListener('abort', leave);
      resolve({ status, messages });
    };
    const leave = () => {
      stream.reset(ErrorCode.CANCEL);
      end({ code: Status.CANCELLED, details: 'the caller gave up' });
    };

    const fields = Array.isArray(head) ? head : requestHeaders(head);
    const stream = http2.open(fields, false, {
      headers(received, endStream) {
        fault = statusOfHeaders(readHead(received), endStream);
        if (endStream && fault) end(fault);
      },
      data(chunk, endStream) {
        stream.consume(chunk.length);
        try {
          if (!fault) messages.push(...payloadsIn(decoder, chunk));
        } catch (error) {
          stream.reset(ErrorCode.CANCEL);
          end(broken(error));
        }
        if (endStream) end(fault ?? NO_TRAILERS);
      },
      trailers(received) {
        end(statusOfTrailers(readHead(received), fault));
      },
      close(error) {
        if (error) end(statusOfClose(error));
      },
    });
    stream.sendData(encodeMessage(request), true);

    signal?.addEventListener('abort', leave);
  });
}
// #endregion call

function payloadsIn(decoder: MessageDecoder, chunk: Uint8Array): Uint8Array[] {
  return decoder.push(chunk).map(({ payload }) => payload);
}

const NO_TRAILERS: StatusObject = {
  code: Status.INTERNAL,
  details: 'it ended without trailers',
};

/** What came is not a row of messages. */
function broken(error: unknown): StatusObject {
  return { code: Status.INTERNAL, details: (error as Error).message };
}

/** The stream was reset, or its connection broke. */
function statusOfClose({ scope, code, message }: Http2Error): StatusObject {
  const status = scope === 'connection' ? Status.UNAVAILABLE : statusFromReset(code);
  return { code: status, details: message };
}
