import type { CallCredentials } from './call-credentials.ts';
import type { ResponseHandler } from './client-stream.ts';
import type { CompressionSet } from './compression.ts';
import type { Metadata } from './metadata.ts';

/** Whatever can carry a call: a channel, most of the time. */
export interface CallTransport {
  /** Begins a call. The handler is called later, never from inside. */
  start(request: CallRequest, handler: ResponseHandler): CarriedCall;
  readonly compressions: CompressionSet;
  readonly maxSendSize: number;
}

export interface CallRequest {
  readonly path: string;
  readonly metadata: Metadata | undefined;
  readonly timeoutMs: number | undefined;
  readonly waitForReady: boolean | undefined;
  /** `grpc-encoding` of the request's messages. */
  readonly encoding: string | undefined;
  readonly credentials: CallCredentials | undefined;
}

/** One call on its way, whatever happens underneath: waiting, retries, another server. */
export interface CarriedCall {
  /** Sends a message with its prefix. False: wait for the handler's `drain`. */
  send(frame: Uint8Array, last: boolean): boolean;
  /** Ends it here and now; the handler's `end` is called with CANCELLED. */
  cancel(details: string): void;
  /** After `message` returned false: let more come. */
  resume(): void;
}
