import type * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

export type Outgoing<T> = Pick<
  grpc.ClientWritableStream<T>,
  'write' | 'end' | 'cancel' | 'once' | 'off'
>;

export type StartUpload<Request, Response> = (
  done: grpc.requestCallback<Response>,
) => Outgoing<Request>;

export interface Begun<Request, Response> {
  call: Outgoing<Request>;
  answer: Promise<Response>;
  answered: AbortSignal;
}

export function begin<Request, Response>(
  start: StartUpload<Request, Response>,
): Begun<Request, Response> {
  const over = new AbortController();
  let call: Outgoing<Request> | undefined;
  const answer = new Promise<Response>((resolve, reject) => {
    call = start((error, response) => {
      over.abort(error ?? undefined);
      if (error) {
        const { code, details, metadata } = error;
        reject(new CallError(code, details, metadata, { cause: error }));
      } else resolve(response!);
    });
  });
  answer.then(undefined, () => {});
  return { call: call!, answer, answered: over.signal };
}

/** The same with the iterator in one's own hands, and a race for room. */
export async function upload<Request, Response>(
  start: StartUpload<Request, Response>,
  messages: (answered: AbortSignal) => AsyncIterable<Request>,
): Promise<Response> {
  const { call, answer, answered } = begin(start);
  let iterator: AsyncIterator<Request> | undefined;
  while (!answered.aborted) {
    let step: IteratorResult<Request>;
    try {
      iterator ??= messages(answered)[Symbol.asyncIterator]();
      step = await iterator.next();
    } catch (error) {
      if (answered.aborted) break;
      call.cancel();
      throw error;
    }
    if (step.done) {
      if (!answered.aborted) call.end();
      return answer;
    }
    if (!answered.aborted && !call.write(step.value)) {
      let goOn: () => void = () => {};
      const drained = new Promise<void>((resolve) => {
        goOn = resolve;
        call.once('drain', resolve);
      });
      await Promise.race([drained, answer.then(goOn, goOn)]);
      call.off('drain', goOn);
    }
  }
  await iterator?.return?.();
  return answer;
}
