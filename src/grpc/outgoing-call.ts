import { encodeMessage } from '#framing/message';
import type { MethodDefinition, Source } from '#protobuf/service-definition';
import type { CallOptions } from './call-options.ts';
import type { CallTransport, CarriedCall } from './call-transport.ts';
import type { ResponseHandler } from './client-stream.ts';
import { isUncompressed, keepFlag } from './compressed-flag.ts';
import type { Compression } from './compression.ts';
import { abortedError, GrpcError } from './grpc-error.ts';
import { least } from './least.ts';
import { MIN_COMPRESSED_BYTES } from './limits.ts';
import { MessageQueue, type QueueOwner } from './message-queue.ts';
import { bytesOf, type Payload } from './message-reader.ts';
import { Metadata } from './metadata.ts';
import { Pump, type Sink } from './pump.ts';
import { Status, type StatusObject } from './status.ts';

const END = new Uint8Array(0);

/**
 * One call as the caller sees it: messages as objects, one promise or one stream for the answer.
 * The mirror of `IncomingCall`.
 */
export class OutgoingCall implements ResponseHandler, Sink<unknown>, QueueOwner {
  readonly #transport: CallTransport;
  readonly #method: MethodDefinition;
  readonly #options: CallOptions;
  #call: CarriedCall | undefined;
  #compression: Compression | undefined;
  #pump: Pump<unknown> | undefined;
  #done = false;
  /** The caller's own error: its stream of requests threw. */
  #ownError: unknown;

  /** Where the answer goes: into a queue, or once into a promise. */
  #queue: MessageQueue<unknown> | undefined;
  #payload: Payload | undefined;
  #resolve: ((response: unknown) => void) | undefined;
  #reject: ((error: unknown) => void) | undefined;

  constructor(transport: CallTransport, method: MethodDefinition, options: CallOptions) {
    this.#transport = transport;
    this.#method = method;
    this.#options = options;
  }

  single(request: unknown, metadata: Metadata | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#begin(request, metadata);
    });
  }

  stream(request: unknown, metadata: Metadata | undefined): AsyncIterable<unknown> {
    this.#queue = new MessageQueue((payload) => this.#decode(payload), this);
    this.#begin(request, metadata);
    return this.#queue;
  }

  #begin(request: unknown, metadata: Metadata | undefined): void {
    try {
      this.#open(request, metadata);
    } catch (error) {
      this.#fail(error, 'the requests cannot be sent');
    }
  }

  #open(request: unknown, metadata: Metadata | undefined): void {
    const { signal, parent, compression, waitForReady, credentials } = this.#options;
    if (signal?.aborted) throw abortedError(signal);
    if (parent?.cancelled) throw abortedError(parent.signal);
    this.#compression = compression ? this.#transport.compressions.get(compression) : undefined;
    const first = this.#method.requestStream ? undefined : this.#frame(request);
    this.#call = this.#transport.start(
      {
        path: this.#method.path,
        metadata,
        timeoutMs: least(this.#options.timeoutMs, parent?.timeLeft()),
        waitForReady,
        encoding: this.#compression?.name,
        credentials,
      },
      this,
    );
    signal?.addEventListener('abort', this);
    parent?.signal.addEventListener('abort', this);
    if (first) {
      this.#call.send(first, true);
    } else {
      this.#pump = new Pump(request as Source<unknown>, this);
      this.#pump.run();
    }
  }

  /** The signal has aborted. (An object as listener, so that no call makes a closure for it.) */
  handleEvent(event: Event): void {
    this.#call?.cancel(abortedError(event.target as AbortSignal).details);
  }

  // ---- requests ----

  send(message: unknown): boolean {
    return this.#call!.send(this.#frame(message), false);
  }

  finished(): void {
    this.#call!.send(END, true);
  }

  failed(error: unknown): void {
    this.#ownError = error;
    this.#call!.cancel('the stream of requests failed');
  }

  drain(): void {
    this.#pump?.drain();
  }

  #frame(message: unknown): Uint8Array {
    const payload = this.#method.encodeRequest(message);
    const { maxSendSize } = this.#transport;
    if (payload.length > maxSendSize) {
      const details = `the request has ${payload.length} bytes, ${maxSendSize} are allowed`;
      throw new GrpcError(Status.RESOURCE_EXHAUSTED, details);
    }
    const asIs = payload.length < MIN_COMPRESSED_BYTES || isUncompressed(message);
    return this.#compression && !asIs
      ? encodeMessage(this.#compression.compress(payload), true)
      : encodeMessage(payload);
  }

  // ---- responses ----

  headers(metadata: Metadata | undefined): void {
    try {
      this.#options.onHeaders?.(metadata ?? new Metadata());
    } catch (error) {
      this.#fail(error, 'the caller failed');
    }
  }

  message(payload: Payload): boolean {
    if (this.#queue) return this.#queue.push(payload);
    if (this.#payload) {
      const details = 'more than one response message';
      this.#fail(new GrpcError(Status.UNIMPLEMENTED, details), details);
    }
    this.#payload = payload;
    return true;
  }

  queueEmpty(): void {
    this.#call?.resume();
  }

  readerLeft(): void {
    this.#call?.cancel('the reader left');
  }

  end(status: StatusObject): void {
    if (this.#done) return;
    try {
      this.#options.onTrailers?.(status.metadata ?? new Metadata(), status);
    } catch (error) {
      this.#settle(error);
      return;
    }
    if (status.code === Status.OK) {
      this.#succeed();
    } else {
      // A deadline or a cancellation beats what has come too late to be read.
      const late = status.code === Status.CANCELLED || status.code === Status.DEADLINE_EXCEEDED;
      this.#settle(this.#ownError ?? GrpcError.fromStatus(status), late);
    }
  }

  #succeed(): void {
    try {
      if (!this.#queue) this.#resolve?.(this.#decode(this.#payload));
      this.#settle(undefined);
    } catch (error) {
      this.#settle(error);
    }
  }

  /** Ends before the server has: the caller hears why, the server that it need not go on. */
  #fail(error: unknown, details: string): void {
    this.#settle(error);
    this.#call?.cancel(details);
  }

  #settle(error: unknown, drop = false): void {
    if (this.#done) return;
    this.#done = true;
    this.#pump?.stop();
    this.#options.signal?.removeEventListener('abort', this);
    this.#options.parent?.signal.removeEventListener('abort', this);
    if (error !== undefined) this.#reject?.(error);
    this.#queue?.end(error, drop);
  }

  #decode(payload: Payload | undefined): unknown {
    if (payload === undefined) {
      throw new GrpcError(Status.UNIMPLEMENTED, 'OK without a response message');
    }
    try {
      return keepFlag(payload, this.#method.decodeResponse(bytesOf(payload)));
    } catch (cause) {
      this.#call?.cancel('a response does not decode');
      if (cause instanceof GrpcError) throw cause;
      const details = `the response does not decode: ${(cause as Error).message}`;
      throw new GrpcError(Status.INTERNAL, details, undefined, { cause });
    }
  }
}
