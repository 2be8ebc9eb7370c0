import * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

export type Procedure<Request, Response> = (
  request: Request,
  call: grpc.ServerUnaryCall<Request, Response>,
) => Response | Promise<Response>;

export const ACCIDENT = 'the server failed';

export function handle<Request, Response>(
  procedure: Procedure<Request, Response>,
  report: (error: unknown) => void = (error) => console.error('a handler failed:', error),
): grpc.handleUnaryCall<Request, Response> {
  async function answer(call: grpc.ServerUnaryCall<Request, Response>) {
    try {
      return { response: await procedure(call.request, call) };
    } catch (error) {
      if (error instanceof CallError) return { error };
      Promise.resolve(error)
        .then(report)
        .catch(() => {});
      return { error: new CallError(grpc.status.UNKNOWN, ACCIDENT) };
    }
  }
  return async (call, callback) => {
    const { error, response } = { error: null, response: null, ...(await answer(call)) };
    callback(error, response);
  };
}
