// Not derived: grpc-js is the piece, and this is how one uses it.
import * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

/** What a method does: from a request to a response, now or later. It throws to fail. */
export type Procedure<Request, Response> = (
  request: Request,
  call: grpc.ServerUnaryCall<Request, Response>,
) => Response | Promise<Response>;

/** What the caller reads when something went wrong that nobody meant to tell. */
export const ACCIDENT = 'the server failed';

/**
 * A procedure as grpc-js wants it: a function that answers through a callback.
 *
 * A `CallError` that is thrown chooses the status. Anything else is an accident: it is given to
 * `report`, which stays on this machine, and the caller learns UNKNOWN and nothing more.
 */
export function handle<Request, Response>(
  procedure: Procedure<Request, Response>,
  report: (error: unknown) => void = (error) => console.error('a handler failed:', error),
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    // <task 4>
    //? Run procedure(call.request, call). It may return a response or a promise of one; it may
    //? throw, or its promise may reject. Answer exactly once, whatever it does:
    //? callback(null, response), or callback(status) with { code, details, metadata }. callback and
    //? report are not yours either: what they throw, and how long report takes, must not lead to a
    //? second answer, or to none.
    new Promise<Response>((resolve) => {
      resolve(procedure(call.request, call));
    }).then(
      (response) => callback(null, response),
      (error) => {
        if (error instanceof CallError) {
          const { code, details, metadata } = error;
          callback({ code, details, metadata });
        } else {
          callback({ code: grpc.status.UNKNOWN, details: ACCIDENT });
          report(error);
        }
      },
    );
    // </task>
  };
}
