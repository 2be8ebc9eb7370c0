import type { MethodDefinition } from '#protobuf/service-definition';
import type { PeerIdentity } from '#transport/identity';
import type { Metadata } from './metadata.ts';
import type { StatusObject } from './status.ts';

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
  /** Aborts at that moment. Hand it to whatever the handler waits for. */
  readonly signal: AbortSignal;
  /** How the call ended, once it has. Never rejects. */
  readonly ended: Promise<StatusObject>;

  /** Goes out with the first message, or with the end. */
  readonly responseHeaders: Metadata;
  /** Goes out now, before the first message. A second call does nothing. */
  sendHeaders(): void;
  /** Goes out after the last message, with the status. */
  readonly responseTrailers: Metadata;

  /**
   * How answers are compressed, if the client understands it: `gzip`, `identity`. To be set before
   * the first answer; a single one is excepted by `uncompressed(message)` (`compressed-flag.ts`).
   */
  compression: string;
}
