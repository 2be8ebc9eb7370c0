import { checkNumber } from '#grpc/check-number';
import type { Compression } from '#grpc/compression/compression';
import { CompressionSet } from '#grpc/compression/compression-set';
import { heldLimit } from '#grpc/held-limit';
import type { Interceptor } from '#grpc/interceptor';
import {
  KEEPALIVE_TIMEOUT_MS,
  MAX_CONCURRENT_STREAMS,
  MAX_RECEIVE_MESSAGE_SIZE,
  MAX_SEND_MESSAGE_SIZE,
  SERVER_KEEPALIVE_MS,
} from '#grpc/limits';
import type { PingRules } from '#grpc/liveness/ping-strikes';
import { metadataLimits } from '#grpc/wire/header-list-size';
import { CONNECTION_COST } from '#http2/limits/costs';
import type { Http2Options } from '#http2/options';
import { type Clock, systemClock } from '#time/clock';
import type { TlsServerOptions } from '#transport/tls/server';
import type { ServerCall } from './server-call.ts';

export type ServerInterceptor = Interceptor<ServerCall>;

/** What holds for one service of a server. */
export interface ServiceOptions {
  /** They see the calls of this service, inside of the server's interceptors. */
  interceptors?: readonly ServerInterceptor[];
}

/** What a server can be told. Everything has a default, most of them in `limits.ts`. */
export interface ServerOptions {
  /** The first is outermost. They see all calls of all services, streaming ones too. */
  interceptors?: readonly ServerInterceptor[];
  /** Certificate and key. Without them: plaintext (h2c with prior knowledge). */
  tls?: TlsServerOptions;
  /**
   * What can be decompressed, and used if the client accepts it. It takes the place of the default,
   * gzip: with one of your own give `[gzipCompression, yours]`.
   */
  compressions?: readonly Compression[];
  /**
   * Largest request, in bytes, before and after decompression. It is decoded at a stretch, in which no
   * other call is served: 4 MiB may take a tenth of a second, more takes longer in proportion.
   */
  maxReceiveSize?: number;
  /** Largest response, in bytes, before compression. */
  maxSendSize?: number;
  /** What a client may send as headers, in bytes (RFC 9113 §6.5.2); 16 KiB. */
  maxMetadataSize?: number;
  /**
   * What one connection can make us hold, in bytes: calls, messages, answers that wait, and 1 MiB
   * for itself. A call that goes beyond it ends in RESOURCE_EXHAUSTED, or is refused. Default: 64
   * MiB, or four messages of the largest size if that is more.
   */
  maxHeldBytes?: number;
  /** Calls at once on one connection. */
  maxConcurrentCalls?: number;
  /** How much of a stream's requests may be on its way unread, in bytes. */
  initialWindowSize?: number;
  /** The same for all streams together. It bounds what is on its way, not what is unread. */
  connectionWindowSize?: number;
  /** Close a connection, gently, after this long; ±10 % by chance, against herds. */
  maxConnectionAgeMs?: number;
  /** How long calls may go on after that. Default: until they end. */
  maxConnectionAgeGraceMs?: number;
  /** Close a connection that has had no call for this long. */
  maxConnectionIdleMs?: number;
  /** How often a silent client is asked whether it lives. */
  keepaliveMs?: number;
  /** How long it may take to answer. */
  keepaliveTimeoutMs?: number;
  /** How often a client may ask us: see `ping-strikes.ts`. */
  minPingIntervalMs?: number;
  permitPingWithoutCalls?: boolean;
  /** A handler threw something that is not a GrpcError. Default: `console.error`. */
  onHandlerError?: (error: unknown, call: ServerCall) => unknown;
  clock?: Clock;
  random?: () => number;
}

/** The options with every default in place, as connections and calls read them. */
export interface ServerConfig {
  readonly compressions: CompressionSet;
  readonly maxReceiveSize: number;
  readonly maxSendSize: number;
  readonly http2: Http2Options;
  readonly maxConnectionAgeMs: number | undefined;
  readonly maxConnectionAgeGraceMs: number | undefined;
  readonly maxConnectionIdleMs: number | undefined;
  readonly keepaliveMs: number;
  readonly keepaliveTimeoutMs: number;
  readonly pings: PingRules;
  readonly onHandlerError: (error: unknown, call: ServerCall) => unknown;
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * @param compressions what the platform can do, if the options do not say.
 * @throws RangeError naming the option that is not a number.
 */
export function resolveServerOptions(
  options: ServerOptions,
  compressions: readonly Compression[],
): ServerConfig {
  checkOptions(options);
  const { maxReceiveSize = MAX_RECEIVE_MESSAGE_SIZE } = options;
  return {
    compressions: new CompressionSet(options.compressions ?? compressions),
    maxReceiveSize,
    maxSendSize: options.maxSendSize ?? MAX_SEND_MESSAGE_SIZE,
    http2: {
      streamWindow: options.initialWindowSize,
      connectionWindow: options.connectionWindowSize,
      limits: {
        maxConcurrentStreams: options.maxConcurrentCalls ?? MAX_CONCURRENT_STREAMS,
        maxHeld: heldLimit(options.maxHeldBytes, maxReceiveSize),
        ...metadataLimits(options.maxMetadataSize),
      },
    },
    maxConnectionAgeMs: options.maxConnectionAgeMs,
    maxConnectionAgeGraceMs: options.maxConnectionAgeGraceMs,
    maxConnectionIdleMs: options.maxConnectionIdleMs,
    keepaliveMs: options.keepaliveMs ?? SERVER_KEEPALIVE_MS,
    keepaliveTimeoutMs: options.keepaliveTimeoutMs ?? KEEPALIVE_TIMEOUT_MS,
    pings: {
      minIntervalMs: options.minPingIntervalMs,
      permitWithoutCalls: options.permitPingWithoutCalls,
    },
    onHandlerError: options.onHandlerError ?? logHandlerError,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
}

/** Options that are numbers, each with the least that it can be. */
const LEAST = {
  maxReceiveSize: 0,
  maxSendSize: 0,
  maxMetadataSize: 1,
  maxHeldBytes: CONNECTION_COST,
  maxConcurrentCalls: 0,
  initialWindowSize: 1,
  connectionWindowSize: 1,
  maxConnectionAgeMs: 0,
  maxConnectionAgeGraceMs: 0,
  maxConnectionIdleMs: 0,
  keepaliveMs: 1,
  keepaliveTimeoutMs: 1,
  minPingIntervalMs: 0,
} as const;

function checkOptions(options: ServerOptions): void {
  for (const [name, least] of Object.entries(LEAST)) {
    checkNumber(name, options[name as keyof typeof LEAST], least);
  }
}

/** Never silent: a handler that throws by accident is a bug, and its text stays on this machine. */
function logHandlerError(error: unknown, call: ServerCall): void {
  console.error(`the handler of ${call.method.path} failed:`, error);
}
