// Not derived: grpc-js is the piece, and this is how one uses it.
import type * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

/**
 * The messages of a call, one at a time, for `for await`. After the last one comes its end: done if
 * the status is OK, otherwise a CallError.
 *
 * A reader that leaves early, at whatever moment, cancels the call, and hears no more of it.
 *
 *     for await (const order of receive(shop.searchOrders({ value: 'tea' }, { deadline }))) …
 */
export function receive<T>(call: grpc.ClientReadableStream<T>): AsyncIterableIterator<T> {
  let failure: CallError | undefined;
  let left = false;
  // <task 3 blank>
  //? A call that fails emits 'error', at any moment: before anybody reads, while somebody does, after
  //? everybody has left. If nobody listens then, Node ends the process. So listen from here on, with
  //? call.on('error', …), and keep the first error as a CallError (code, details, metadata, and the
  //? error as its cause). After a break there comes one more, Node's AbortError: then nobody listens.
  call.on('error', (error: grpc.ServiceError) => {
    failure ??= new CallError(error.code, error.details, error.metadata, { cause: error });
  });
  // </task>

  async function* read(): AsyncGenerator<T, void> {
    // <task 3>
    //? for await (const message of call) reads them. It may throw, with an error of grpc-js; and it
    //? may end as if all were well although the call has failed, if it failed before anybody read.
    //? Either way: throw failure, if there is one and nobody has left. If the stream is destroyed,
    //? for await throws although nobody has emitted 'error': then throw that on.
    try {
      for await (const message of call) yield message as T;
    } catch (error) {
      if (!failure && !left) throw error;
    }
    if (failure && !left) throw failure;
    // </task>
  }
  const messages = read();

  return {
    next: () => messages.next(),
    /** `for await` calls it when its loop is left early: by break, by return, by an error. */
    async return() {
      // <task 3>
      //? for await only destroys the stream, which tells the server nothing: call.cancel() does.
      //? Then let read() end too: await messages.return(). A next() that is still waiting ends
      //? before it, and must not throw: it was this side that left.
      left = true;
      call.cancel();
      await messages.return();
      return { done: true, value: undefined };
      // </task>
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
