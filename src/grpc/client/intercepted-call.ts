import { ContextValues } from '#grpc/context-values';
import { deadlineAt, timeLeft } from '#grpc/deadlines/time-left';
import { GrpcError, statusOf } from '#grpc/grpc-error';
import type { Next } from '#grpc/interceptor';
import type { MessageQueue } from '#grpc/messages/message-queue';
import { Metadata } from '#grpc/metadata';
import { OK, Status, type StatusObject } from '#grpc/status';
import { closeIterator, errorText, iteratorOf } from '#grpc/user-code';
import type { MethodDefinition, Source } from '#protobuf/schema/service-definition';
import { systemClock } from '#time/clock';
import { type CallOptions, callTimeout, shorterTimeout } from './call-options.ts';
import type { CallTransport } from './call-transport.ts';
import type { ClientCall } from './client-call.ts';
import { OutgoingCall } from './outgoing-call.ts';

type Result = IteratorResult<unknown>;
const DONE: Result = Object.freeze({ value: undefined, done: true });

/**
 * A call with interceptors around it: what they see of it, the calls on the wire that it makes (none,
 * one, or several if an interceptor tries again), and for a stream what its caller reads.
 */
export class InterceptedCall implements ClientCall, AsyncIterableIterator<unknown> {
  readonly method: MethodDefinition;
  readonly metadata: Metadata;
  readonly context: ContextValues;
  options: Omit<CallOptions, 'metadata' | 'context'>;
  readonly ended: Promise<StatusObject>;
  /** When the caller gives up, in the clock's time. */
  readonly #deadline: number;
  readonly #transport: CallTransport;
  /** Those on the wire that have not ended, each with the stream of its responses. */
  readonly #running = new Map<OutgoingCall, MessageQueue<unknown> | undefined>();
  /** How the last of them ended. */
  #last: StatusObject | undefined;
  /** What the interceptors made of it, once they are done. */
  #outcome: StatusObject | undefined;
  #resolveEnded!: (status: StatusObject) => void;

  /** A stream's messages, once the interceptors have handed it over. */
  #source: Promise<AsyncIterator<unknown> | Iterator<unknown>> | undefined;
  #iterator: AsyncIterator<unknown> | Iterator<unknown> | undefined;
  #left = false;
  #tellLeft: (() => void)[] = [];

  constructor(transport: CallTransport, method: MethodDefinition, options: CallOptions) {
    const { metadata, context, ...rest } = options;
    this.method = method;
    this.metadata = metadata?.clone() ?? new Metadata();
    this.context = context ?? new ContextValues();
    this.options = rest;
    this.#transport = transport;
    this.#deadline = deadlineOf(options);
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }

  // A property of its own, so that `{ ...call }` has it.
  readonly timeLeft = (): number | undefined => timeLeft(this.#deadline, systemClock.now());

  /** Runs the interceptors; the innermost `next` makes a call on the wire. */
  run(chained: Next<ClientCall>, request: unknown): Promise<unknown> {
    // One promise from another: where a promise has two readers, V8's stack of an error ends.
    return chained(request, this).then(
      (response) => {
        this.#finish(OK);
        return response;
      },
      (error) => {
        this.#finish(statusOf(error, errorText(error)));
        throw error;
      },
    );
  }

  /** What `next` does for the innermost interceptor. */
  async start(request: unknown, { options, metadata }: ClientCall): Promise<unknown> {
    if (this.#left) throw new GrpcError(Status.CANCELLED, 'the reader left');
    // The caller's time has passed since it called, whatever the interceptors did with it.
    const timeoutMs = shorterTimeout(options.timeoutMs, this.timeLeft());
    const left = { ...options, timeoutMs };
    const call = new OutgoingCall(this.#transport, this.method, left, (status) => {
      this.#running.delete(call);
      this.#last = status;
      this.#settle();
    });
    this.#running.set(call, undefined);
    if (!this.method.responseStream) return call.single(request, metadata);
    const responses = call.stream(request, metadata);
    if (this.#running.has(call)) this.#running.set(call, responses);
    return responses;
  }

  #finish(outcome: StatusObject): void {
    this.#outcome = outcome;
    this.#settle();
  }

  /** Over, once the interceptors are done and nothing is on the wire any more. */
  #settle(): void {
    if (this.#outcome === undefined || this.#running.size > 0) return;
    // A stream that was handed over may have failed after that.
    const handedOver = this.method.responseStream && this.#outcome === OK;
    this.#resolveEnded(handedOver ? (this.#last ?? OK) : this.#outcome);
  }

  // ---- the stream that the caller reads ----

  /** @param response what `run` returned: a stream, later. */
  read(response: Promise<unknown>): this {
    this.#source = response.then((source) => {
      this.#iterator = iteratorOf(source as Source<unknown>);
      if (this.#left) closeIterator(this.#iterator);
      return this.#iterator;
    });
    this.#source.catch(() => {}); // It is thrown where the stream is read.
    return this;
  }

  async next(): Promise<Result> {
    if (this.#left) return DONE;
    if (this.#iterator) return this.#iterator.next();
    const left = new Promise<Result>((resolve) => this.#tellLeft.push(() => resolve(DONE)));
    return Promise.race([this.#source!.then((iterator) => iterator.next()), left]);
  }

  /**
   * The reader leaves: every call on the wire is cancelled at once, also if the interceptors are not
   * done, or a message is being waited for.
   */
  async return(): Promise<Result> {
    this.#left = true;
    for (const responses of this.#running.values()) responses?.return();
    if (this.#iterator) closeIterator(this.#iterator);
    for (const tell of this.#tellLeft.splice(0)) tell();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** When a call that is made now has to be over. What is not a number fails where it goes out. */
function deadlineOf({ timeoutMs, parent }: CallOptions): number {
  const isNumber = typeof timeoutMs === 'number' && !Number.isNaN(timeoutMs);
  const timeout = callTimeout({ timeoutMs: isNumber ? timeoutMs : undefined, parent });
  return deadlineAt(timeout, systemClock.now());
}
