import { onAbort } from '#grpc/deadlines/on-abort';
import { abortedError, GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';

export interface ParentCall {
  readonly cancelled: boolean;
  readonly signal: AbortSignal;
}

export interface Cancellers {
  readonly signal?: AbortSignal | undefined;
  readonly parent?: ParentCall | undefined;
}

export function endedWithParent({ signal }: ParentCall): GrpcError {
  const { reason } = signal;
  const code = reason instanceof GrpcError ? reason.code : Status.CANCELLED;
  return new GrpcError(code, 'the call for which it was made is over', undefined, {
    cause: reason,
  });
}

/** Somebody else's way: a list of what is to be stopped. */
export function followCancellation(
  { signal, parent }: Cancellers,
  cancel: (why: GrpcError) => void,
): () => void {
  const sources = [
    { from: signal, over: signal?.aborted, why: () => abortedError(signal!) },
    { from: parent?.signal, over: parent?.cancelled, why: () => endedWithParent(parent!) },
  ];
  for (const { over, why } of sources) if (over) throw why();
  const following: (() => void)[] = [];
  const release = () => {
    while (following.length > 0) following.pop()!();
  };
  for (const { from, why } of sources) {
    if (from === undefined) continue;
    following.push(
      onAbort(from, () => {
        release();
        cancel(why());
      }),
    );
  }
  return release;
}
