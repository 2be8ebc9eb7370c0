import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 4 ──
  // An iterable can be gone through once: new Set(states) keeps what was in it.
  throw notYet(4);
}

const BEST_FIRST = ['READY', 'CONNECTING', 'IDLE'] as const;

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
    // ── Task 4 ──
    // this.#states is a Map from a part to the state as which it counts. SHUTDOWN: it is none any
    // more. Failed counts until READY.
    throw notYet(4);
  }

  delete(part: Part): void {
    this.#states.delete(part);
  }
}
