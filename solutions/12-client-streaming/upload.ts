// Not derived: grpc-js is the piece, and this is how one uses it.
import type * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

/** As much of grpc-js's stream as sending takes. */
export type Outgoing<T> = Pick<
  grpc.ClientWritableStream<T>,
  'write' | 'end' | 'cancel' | 'once' | 'off'
>;

/** Begins an upload the way grpc-js does it: with a function to be called with the answer. */
export type StartUpload<Request, Response> = (
  done: grpc.requestCallback<Response>,
) => Outgoing<Request>;

/** An upload that has begun. */
export interface Begun<Request, Response> {
  call: Outgoing<Request>;
  /** The answer, or the CallError with which the call ended. */
  answer: Promise<Response>;
  /** Aborts when the answer is there, whatever it is. */
  answered: AbortSignal;
}

/** Begins an upload. The answer comes whenever the server pleases: at the end, or in the middle. */
export function begin<Request, Response>(
  start: StartUpload<Request, Response>,
): Begun<Request, Response> {
  const over = new AbortController();
  // <task 3>
  //? const call = start((error, response) => …) begins it. grpc-js calls that function once, with an
  //? error, or with null and the response. Make a promise of it that rejects with a CallError (code,
  //? details, metadata, and the error as its cause) or resolves; and say over.abort().
  //? The error may come while nobody waits for the promise yet, and Node ends the process for a
  //? rejection that nobody handles: answer.catch(() => {}) handles it, and takes nothing away.
  const { promise: answer, resolve, reject } = withResolvers<Response>();
  const call = start((error, response) => {
    if (error === null) resolve(response as Response);
    else reject(new CallError(error.code, error.details, error.metadata, { cause: error }));
    over.abort();
  });
  answer.catch(() => {});
  return { call, answer, answered: over.signal };
  // </task>
}

/** A promise, and the two functions that settle it: `const { promise, resolve, reject } = …`. */
export function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((one, other) => {
    resolve = one;
    reject = other;
  });
  return { promise, resolve, reject };
}

/**
 * Sends messages, as fast as the server takes them, says that this was all, and waits for the answer.
 *
 *     const { value } = await upload<Order, StringValue>(
 *       (done) => shop.updateOrders({ deadline }, done),
 *       () => orders,
 *     );
 *
 * The answer may come early. Then no more is sent, and `return()` of the messages' iterator is
 * called. `answered` aborts: messages that wait for something that may never come have to wait for it,
 * too.
 *
 * @throws CallError if the call does not end in OK; whatever the messages throw before that, and then
 *   the call is cancelled
 */
export async function upload<Request, Response>(
  start: StartUpload<Request, Response>,
  messages: (answered: AbortSignal) => AsyncIterable<Request>,
): Promise<Response> {
  const { call, answer, answered } = begin(start);
  // <task 4>
  //? Send: for await (const message of messages(answered)), call.write(message), and if that says
  //? false, wait until there is room: hasRoom(call, answered). If answered.aborted the answer is
  //? there: send nothing more, and leave the loop.
  //? Behind the last one: call.end(). Without it the server waits for more, for ever.
  //? If the messages throw: call.cancel(), so that the server hears that nobody waits, and throw the
  //? same. (call.end() would say that this was all.) But if the answer is there, it is the answer
  //? that counts.
  try {
    for await (const message of messages(answered)) {
      if (answered.aborted) break;
      if (!call.write(message)) await hasRoom(call, answered);
      if (answered.aborted) break;
    }
    call.end();
  } catch (error) {
    if (answered.aborted) return answer;
    call.cancel();
    throw error;
  }
  return answer;
  // </task>
}

/** Resolves at 'drain', or when the answer is there: then 'drain' never comes. Leaves no listener. */
export function hasRoom(call: Outgoing<never>, answered: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (answered.aborted) return resolve();
    const goOn = () => {
      call.off('drain', goOn);
      answered.removeEventListener('abort', goOn);
      resolve();
    };
    call.once('drain', goOn);
    answered.addEventListener('abort', goOn);
  });
}
