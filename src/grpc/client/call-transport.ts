import type { CompressionSet } from '#grpc/compression/compression-set';
import type { OutgoingMessage } from '#grpc/messages/outgoing-message';
import type { Metadata } from '#grpc/metadata';
import type { CallCredentials } from './call-credentials.ts';
import type { ResponseHandler } from './client-stream.ts';

/** Whatever can carry a call: most of the time a channel. */
export interface CallTransport {
  /** Begins a call. The handler is called later, never while this runs. */
  start(request: CallRequest, handler: ResponseHandler): TransportCall;
  readonly compressions: CompressionSet;
  /** The largest request, in bytes. */
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
export interface TransportCall {
  /** @param last nothing follows. @returns false: wait for the handler's `drain`. */
  send(message: OutgoingMessage, last: boolean): boolean;
  /** The client sends no more messages. */
  halfClose(): void;
  /** Ends the call here and now; the handler's `end` is called with CANCELLED. */
  cancel(details: string): void;
  /** After `message` returned false: let more come. */
  resume(): void;
}
