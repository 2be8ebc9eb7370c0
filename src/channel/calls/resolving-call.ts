import type { PickWaiter } from '#channel/balancing/pick-queue';
import type { CallRequest } from '#grpc/client/call-transport';
import type { ResponseHandler } from '#grpc/client/client-stream';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import type { DeadlineEntry } from '#time/deadline-wheel';
import { TOO_MANY_WAITING } from './attempt.ts';
import type { CallDependencies } from './call-dependencies.ts';
import type { CallSettings } from './call-settings.ts';

/**
 * What a call on a channel goes through before its first attempt: its deadline is set, its name is
 * resolved (how its calls are made comes with it), and its credentials are fetched.
 */
export abstract class ResolvingCall implements PickWaiter, DeadlineEntry {
  protected readonly shared: CallDependencies;
  protected readonly request: CallRequest;
  protected readonly handler: ResponseHandler;
  /** `undefined` until the name is resolved. */
  protected settings: CallSettings | undefined;
  /** That of the request; with that of the credentials once they are there. */
  protected metadata: Metadata | undefined;
  protected done = false;
  /** Still inside `begin`: no time has passed, and the handler must not be called. */
  protected beginning = true;
  #authorizing = false;
  #timeoutMs: number | undefined;

  deadline = Number.POSITIVE_INFINITY;
  slot: number | undefined;
  previous: DeadlineEntry | undefined;
  next: DeadlineEntry | undefined;

  constructor(shared: CallDependencies, request: CallRequest, handler: ResponseHandler) {
    this.shared = shared;
    this.request = request;
    this.handler = handler;
    this.metadata = request.metadata;
  }

  /** Everything is known that the first attempt needs. */
  protected abstract resolved(): void;
  /** What a call that is resolved waits for, in words. */
  protected abstract get waitsFor(): string;
  abstract finish(status: StatusObject): void;

  begin(): void {
    if (!this.pickAgain() && this.#expireIn(this.request.timeoutMs)) {
      if (!this.shared.picker.enqueue(this)) this.finishSoon(TOO_MANY_WAITING);
    }
    this.beginning = false;
  }

  pickAgain(): boolean {
    if (this.done) return true;
    const settings = this.shared.settings(this.request);
    if (settings === undefined) return false;
    this.settings = settings;
    if (this.#expireIn(settings.timeoutMs)) this.#authorize();
    return true;
  }

  expired(): void {
    const details = `${this.#waitsFor()} (${this.#timeoutMs} ms)`;
    this.finishSoon({ code: Status.DEADLINE_EXCEEDED, details });
  }

  #waitsFor(): string {
    if (this.#authorizing) return 'no credentials in time';
    if (this.settings) return this.waitsFor;
    const error = this.shared.nameError();
    return `the name was not resolved in time${error ? `: ${error.message}` : ''}`;
  }

  /** The handler is called later, never from inside `begin`. */
  protected finishSoon(status: StatusObject): void {
    if (this.beginning) queueMicrotask(() => this.finish(status));
    else this.finish(status);
  }

  /** Milliseconds, rounded up; exactly what was asked for as long as no time has passed. */
  protected timeLeft(): number | undefined {
    if (this.beginning) return this.#timeoutMs;
    if (this.deadline === Number.POSITIVE_INFINITY) return undefined;
    return Math.max(1, Math.ceil(this.deadline - this.shared.clock.now()));
  }

  /** @returns false: it has expired already. */
  #expireIn(timeoutMs = Number.POSITIVE_INFINITY): boolean {
    // Also if it is the same as before: that deadline has begun.
    if (timeoutMs >= (this.#timeoutMs ?? Number.POSITIVE_INFINITY)) return true;
    const { clock, deadlines } = this.shared;
    const deadline = clock.now() + timeoutMs;
    if (deadline >= this.deadline) return true;
    deadlines.remove(this);
    this.#timeoutMs = timeoutMs;
    this.deadline = deadline;
    if (timeoutMs > 0) deadlines.add(this);
    else this.expired();
    return timeoutMs > 0;
  }

  #authorize(): void {
    const authorized = this.shared.authorize(this.request);
    if (authorized === undefined) {
      this.resolved();
      return;
    }
    this.#authorizing = true;
    authorized.then(
      (metadata) => {
        this.#authorizing = false;
        this.metadata = metadata;
        if (!this.done) this.resolved();
      },
      (error) => this.finish(error),
    );
  }
}
