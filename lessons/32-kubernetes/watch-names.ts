import {
  EndpointChanges,
  type EndpointSlice,
  type SliceChange,
} from '#channel/names/endpoint-slices';
import type { ResolverFactory } from '#channel/names/resolver';

/** Where one can watch the slices of a Service: the API server, or what stands for it. */
export interface SliceSource {
  slices(): readonly EndpointSlice[];
  /** @returns what ends the watch */
  watch(told: (change: SliceChange) => void): () => void;
}

// #region resolver
/** `pods:orders`: a resolver that does not ask again and again. It is told. */
export function watchNames(source: SliceSource, portName = 'grpc'): ResolverFactory {
  return () => {
    let stop = () => {};
    return {
      start(listener) {
        const changes = new EndpointChanges({
          portName,
          found: (addresses) => listener.resolved({ addresses }),
        });
        changes.listed(source.slices());
        stop = source.watch((change) => changes.changed(change));
      },
      resolveAgain() {},
      close: () => stop(),
    };
  };
}
// #endregion resolver
