// Not derived: grpc-js is the piece, and this is how one uses it.
import * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

/** As much of grpc-js's stream as sending takes. */
export type Outgoing<T> = Pick<
  grpc.ServerWritableStream<unknown, T>,
  'write' | 'cancelled' | 'on' | 'once' | 'off'
>;

/**
 * Writes each message to `call`, as fast as its reader takes them and no faster. Resolves when all
 * are written, or nobody listens any more.
 *
 * @throws whatever `messages` throws
 */
export async function sendAll<T>(messages: AsyncIterable<T>, call: Outgoing<T>): Promise<void> {
  // <task 1>
  //? Three facts:
  //?   for await (const message of messages)  calls return() of the iterator if you leave it early;
  //?   call.write(message)  is false if enough waits already. It has taken the message all the same.
  //?   hasRoom(call)        (below) is a promise: it is time to go on.
  //? When call.cancelled is true nobody listens: write nothing more, and leave.
  for await (const message of messages) {
    if (call.cancelled) return;
    if (!call.write(message)) await hasRoom(call);
    if (call.cancelled) return;
  }
  // </task>
}

/**
 * Resolves when there is room again (the event 'drain'), or when nobody listens any more (the event
 * 'cancelled', after which 'drain' never comes; it comes at the end of every call). Leaves no
 * listener behind.
 */
export function hasRoom(call: Outgoing<never>): Promise<void> {
  // <task 1>
  //? call.once('drain', f) calls f once, call.off('drain', f) takes it away again.
  return new Promise((resolve) => {
    const goOn = () => {
      call.off('drain', goOn);
      call.off('cancelled', goOn);
      resolve();
    };
    call.once('drain', goOn);
    call.once('cancelled', goOn);
  });
  // </task>
}

/**
 * What a method does that answers with many messages: it returns something to loop over, such as an
 * async generator. `signal` aborts when nobody listens any more: a search that waits for something
 * that may never come has to wait for the signal, too.
 */
export type Search<Request, Response> = (
  request: Request,
  signal: AbortSignal,
) => AsyncIterable<Response>;

/** What the caller reads when something went wrong that nobody meant to tell. */
export const ACCIDENT = 'the server failed';

/**
 * A search as grpc-js wants it: a function that gets a stream, and writes to it.
 *
 * A `CallError` that the search throws chooses the status, behind all messages that came before it.
 * Anything else is an accident: it is given to `report`, and the caller learns UNKNOWN and nothing
 * more. When nobody listens any more the search is told, its iterator's `return()` is called, and
 * what it then still throws interests nobody.
 */
export function handleStream<Request, Response>(
  search: Search<Request, Response>,
  report: (error: unknown) => void = (error) => console.error('a handler failed:', error),
): grpc.handleServerStreamingCall<Request, Response> {
  return async (call) => {
    const left = new AbortController();
    call.once('cancelled', () => left.abort());
    // <task 2>
    //? sendAll(search(call.request, left.signal), call) sends the messages: wait for it, and then say
    //? how it ended, once. grpc-js does not look at the promise that this function returns, so it
    //? must never reject.
    //?   call.end()             the end, OK
    //?   call.emit('error', e)  the end, with the status { code, details, metadata } of e. What was
    //?                          written before goes out before. (Not call.destroy(e): that throws
    //?                          away what still waits, and tells the caller nothing.)
    //? Is call.cancelled true? Then nobody is there to be told, and nothing is an accident.
    try {
      await sendAll(search(call.request, left.signal), call);
      call.end();
    } catch (error) {
      if (call.cancelled) return;
      if (error instanceof CallError) {
        const { code, details, metadata } = error;
        call.emit('error', { code, details, metadata });
      } else {
        call.emit('error', { code: grpc.status.UNKNOWN, details: ACCIDENT });
        report(error);
      }
    }
    // </task>
  };
}
