import * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';
import { ACCIDENT, type Outgoing, sendAll } from '#streams/send-all';

/** What a bidirectional method does: from requests to answers, each as they come. */
export type Talk<Request, Response> = (
  requests: AsyncIterable<Request>,
  signal: AbortSignal,
) => AsyncIterable<Response>;

// #region talk
/** The same as grpc-js wants it. The call ends when `talk` does, not when the requests do. */
export function handleTalk<Request, Response>(
  talk: Talk<Request, Response>,
  report: (error: unknown) => void,
): grpc.handleBidiStreamingCall<Request, Response> {
  return async (call) => {
    const left = new AbortController();
    call.once('cancelled', () => left.abort());
    // To leave a `for await` over a stream destroys it, and with it the way back.
    const requests = call.iterator({ destroyOnReturn: false });
    const { out, flushed } = outOf(call);
    try {
      await sendAll(talk(requests, left.signal), out);
      call.end();
    } catch (error) {
      // A status waits for what is still being written; a loop over the requests would destroy both.
      await Promise.race([flushed(), aborted(left.signal)]);
      if (call.cancelled) return;
      if (!(error instanceof CallError)) report(error);
      const { code, details } =
        error instanceof CallError ? error : { code: grpc.status.UNKNOWN, details: ACCIDENT };
      call.emit('error', { code, details });
    }
  };
}
// #endregion talk

/** The half of a call that writes, which `sendAll` takes; and when all that was written is out. */
function outOf<Request, T>(call: grpc.ServerDuplexStream<Request, T>) {
  let last = Promise.resolve();
  const write = (message: T): boolean => {
    let isOut = () => {};
    last = new Promise((resolve) => {
      isOut = resolve;
    });
    return call.write(message, () => isOut());
  };
  const out = {
    write,
    get cancelled() {
      return call.cancelled;
    },
    on: call.on.bind(call),
    once: call.once.bind(call),
    off: call.off.bind(call),
  } as unknown as Outgoing<T>;
  return { out, flushed: () => last };
}

/** Who is gone takes nothing more: what waits for it is never out. */
function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
