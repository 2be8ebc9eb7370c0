import type { Address } from './address.ts';
import type { ClientTransport } from './client-transport.ts';
import type { ConnectivityState } from './connectivity.ts';

/** One address as a policy sees it. `Subchannel` is the one with a connection. */
export interface Endpoint {
  readonly address: Address;
  /** Equal for equal addresses. */
  readonly key: string;
  readonly state: ConnectivityState;
  /** The connection, while READY. */
  readonly transport: ClientTransport | undefined;
  /** Why the last attempt to connect failed. */
  readonly lastError: Error | undefined;
  /** Does nothing unless IDLE. */
  connect(): void;
  /** Calls that are under way go on; there will be no others. */
  shutdown(): void;
  /** For logs. */
  toString(): string;
}
