import type { Address } from '#channel/connections/address';
import type { ConnectivityState } from '#channel/connections/connectivity';
import type { Endpoint } from '#channel/connections/endpoint';
import type { GrpcError } from '#grpc/grpc-error';
import type { StatusObject } from '#grpc/status';
import type { TimerHandle } from '#time/clock';

/** Chooses a connection for each call. Every attempt asks it, so it has to be quick. */
export interface Picker {
  /** One that is READY; an error, which ends the call; `undefined`: the call waits. */
  pick(): Endpoint | Pick | GrpcError | undefined;
}

/** What a policy chose that wants to know what becomes of the call. */
export interface Pick {
  readonly endpoint: Endpoint;
  /** The call goes there. @returns is told of its end, once. */
  started(): CallEnded;
}

/** @param status `undefined`: the call looks for another connection, since this one is gone. */
export type CallEnded = (status: StatusObject | undefined) => void;

/** What a policy may do to its channel. */
export interface BalancerHelper {
  createSubchannel(address: Address, changed: (endpoint: Endpoint) => void): Endpoint;
  /** From now on this picker chooses. */
  update(state: ConnectivityState, picker: Picker): void;
  /** The addresses seem to be stale. */
  resolveAgain(): void;
  random(): number;
  /** In milliseconds, by the channel's clock. */
  now(): number;
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

/** What stands behind a policy's name in a service config. */
export type PolicyConfig = Readonly<Record<string, unknown>>;

/** Which policies there are. */
export interface KnownPolicies {
  has(name: string): boolean;
  /** @throws RangeError naming the field of the config that is wrong */
  check?(name: string, config: PolicyConfig): void;
}

/** Makes a policy; `policies` are all that the channel has, for those that stand on another one. */
export interface LoadBalancerFactory {
  (helper: BalancerHelper, config: PolicyConfig, policies: PolicySource): LoadBalancer;
  /** Looks at a config before it is used. @throws RangeError naming the field that is wrong */
  check?(config: PolicyConfig, policies: KnownPolicies): void;
}

export interface PolicySource extends KnownPolicies {
  create(name: string, config: PolicyConfig, helper: BalancerHelper): LoadBalancer;
}

/** The picker for which every call waits. */
export const QUEUE: Picker = { pick: () => undefined };
