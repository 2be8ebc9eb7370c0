import { type handleClientStreamingCall, status } from '@grpc/grpc-js';
import { CallError } from '#hello/call';
import { ACCIDENT } from '#hello/handler';
import { incoming } from '#uploads/incoming';

// #region handle
/** A procedure that reads many messages and gives one answer, as grpc-js wants it. */
export function handleUpload<Request, Response>(
  procedure: (messages: AsyncIterable<Request>) => Promise<Response>,
  failed: (error: unknown) => void,
): handleClientStreamingCall<Request, Response> {
  return async (call, callback) => {
    try {
      callback(null, await procedure(incoming(call)));
    } catch (error) {
      failed(error);
      if (call.cancelled) return;
      const { code, details, metadata } = error instanceof CallError ? error : HIDDEN;
      callback({ code, details, metadata });
    }
  };
}
// #endregion handle

/** What the caller learns of an accident. */
const HIDDEN = new CallError(status.UNKNOWN, ACCIDENT);
