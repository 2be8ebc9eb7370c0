import type { EndpointSlice, SliceChange } from '#channel/names/endpoint-slices';
import type { SliceSource } from './watch-names.ts';

/** A pod's part of what is known of a Service. */
export interface EndpointState {
  name: string;
  port: number;
  ready: boolean;
  terminating: boolean;
}

/**
 * Stands for the API server and its endpoint controller: a slice for each pod, and watchers. (In a
 * cluster up to a hundred pods share a slice, because they share a port number. Here all have one
 * address, and each a port of its own.)
 */
export class Endpoints implements SliceSource {
  readonly #slices = new Map<string, EndpointSlice>();
  readonly #watchers = new Set<(change: SliceChange) => void>();

  slices(): readonly EndpointSlice[] {
    return [...this.#slices.values()];
  }

  watch(told: (change: SliceChange) => void): () => void {
    this.#watchers.add(told);
    return () => this.#watchers.delete(told);
  }

  set({ name, port, ready, terminating }: EndpointState): void {
    const type = this.#slices.has(name) ? 'MODIFIED' : 'ADDED';
    const conditions = { ready, serving: ready || terminating, terminating };
    const object: EndpointSlice = {
      metadata: { name },
      addressType: 'IPv4',
      ports: [{ name: 'grpc', port }],
      endpoints: [{ addresses: ['127.0.0.1'], conditions }],
    };
    this.#slices.set(name, object);
    this.#tell({ type, object });
  }

  delete(name: string): void {
    const object = this.#slices.get(name);
    if (object === undefined) return;
    this.#slices.delete(name);
    this.#tell({ type: 'DELETED', object });
  }

  #tell(change: SliceChange): void {
    for (const told of this.#watchers) told(change);
  }
}

/** The same, and each change comes so much later: nobody hears of it at once. */
export function late(source: SliceSource, ms: number): SliceSource {
  return {
    slices: () => source.slices(),
    watch(told) {
      const timers = new Set<ReturnType<typeof setTimeout>>();
      const stop = source.watch((change) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          told(change);
        }, ms);
        timers.add(timer);
      });
      return () => {
        stop();
        for (const timer of timers) clearTimeout(timer);
      };
    },
  };
}
