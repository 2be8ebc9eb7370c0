import { onAbort } from '#grpc/deadlines/on-abort';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { ConnectivityState } from './connectivity.ts';

/** A new one each time: an error has a stack, and metadata that its receiver may change. */
export function closedError(): GrpcError {
  return new GrpcError(Status.UNAVAILABLE, 'the channel is closed');
}

/** What has a state that one can wait for. */
interface Connecting {
  readonly state: ConnectivityState;
  exitIdle(): void;
  onStateChange(listener: (state: ConnectivityState) => void): () => void;
}

/** Connects, and resolves when it is READY. @throws the signal's reason; GrpcError when closed */
export function whenReady(connecting: Connecting, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      unsubscribe();
      release?.();
      settled();
    };
    const abort = () => settle(() => reject(signal?.reason));
    const look = (state: ConnectivityState) => {
      if (state === 'READY') settle(resolve);
      if (state === 'SHUTDOWN') settle(() => reject(closedError()));
      if (state === 'IDLE') connecting.exitIdle();
    };
    const unsubscribe = connecting.onStateChange(look);
    const release = signal && onAbort(signal, abort);
    if (signal?.aborted) abort();
    else look(connecting.state);
  });
}
