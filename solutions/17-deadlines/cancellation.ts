// Derived from src/grpc/deadlines/cancellation.ts by npm run skeletons: change it there.
import { onAbort } from '#grpc/deadlines/on-abort';
import { abortedError, GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';

/** The call for which another one is made, as far as that one needs to know it. */
export interface ParentCall {
  /** Nobody waits for it any more. */
  readonly cancelled: boolean;
  /** Aborts at that moment, with the reason as an error. */
  readonly signal: AbortSignal;
}

/** Who may end a call before it is done. */
export interface Cancellers {
  /** The caller's own. */
  readonly signal?: AbortSignal | undefined;
  readonly parent?: ParentCall | undefined;
}

/**
 * What a call ends with whose parent has ended: the parent's own status, with CANCELLED or
 * DEADLINE_EXCEEDED as its code.
 */
export function endedWithParent({ signal }: ParentCall): GrpcError {
  const { reason } = signal;
  const code = reason instanceof GrpcError ? reason.code : Status.CANCELLED;
  const details = 'the call for which it was made is over';
  return new GrpcError(code, details, undefined, { cause: reason });
}

/**
 * Tells when a call is no longer wanted: its caller's signal has aborted (`abortedError(signal)`),
 * or the call for which it is made is over (`endedWithParent(parent)`).
 *
 * A parent may live for hours, and make a thousand calls. What stays on its signal keeps what it
 * belongs to, so whoever follows has to release. And a parent may make a hundred calls at once:
 * `onAbort` has one listener for all of them.
 *
 * @param cancel told why, at most once, and never after the release. By then nobody listens.
 * @returns the release; it may be called at any time, and again
 * @throws GrpcError why, if it is over already: nobody listens, and nothing need be begun
 */
export function followCancellation(
  { signal, parent }: Cancellers,
  cancel: (why: GrpcError) => void,
): () => void {
  if (signal?.aborted) throw abortedError(signal);
  if (parent?.cancelled) throw endedWithParent(parent);
  const release = () => {
    stopOwn?.();
    stopParent?.();
  };
  const stopOwn =
    signal &&
    onAbort(signal, () => {
      release();
      cancel(abortedError(signal));
    });
  const stopParent =
    parent &&
    onAbort(parent.signal, () => {
      release();
      cancel(endedWithParent(parent));
    });
  return release;
}
