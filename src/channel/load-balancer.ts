import type { TimerHandle } from '#grpc/clock';
import type { GrpcError } from '#grpc/grpc-error';
import type { ConnectivityState } from './connectivity.ts';
import type { Subchannel } from './subchannel.ts';
import type { Address } from './target.ts';

/** Chooses a connection for each call. Asked for every attempt, so it has to be quick. */
export interface Picker {
  /** A subchannel that is READY; an error where there is none; `undefined`: wait. */
  pick(): Subchannel | GrpcError | undefined;
}

/** What a policy may do to its channel. */
export interface BalancerHelper {
  createSubchannel(address: Address, changed: (subchannel: Subchannel) => void): Subchannel;
  /** From now on calls are picked so. */
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
  resetBackoff(): void;
  shutdown(): void;
}

export type LoadBalancerFactory = (helper: BalancerHelper) => LoadBalancer;

/** Calls wait. */
export const QUEUE: Picker = { pick: () => undefined };
