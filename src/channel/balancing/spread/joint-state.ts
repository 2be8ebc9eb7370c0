import type { ConnectivityState } from '#channel/connections/connectivity';

/**
 * What a channel may say of itself, from the states of its parts (grpc/grpc
 * doc/load-balancing.md, gRPC A58):
 *
 * ```
 *   one is READY                     READY: calls go out
 *   otherwise, one is CONNECTING     CONNECTING: calls wait
 *   otherwise, one is IDLE           IDLE: nobody has asked it to connect
 *   otherwise                        TRANSIENT_FAILURE: calls fail
 * ```
 *
 * A part that has failed counts as failed until it is READY: that it tries again is not yet better
 * news. Otherwise the calls of a channel without a single server would wait and fail in turns.
 */
export class JointState<Part extends object> {
  /** As they count, and not as they are. */
  readonly #states = new Map<Part, ConnectivityState>();

  /** This part is new, or has another state. A part that is SHUTDOWN is none any more. */
  set(part: Part, state: ConnectivityState): void {
    if (state === 'SHUTDOWN') this.#states.delete(part);
    else if (this.#states.get(part) !== 'TRANSIENT_FAILURE' || state === 'READY') {
      this.#states.set(part, state);
    }
  }

  delete(part: Part): void {
    this.#states.delete(part);
  }

  /** Without parts: TRANSIENT_FAILURE, since no call can go anywhere. */
  get state(): ConnectivityState {
    const states = new Set(this.#states.values());
    const first = BEST_FIRST.find((state) => states.has(state));
    return first ?? 'TRANSIENT_FAILURE';
  }
}

const BEST_FIRST = ['READY', 'CONNECTING', 'IDLE'] as const;
