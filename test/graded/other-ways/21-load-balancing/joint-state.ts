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
 * Without parts no call can go anywhere, so that is TRANSIENT_FAILURE, too.
 */
export function joinedState(states: Iterable<ConnectivityState>): ConnectivityState {
  let best: ConnectivityState = 'TRANSIENT_FAILURE';
  for (const state of states) {
    if (state === 'READY') return state;
    if (state === 'CONNECTING' || best === 'TRANSIENT_FAILURE') best = state;
  }
  return best;
}

/**
 * The states of all parts, as they count. A part that has failed counts as failed until it is
 * READY: that it tries again is not yet better news. Otherwise the calls of a channel without a
 * single server would fail and wait in turns.
 */
export class JointState<Part extends object> {
  readonly #states = new Map<Part, ConnectivityState>();

  get state(): ConnectivityState {
    return joinedState(this.#states.values());
  }

  /** This part is new, or has another state. One that is SHUTDOWN is not a part any more. */
  set(part: Part, state: ConnectivityState): void {
    const before = this.#states.get(part);
    switch (state) {
      case 'SHUTDOWN':
        this.#states.delete(part);
        break;
      case 'READY':
        this.#states.set(part, state);
        break;
      default:
        this.#states.set(part, before === 'TRANSIENT_FAILURE' ? before : state);
    }
  }

  delete(part: Part): void {
    this.#states.delete(part);
  }
}
