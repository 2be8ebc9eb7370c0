import type { TlsServerOptions } from '#transport/tls';
import type { Clock } from './clock.ts';
import type { Compression } from './compression.ts';
import type { Interceptor } from './interceptor.ts';
import type { ServerCall } from './server-call.ts';

export type ServerInterceptor = Interceptor<ServerCall>;

/** What a server can be told. Everything has a default, most of them in `limits.ts`. */
export interface ServerOptions {
  /** The first is outermost. They see all calls of all services, streaming ones too. */
  interceptors?: readonly ServerInterceptor[];
  /** Certificate and key. Without: plaintext (h2c with prior knowledge). */
  tls?: TlsServerOptions;
  /** What can be decompressed, and used where the client accepts it. Default: gzip. */
  compressions?: readonly Compression[];
  /** Largest message, in bytes. */
  maxReceiveSize?: number;
  maxSendSize?: number;
  /** What the unfinished messages of one connection may take together, in bytes. */
  maxPartialBytes?: number;
  /** Calls at once on one connection. */
  maxConcurrentCalls?: number;
  /** How much of a stream's requests may be on their way unread, in bytes. */
  initialWindowSize?: number;
  /** Close a connection, gently, after this long; ±10 % by chance, against herds. */
  maxConnectionAgeMs?: number;
  /** How long calls may go on after that. Default: until they end. */
  maxConnectionAgeGraceMs?: number;
  /** Close a connection that has had no call for this long. */
  maxConnectionIdleMs?: number;
  /** How often a silent client is asked whether it lives, and how long it may take to answer. */
  keepaliveMs?: number;
  keepaliveTimeoutMs?: number;
  /** What clients may ask of us: see `ping-police.ts`. */
  minPingIntervalMs?: number;
  permitPingWithoutCalls?: boolean;
  /** A handler threw something that is no GrpcError. Default: `console.error`. */
  onHandlerError?: (error: unknown, call: ServerCall) => void;
  clock?: Clock;
  random?: () => number;
}
