import type { Address } from '#channel/connections/address';
import type { ConnectivityState } from '#channel/connections/connectivity';
import type { Subchannel } from '#channel/connections/subchannel';
import type { GrpcError } from '#grpc/grpc-error';
import type { TimerHandle } from '#time/clock';

/** Chooses a connection for each call. Every attempt asks it, so it has to be quick. */
export interface Picker {
  /** A subchannel that is READY; an error, which ends the call; `undefined`: the call waits. */
  pick(): Subchannel | GrpcError | undefined;
}

/** What a policy may do to its channel. */
export interface BalancerHelper {
  createSubchannel(address: Address, changed: (subchannel: Subchannel) => void): Subchannel;
  /** From now on this picker chooses. */
  update(state: ConnectivityState, picker: Picker): void;
  /** The addresses seem to be stale. */
  resolveAgain(): void;
  random(): number;
  setTimer(callback: () => void, milliseconds: number): TimerHandle;
}

/** How calls are spread over addresses (grpc/grpc doc/load-balancing.md). */
export interface LoadBalancer {
  /** What the resolver has found; never empty. */
  addresses(addresses: readonly Address[]): void;
  /** A call wants a connection. */
  exitIdle(): void;
  shutdown(): void;
}

export type LoadBalancerFactory = (helper: BalancerHelper) => LoadBalancer;

/** The picker for which every call waits. */
export const QUEUE: Picker = { pick: () => undefined };
