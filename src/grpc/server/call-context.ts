import { IDENTITY } from '#grpc/compression/compression';
import { ContextValues } from '#grpc/context-values';
import { deadlineAt, NEVER, timeLeft } from '#grpc/deadlines/time-left';
import type { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import type { StatusObject } from '#grpc/status';
import type { Head } from '#grpc/wire/head';
import { parseTimeout } from '#grpc/wire/timeout';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import type { DeadlineEntry, DeadlineWheel } from '#time/deadline-wheel';
import type { PeerIdentity } from '#transport/tls/identity';
import type { ServerCall } from './server-call.ts';
import type { ServerConfig } from './server-options.ts';

/** The connection on which a call came. */
export interface CallOwner {
  readonly config: ServerConfig;
  readonly deadlines: DeadlineWheel;
  readonly peer: PeerIdentity;
  /** It takes no new calls, and waits for the last one. */
  readonly shuttingDown: boolean;
  /** The calls that want to be told of it. */
  readonly shutdownListeners: Set<{ connectionShutsDown(): void }>;
  callEnded(): void;
}

/**
 * The handler's side of a call.
 *
 * What a call may need and most calls do not (a signal, trailers, a promise of the end) is made
 * when it is first asked for: to make it for each call would cost more than the call.
 */
export abstract class CallContext implements ServerCall, DeadlineEntry {
  abstract readonly method: MethodDefinition;
  protected readonly head: Head;
  protected readonly owner: CallOwner;
  /** How it ended, once it has. */
  protected status: StatusObject | undefined;
  /** Why it ended before the handler was done. */
  protected stopped: GrpcError | undefined;
  protected headers: Metadata | undefined;
  protected trailers: Metadata | undefined;
  #metadata: Metadata | undefined;
  #abort: AbortController | undefined;
  #shutdown: AbortController | undefined;
  #context: ContextValues | undefined;
  #ended: Promise<StatusObject> | undefined;
  #resolveEnded: ((status: StatusObject) => void) | undefined;
  /** By the server's clock. */
  readonly deadline: number;
  slot: number | undefined;
  previous: DeadlineEntry | undefined;
  next: DeadlineEntry | undefined;
  compression: string;

  constructor(head: Head, owner: CallOwner) {
    this.head = head;
    this.owner = owner;
    this.compression = head.encoding ?? IDENTITY;
    const timeoutMs = head.timeout === undefined ? undefined : parseTimeout(head.timeout);
    this.deadline =
      timeoutMs === undefined ? NEVER : deadlineAt(timeoutMs, owner.config.clock.now());
  }

  abstract sendHeaders(): void;
  abstract expired(): void;

  get authority(): string {
    return this.head.authority ?? '';
  }
  get peer(): PeerIdentity {
    return this.owner.peer;
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
    return timeLeft(this.deadline, this.owner.config.clock.now());
  }

  get cancelled(): boolean {
    return this.stopped !== undefined;
  }
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.stopped) this.#abort.abort(this.stopped);
    return this.#abort.signal;
  }
  get shutdownSignal(): AbortSignal {
    this.#shutdown ??= this.#listenForShutdown();
    return this.#shutdown.signal;
  }
  get context(): ContextValues {
    this.#context ??= new ContextValues();
    return this.#context;
  }
  get ended(): Promise<StatusObject> {
    this.#ended ??= this.status
      ? Promise.resolve(this.status)
      : new Promise((resolve) => {
          this.#resolveEnded = resolve;
        });
    return this.#ended;
  }

  connectionShutsDown(): void {
    this.#shutdown?.abort();
  }

  /** The call is over: those who have asked to be told are told. */
  protected tellEnded(status: StatusObject): void {
    if (this.#shutdown) this.owner.shutdownListeners.delete(this);
    this.#resolveEnded?.(status);
    if (this.stopped) this.#abort?.abort(this.stopped);
  }

  #listenForShutdown(): AbortController {
    const controller = new AbortController();
    if (this.owner.shuttingDown) controller.abort();
    else if (!this.status) this.owner.shutdownListeners.add(this);
    return controller;
  }
}
