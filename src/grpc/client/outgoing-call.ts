import { isUncompressed } from '#grpc/compression/compressed-flag';
import type { Compression } from '#grpc/compression/compression';
import { followCancellation } from '#grpc/deadlines/cancellation';
import { GrpcError, statusOf } from '#grpc/grpc-error';
import { OverBudget } from '#grpc/messages/message-account';
import { MessageQueue, type QueueOwner } from '#grpc/messages/message-queue';
import { type OutgoingMessage, outgoingMessage } from '#grpc/messages/outgoing-message';
import { decodePayload, type Payload } from '#grpc/messages/payload';
import { Pump, type Sink } from '#grpc/messages/pump';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import type { MethodDefinition, Source } from '#protobuf/schema/service-definition';
import { type CallOptions, callTimeout } from './call-options.ts';
import type { CallTransport, TransportCall } from './call-transport.ts';
import { tellHeaders, tellTrailers } from './caller-callbacks.ts';
import type { ResponseHandler } from './client-stream.ts';
import { type Answer, SingleAnswer } from './single-answer.ts';

/** One call as the caller sees it: messages as objects, one promise or one stream as the answer. */
export class OutgoingCall implements ResponseHandler, Sink<unknown>, QueueOwner {
  readonly #transport: CallTransport;
  readonly #method: MethodDefinition;
  readonly #options: CallOptions;
  readonly #ended: ((status: StatusObject) => void) | undefined;
  #call: TransportCall | undefined;
  #compression: Compression | undefined;
  #pump: Pump<unknown> | undefined;
  #done = false;
  /** Of a call that somebody else may cancel: lets go of them. */
  #release: (() => void) | undefined;
  /** Why this side has ended the call: what the caller gets, and what it means for the call. */
  #failure: { readonly error: unknown; readonly status: StatusObject } | undefined;

  #answer!: Answer;

  /** @param ended is told once how the call ended. */
  constructor(
    transport: CallTransport,
    method: MethodDefinition,
    options: CallOptions,
    ended?: (status: StatusObject) => void,
  ) {
    this.#transport = transport;
    this.#method = method;
    this.#options = options;
    this.#ended = ended;
  }

  single(request: unknown, metadata: Metadata | undefined): Promise<unknown> {
    const answer = new SingleAnswer((payload) => this.#decode(payload), this);
    this.#answer = answer;
    this.#begin(request, metadata);
    return answer.promise;
  }

  stream(request: unknown, metadata: Metadata | undefined): MessageQueue<unknown> {
    const queue = new MessageQueue((payload) => this.#decode(payload), this);
    this.#answer = queue;
    this.#begin(request, metadata);
    return queue;
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
    const timeoutMs = callTimeout(this.#options);
    if (signal || parent) {
      this.#release = followCancellation(this.#options, (why) => this.#fail(why, why.details));
    }
    this.#compression = compression ? this.#transport.compressions.chosen(compression) : undefined;
    const first = this.#method.requestStream ? undefined : this.#outgoing(request);
    const { path } = this.#method;
    const encoding = this.#compression?.name;
    this.#call = this.#transport.start(
      { path, metadata, timeoutMs, waitForReady, encoding, credentials },
      this,
    );
    if (first) {
      this.#call.send(first, true);
    } else {
      this.#pump = new Pump(request as Source<unknown>, this);
      this.#pump.run();
    }
  }

  // ---- requests ----

  send(message: unknown): boolean {
    return this.#call!.send(this.#outgoing(message), false);
  }

  finished(): void {
    this.#call!.halfClose();
  }

  failed(error: unknown): void {
    this.#fail(error, 'the stream of requests failed');
  }

  drain(): void {
    this.#pump?.drain();
  }

  #outgoing(message: unknown): OutgoingMessage {
    const encoded = this.#method.encodeRequest(message);
    const compression = isUncompressed(message) ? undefined : this.#compression;
    return outgoingMessage(encoded, compression, this.#transport.maxSendSize, 'request');
  }

  // ---- responses ----

  headers(metadata: Metadata | undefined): void {
    tellHeaders(this.#options, metadata, (name, error) => this.#callbackFailed(name, error));
  }

  message(payload: Payload): boolean {
    try {
      return this.#answer.push(payload);
    } catch (error) {
      this.#fail(error, 'more than one response message');
      return true;
    }
  }

  queueEmpty(): void {
    this.#call?.resume();
  }

  readerLeft(): void {
    this.#call?.cancel('the reader left');
  }

  end(status: StatusObject): void {
    if (this.#done) return;
    tellTrailers(this.#options, status, (name, error) => this.#callbackFailed(name, error));
    this.#settle(this.#failure?.status ?? status);
  }

  #callbackFailed(name: string, error: unknown): void {
    if (this.#done) console.error(`${name} of ${this.#method.path} failed:`, error);
    else this.#fail(error, 'the caller failed');
  }

  /** This side ends the call: the caller hears why, and the server that it need not go on. */
  #fail(error: unknown, details: string): void {
    this.#failure ??= { error, status: statusOf(error, details) };
    if (this.#call) this.#call.cancel(details);
    else this.#settle(this.#failure.status);
  }

  #settle(status: StatusObject): void {
    if (this.#done) return;
    this.#done = true;
    this.#pump?.stop();
    this.#release?.();
    const outcome = this.#answerWith(status, this.#failure?.error);
    this.#ended?.(outcome);
  }

  /** @returns the status, or another if the response turns out not to be readable. */
  #answerWith(status: StatusObject, error: unknown): StatusObject {
    const { code } = status;
    if (code !== Status.OK) {
      // A deadline or a cancellation beats what has come too late to be read.
      const late = code === Status.CANCELLED || code === Status.DEADLINE_EXCEEDED;
      const drop = late || status instanceof OverBudget;
      this.#answer.end(() => error ?? GrpcError.fromStatus(status), drop);
      return status;
    }
    try {
      this.#answer.end();
    } catch (unreadable) {
      return this.#answerWith(statusOf(unreadable, 'unreadable'), unreadable);
    }
    return status;
  }

  #decode(payload: Payload): unknown {
    try {
      return decodePayload(payload, this.#method, 'response');
    } catch (error) {
      this.#call?.cancel('a response does not decode');
      throw error;
    }
  }
}
