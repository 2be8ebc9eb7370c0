import * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

export type Search<Request, Response> = (
  request: Request,
  signal: AbortSignal,
) => AsyncIterable<Response>;

export const ACCIDENT = 'the server failed';

/** The same by a chain of promises, and with the iterator in one's own hands. */
export function handleStream<Request, Response>(
  search: Search<Request, Response>,
  report: (error: unknown) => void = (error) => console.error('a handler failed:', error),
): grpc.handleServerStreamingCall<Request, Response> {
  return (call) => {
    const left = new AbortController();
    call.once('cancelled', () => left.abort());
    new Promise<void>((resolve) => {
      resolve(sendAll(search(call.request, left.signal), call));
    }).then(
      () => call.end(),
      (error) => {
        if (left.signal.aborted) return;
        const known = error instanceof CallError;
        if (!known) report(error);
        call.emit('error', known ? error : { code: grpc.status.UNKNOWN, details: ACCIDENT });
      },
    );
  };
}

export type Outgoing<T> = Pick<
  grpc.ServerWritableStream<unknown, T>,
  'write' | 'cancelled' | 'on' | 'once' | 'off'
>;

export async function sendAll<T>(messages: AsyncIterable<T>, call: Outgoing<T>): Promise<void> {
  const iterator = messages[Symbol.asyncIterator]();
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    if (!call.cancelled && !call.write(step.value)) await hasRoom(call);
    if (call.cancelled) {
      await iterator.return?.();
      return;
    }
  }
}

export async function hasRoom(call: Outgoing<never>): Promise<void> {
  const over = new AbortController();
  const heard = (event: 'drain' | 'cancelled') =>
    new Promise<void>((resolve) => {
      const hear = () => resolve();
      call.on(event, hear);
      over.signal.addEventListener('abort', () => call.off(event, hear));
    });
  await Promise.race([heard('drain'), heard('cancelled')]);
  over.abort();
}
