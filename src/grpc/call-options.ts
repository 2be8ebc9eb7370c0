import type { MethodDefinition } from '#protobuf/service-definition';
import type { CallCredentials } from './call-credentials.ts';
import type { Interceptor } from './interceptor.ts';
import type { Metadata } from './metadata.ts';
import type { ServerCall } from './server-call.ts';
import type { StatusObject } from './status.ts';

/** What a caller can ask for one call. */
export interface CallOptions {
  /** Give up after this long. Sent along, so that the server gives up too. */
  timeoutMs?: number | undefined;
  /** Gives up when it aborts. */
  signal?: AbortSignal | undefined;
  /** Goes out with the request. */
  metadata?: Metadata | undefined;
  /** Called with what the server sent before its first message. */
  onHeaders?: ((metadata: Metadata) => void) | undefined;
  /** Called with what the server sent with the status, whatever that is. */
  onTrailers?: ((metadata: Metadata, status: StatusObject) => void) | undefined;
  /** Wait for a connection rather than fail while there is none (doc/wait-for-ready.md). */
  waitForReady?: boolean | undefined;
  /**
   * Compress requests: `gzip`. The server may not have it; it then says UNIMPLEMENTED. A single one
   * is excepted by `uncompressed(message)` (`compressed-flag.ts`).
   */
  compression?: string | undefined;
  /** Proof of who is calling, for this call; never over plaintext. */
  credentials?: CallCredentials | undefined;
  /**
   * The call that this one is made for: it lends its deadline, and its cancellation cancels this
   * one, so that work stops along the whole chain when nobody waits at its beginning.
   */
  parent?: ServerCall | undefined;
}

/** What a client interceptor sees of a call, and may change. */
export interface ClientCall {
  readonly method: MethodDefinition;
  /** Never missing here, so that an interceptor can simply `set`. */
  readonly metadata: Metadata;
  options: CallOptions;
}

export type ClientInterceptor = Interceptor<ClientCall>;
