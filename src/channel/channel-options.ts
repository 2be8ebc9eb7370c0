import type { LoadBalancerFactory } from '#channel/balancing/load-balancer';
import type { BackoffOptions } from '#channel/connections/backoff';
import type { Dial } from '#channel/connections/subchannel';
import type { ResolverFactory } from '#channel/names/resolver';
import type { ServiceConfigJson } from '#channel/names/service-config-json';
import type { CallCredentials } from '#grpc/client/call-credentials';
import type { Compression } from '#grpc/compression/compression';
import type { Clock } from '#time/clock';
import type { TlsClientOptions } from '#transport/tls/client';

/** The options of a channel. Each has a default. */
export interface ChannelOptions {
  /** Present, even empty: TLS. Absent: plaintext. */
  tls?: TlsClientOptions;
  /** They go with every call; a call's own credentials are added. */
  credentials?: CallCredentials;
  /**
   * `:authority`, and the name that the server's certificate must have. By default both are the
   * name in the target.
   */
  authority?: string;
  /**
   * How calls are made, if the resolver does not say (grpc/grpc doc/service_config.md): an object,
   * or JSON text.
   */
  serviceConfig?: ServiceConfigJson | string;
  /**
   * What can be used, and what servers may send us. It takes the place of the default, gzip: with
   * one of your own give `[gzipCompression, yours]`.
   */
  compressions?: readonly Compression[];
  maxReceiveSize?: number;
  maxSendSize?: number;
  /** What a server may send as headers or as trailers, in bytes (RFC 9113 §6.5.2); 16 KiB. */
  maxMetadataSize?: number;
  /** How much of a call's responses the server may send before they are read, in bytes. */
  initialWindowSize?: number;
  /** The same for all streams together. It bounds what is on its way, not what is unread. */
  connectionWindowSize?: number;
  /**
   * What one connection can make us hold, in bytes: responses that are unread or not whole, headers,
   * requests that wait, and 1 MiB for itself. A call that goes beyond it ends in RESOURCE_EXHAUSTED.
   * Default: 64 MiB, or four messages of the largest size if that is more.
   */
  maxHeldBytes?: number;
  /** Asks a silent server whether it is alive; at least ten seconds (gRPC A8). Off by default. */
  keepaliveMs?: number;
  keepaliveTimeoutMs?: number;
  /** Asks also while there is no call. Many servers forbid that. */
  keepaliveWithoutCalls?: boolean;
  /**
   * A channel without calls for this long closes its connections and is IDLE; the next call
   * connects again. Default: half an hour; `Infinity`: never.
   */
  idleTimeoutMs?: number;
  backoff?: Partial<BackoffOptions>;
  /** Further schemes: `{ consul: (target, options) => … }`. */
  resolvers?: Readonly<Record<string, ResolverFactory>>;
  /** Further policies, by the name that `loadBalancingConfig` uses. */
  loadBalancers?: Readonly<Record<string, LoadBalancerFactory>>;
  userAgent?: string;
  /** Connects in place of sockets: for tests and browsers. */
  dial?: Dial;
  lookup?: (host: string) => Promise<string[]>;
  clock?: Clock;
  random?: () => number;
}
