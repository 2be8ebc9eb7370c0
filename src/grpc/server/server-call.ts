import type { ContextValues } from '#grpc/context-values';
import type { Metadata } from '#grpc/metadata';
import type { StatusObject } from '#grpc/status';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import type { PeerIdentity } from '#transport/tls/identity';

/** What a handler knows of the call that it answers, and what it can do beside answering. */
export interface ServerCall {
  readonly method: MethodDefinition;
  /** What the client sent with the call. */
  readonly metadata: Metadata;
  /** What the client calls us. */
  readonly authority: string;
  readonly peer: PeerIdentity;

  /** Milliseconds that the client is still willing to wait; `undefined`: no limit. */
  timeLeft(): number | undefined;
  /** True once nobody waits for the answer: the client cancelled, vanished, or ran out of time. */
  readonly cancelled: boolean;
  /**
   * Aborts at that moment. Hand it to whatever the handler waits for. What a listener of it throws
   * is an uncaught exception, as with every `AbortSignal` of Node.
   */
  readonly signal: AbortSignal;
  /**
   * Aborts when the server shuts down, or when the connection has become too old and is to end. The
   * call may still end in its own time; one that would never end, such as a watch, ends now.
   */
  readonly shutdownSignal: AbortSignal;
  /** How the call ended, once it has. Never rejects. */
  readonly ended: Promise<StatusObject>;

  /** What interceptors hand on to each other and to the handler. */
  readonly context: ContextValues;

  /** Goes out with the first message, or with the end. */
  readonly responseHeaders: Metadata;
  /** Sends the headers now, before the first message. A second call does nothing. */
  sendHeaders(): void;
  /** Goes out after the last message, with the status. */
  readonly responseTrailers: Metadata;

  /**
   * How answers are compressed, if the client understands it: `gzip`, `identity`. Set it before the
   * first answer. `uncompressed(message)` (`compressed-flag.ts`) exempts a single message.
   */
  compression: string;
}
