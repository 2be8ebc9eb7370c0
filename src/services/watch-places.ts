import { refusal } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { PeerIdentity } from '#transport/tls/identity';
import { MAX_HEALTH_WATCHES, MAX_HEALTH_WATCHES_PER_CONNECTION } from './limits.ts';

/**
 * The places for watches, so many on each connection and so many in all. A limit for all together
 * would be one that a single client can use up.
 */
export class WatchPlaces {
  #taken = 0;
  /** All calls of a connection have the same peer. */
  readonly #byConnection = new WeakMap<PeerIdentity, number>();

  /** @throws GrpcError RESOURCE_EXHAUSTED if there is none. */
  check(peer: PeerIdentity): void {
    const taken = this.#takenBy(peer);
    if (taken >= MAX_HEALTH_WATCHES_PER_CONNECTION || this.#taken >= MAX_HEALTH_WATCHES) {
      throw refusal(Status.RESOURCE_EXHAUSTED, 'too many watches');
    }
  }

  /** @throws GrpcError as `check` does; then none is taken. */
  take(peer: PeerIdentity): void {
    this.check(peer);
    this.#byConnection.set(peer, this.#takenBy(peer) + 1);
    this.#taken++;
  }

  giveBack(peer: PeerIdentity): void {
    this.#byConnection.set(peer, this.#takenBy(peer) - 1);
    this.#taken--;
  }

  #takenBy(peer: PeerIdentity): number {
    return this.#byConnection.get(peer) ?? 0;
  }
}
