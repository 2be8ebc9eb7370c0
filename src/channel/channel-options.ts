import type { CallCredentials } from '#grpc/call-credentials';
import type { Clock } from '#grpc/clock';
import type { Compression } from '#grpc/compression';
import type { TlsClientOptions } from '#transport/tls';
import type { BackoffOptions } from './backoff.ts';
import type { LoadBalancerFactory } from './load-balancer.ts';
import type { ResolverFactory } from './resolver.ts';
import type { Dial } from './subchannel.ts';

/** What a channel can be told. Everything has a default. */
export interface ChannelOptions {
  /** Present, even empty: TLS. Absent: plaintext. */
  tls?: TlsClientOptions;
  /** For every call; a call's own come on top. */
  credentials?: CallCredentials;
  /** `:authority`, where it is not the name in the target. */
  authority?: string;
  /** As JSON or its text (grpc/grpc doc/service_config.md); what a resolver brings comes first. */
  serviceConfig?: unknown;
  /** Default: gzip. */
  compressions?: readonly Compression[];
  maxReceiveSize?: number;
  maxSendSize?: number;
  /** How much of a stream's answers may be on their way unread, in bytes. */
  initialWindowSize?: number;
  /** Ask a silent server whether it lives. Not below ten seconds; off unless told (gRPC A8). */
  keepaliveMs?: number;
  keepaliveTimeoutMs?: number;
  /** Also while there is no call. Servers forbid it unless told. */
  keepaliveWithoutCalls?: boolean;
  /**
   * A channel without calls for this long closes its connections and is IDLE; the next call connects
   * again. Default: half an hour; `Infinity`: never.
   */
  idleTimeoutMs?: number;
  backoff?: Partial<BackoffOptions>;
  /** Further schemes: `{ consul: (target, around) => … }`. */
  resolvers?: Readonly<Record<string, ResolverFactory>>;
  /** Further policies, by the name that `loadBalancingConfig` uses. */
  loadBalancers?: Readonly<Record<string, LoadBalancerFactory>>;
  userAgent?: string;
  /** In place of sockets: for tests and browsers. */
  dial?: Dial;
  lookup?: (host: string) => Promise<string[]>;
  clock?: Clock;
  random?: () => number;
}
