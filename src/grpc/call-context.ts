import type { MethodDefinition } from '#protobuf/service-definition';
import type { PeerIdentity } from '#transport/identity';
import type { Clock } from './clock.ts';
import { type CompressionSet, IDENTITY } from './compression.ts';
import type { DeadlineWheel } from './deadline-wheel.ts';
import type { GrpcError } from './grpc-error.ts';
import type { Head } from './head.ts';
import type { Next } from './interceptor.ts';
import { Metadata } from './metadata.ts';
import type { ServerCall } from './server-call.ts';
import type { Registered } from './service-table.ts';
import type { StatusObject } from './status.ts';

/** What all calls of one connection share. */
export interface CallSurroundings {
  readonly clock: Clock;
  readonly wheel: DeadlineWheel;
  readonly peer: PeerIdentity;
  readonly compressions: CompressionSet;
  /** The handler with the server's interceptors around it; `undefined` where there are none. */
  readonly intercepted: ((registered: Registered) => Next<ServerCall>) | undefined;
  /** A handler threw something that is no status. Its text is for us alone. */
  readonly handlerFailed: (error: unknown, call: ServerCall) => void;
  readonly callEnded: () => void;
}

/**
 * What a handler sees of its call.
 *
 * Everything that a call may need and most do not (a signal, trailers, a promise of the end) is
 * made when it is first asked for: creating them for each call costs more than the call.
 */
export abstract class CallContext implements ServerCall {
  protected readonly registered: Registered;
  protected readonly head: Head;
  protected readonly around: CallSurroundings;
  /** How it ended, once it has. */
  protected status: StatusObject | undefined;
  /** Why it ended before the handler was done. */
  protected stopped: GrpcError | undefined;
  protected headers: Metadata | undefined;
  protected trailers: Metadata | undefined;
  #metadata: Metadata | undefined;
  #abort: AbortController | undefined;
  #ended: Promise<StatusObject> | undefined;
  #resolveEnded: ((status: StatusObject) => void) | undefined;
  deadline = Number.POSITIVE_INFINITY;
  compression: string;

  constructor(registered: Registered, head: Head, around: CallSurroundings) {
    this.registered = registered;
    this.head = head;
    this.around = around;
    this.compression = head.encoding ?? IDENTITY;
  }

  abstract sendHeaders(): void;

  get method(): MethodDefinition {
    return this.registered.method;
  }
  get authority(): string {
    return this.head.authority ?? '';
  }
  get peer(): PeerIdentity {
    return this.around.peer;
  }
  get metadata(): Metadata {
    this.#metadata ??= this.head.metadata ?? new Metadata();
    return this.#metadata;
  }
  get responseHeaders(): Metadata {
    this.headers ??= new Metadata();
    return this.headers;
  }
  get responseTrailers(): Metadata {
    this.trailers ??= new Metadata();
    return this.trailers;
  }

  timeLeft(): number | undefined {
    if (this.deadline === Number.POSITIVE_INFINITY) return undefined;
    return Math.max(0, this.deadline - this.around.clock.now());
  }

  get cancelled(): boolean {
    return this.stopped !== undefined;
  }
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.stopped) this.#abort.abort(this.stopped);
    return this.#abort.signal;
  }
  get ended(): Promise<StatusObject> {
    this.#ended ??= this.status
      ? Promise.resolve(this.status)
      : new Promise((resolve) => {
          this.#resolveEnded = resolve;
        });
    return this.#ended;
  }

  /** The call is over: whoever has asked to be told is told. */
  protected tellEnded(status: StatusObject): void {
    this.#resolveEnded?.(status);
    if (this.stopped) this.#abort?.abort(this.stopped);
  }
}
