// Not derived: grpc-js is the piece, and this is how one uses it.
import type * as grpc from '@grpc/grpc-js';
import { settle } from '#bidi/in-order';
import { receive } from '#streams/receive';

/**
 * Both directions of a call at once: sends what `messages` yields, as fast as it is taken, and hands
 * out what comes:
 *
 *     for await (const shipment of converse(shop.processOrders(), ids)) …
 *
 * - When `messages` has ended, our side ends (half-close); answers may still come.
 * - When the other side ends the call, no more is sent, `messages` is told (`return()`), and what had
 *   come before is handed out. Then the loop ends; or throws a CallError, if the status is not OK.
 * - When `messages` throws, the call is cancelled, and the loop throws that error, not CANCELLED.
 * - When the loop is left, the call is cancelled, and `messages` is told.
 *
 * Each of these happens once, whatever else happens at the same time, and no error is left that
 * nobody handles.
 */
export async function* converse<Request, Response>(
  call: grpc.ClientDuplexStream<Request, Response>,
  messages: AsyncIterable<Request>,
): AsyncGenerator<Response> {
  // Whoever waits for room has to hear of the end: a call that is over never has any.
  const over = new AbortController();
  const closed = over.signal;
  call.on('status', () => over.abort());
  // Lesson 11: what comes, one at a time; a CallError at the end, if the status is not OK; and who
  // leaves cancels the call.
  const answers = receive(call);
  // <task 4>
  //? Two loops at once. One sends: iterator.next() of messages, call.write(message), and after a false
  //? hasRoom(call, closed), below; call.end() behind the last. The other is a for await over answers.
  //? Start the first without waiting for it (settle(…) never rejects), run the second, and see to it
  //? that each learns when the other is over.
  const iterator = messages[Symbol.asyncIterator]();
  let isOver = false;
  let failed: { error: unknown } | undefined;
  const stop = () => {
    if (!isOver) void settle(iterator.return?.());
    isOver = true;
  };
  const send = async () => {
    while (!isOver) {
      const { done, value } = await iterator.next();
      if (isOver) return;
      if (done) {
        isOver = true;
        call.end();
      } else if (!call.write(value)) {
        await hasRoom(call, closed);
      }
    }
  };
  closed.addEventListener('abort', stop);
  void settle(send()).then((sent) => {
    if (isOver || !('error' in sent)) return;
    isOver = true;
    failed = sent;
    call.cancel();
  });
  try {
    for await (const answer of answers) yield answer;
  } catch (error) {
    throw failed === undefined ? error : failed.error;
  } finally {
    stop();
  }
  // </task>
}

/** Resolves at 'drain', or when the call is over: then 'drain' never comes. Leaves no listener. */
export function hasRoom(call: grpc.ClientDuplexStream<never, unknown>, closed: AbortSignal) {
  return new Promise<void>((resolve) => {
    if (closed.aborted) return resolve();
    const goOn = () => {
      call.off('drain', goOn);
      closed.removeEventListener('abort', goOn);
      resolve();
    };
    call.once('drain', goOn);
    closed.addEventListener('abort', goOn);
  });
}
