import type { CallRequest, CarriedCall } from '#grpc/call-transport';
import type { ClientStreamOptions, ResponseHandler } from '#grpc/client-stream';
import type { TimerHandle } from '#grpc/clock';
import type { Timed } from '#grpc/deadline-wheel';
import { MAX_REPLAY_BYTES } from '#grpc/limits';
import type { Payload } from '#grpc/message-reader';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import type { HeaderField } from '#hpack/header-field';
import { Attempt } from './attempt.ts';
import type { ChannelCallOptions, ChannelSurroundings } from './call-surroundings.ts';
import { MAX_TRANSPARENT_RETRIES, MAX_UNSENT_BYTES } from './limits.ts';
import { ReplayBuffer } from './replay-buffer.ts';
import { afterFailure } from './retry-plan.ts';

/**
 * One call on a channel: its deadline, and its attempts. What was sent is kept until the call is
 * *committed*, which is when the server has begun to answer one attempt: until then nothing of it
 * has reached the application, so it can be sent again (gRPC A6, "When Retries are Valid").
 */
export class ChannelCall implements CarriedCall, Timed {
  readonly #request: CallRequest;
  readonly #options: ChannelCallOptions;
  readonly #around: ChannelSurroundings;
  readonly #handler: ResponseHandler;
  #metadata: Metadata | undefined;
  #attempts: Attempt[] = [];
  #committed: Attempt | undefined;
  readonly #sent = new ReplayBuffer();
  #started = 0;
  #transparentRetries = 0;
  #timer: TimerHandle | undefined;
  #done = false;
  /** No time has passed since the call began. */
  #fresh = true;

  deadline = Number.POSITIVE_INFINITY;
  slot: number | undefined;
  previous: Timed | undefined;
  next: Timed | undefined;

  constructor(
    request: CallRequest,
    options: ChannelCallOptions,
    around: ChannelSurroundings,
    handler: ResponseHandler,
  ) {
    this.#request = request;
    this.#options = options;
    this.#around = around;
    this.#handler = handler;
    this.#metadata = request.metadata;
    if (options.timeoutMs !== undefined) {
      this.deadline = around.clock.now() + options.timeoutMs;
      around.wheel.add(this);
    }
  }

  /** @param metadata with that of the credentials, once it is there. */
  begin(metadata: Metadata | undefined): void {
    if (this.#done) return;
    this.#metadata = metadata;
    this.#attempt();
    this.#fresh = false;
  }

  // ---- from above ----

  send(bytes: Uint8Array, last: boolean): boolean {
    if (this.#done) return true;
    if (this.#committed) return this.#committed.send(bytes, last);
    this.#sent.push(bytes, last);
    let room: boolean | undefined;
    for (const attempt of this.#attempts) {
      if (attempt.connected) room = attempt.send(bytes, last) && (room ?? true);
    }
    if (room === undefined) return this.#sent.size < MAX_UNSENT_BYTES;
    // Too much to keep: from here on there is only one attempt.
    if (this.#sent.size > MAX_REPLAY_BYTES) this.#commit(this.#attempts.find((a) => a.connected)!);
    return room;
  }

  cancel(details: string): void {
    this.finish({ code: Status.CANCELLED, details });
  }

  expired(): void {
    const waiting = this.#attempts.some((attempt) => attempt.connected)
      ? 'no answer in time'
      : 'no connection in time';
    this.finish({
      code: Status.DEADLINE_EXCEEDED,
      details: `${waiting} (${this.#options.timeoutMs} ms)`,
    });
  }

  resume(): void {
    this.#committed?.resume();
  }

  // ---- from the attempts ----

  opening(previous: number): {
    headerFields: readonly HeaderField[];
    streamOptions: ClientStreamOptions;
  } {
    const { path, encoding } = this.#request;
    const { headers } = this.#around;
    const timeout = this.#timeLeft();
    return {
      headerFields: headers.fields(path, timeout, encoding, previous, this.#metadata),
      streamOptions: this.#options.streamOptions,
    };
  }

  attemptConnected(attempt: Attempt): void {
    let room = true;
    for (const { bytes, last } of this.#sent.frames) room = attempt.send(bytes, last);
    if (room && !this.#fresh && !this.#done) this.#handler.drain();
  }

  attemptHeaders(attempt: Attempt, metadata: Metadata | undefined): void {
    if (this.#done) return;
    this.#commit(attempt);
    this.#handler.headers(metadata);
  }

  attemptMessage(payload: Payload): boolean {
    return this.#done || this.#handler.message(payload);
  }

  attemptDrain(): void {
    if (!this.#done) this.#handler.drain();
  }

  attemptEnded(attempt: Attempt, status: StatusObject, unprocessed: boolean): void {
    if (this.#done) return;
    this.#attempts = this.#attempts.filter((other) => other !== attempt);
    // A server that gives up at the same deadline says CANCEL, and may say it a moment before our
    // own clock does: the caller is told what it was.
    if (status.code === Status.CANCELLED && this.deadline <= this.#around.clock.now()) {
      this.expired();
      return;
    }
    if (this.#committed === undefined && status.code !== Status.OK) {
      if (unprocessed && this.#transparentRetries++ < MAX_TRANSPARENT_RETRIES) {
        this.#attempt(true);
        return;
      }
      const next = afterFailure(this.#options.plan, status, this.#attempts.length);
      if (typeof next === 'number') this.#attemptIn(next);
      if (next !== 'give-up') return;
    }
    if (status.code === Status.OK) this.#options.plan?.succeeded();
    // "The handler is called later, never from inside": a picker may fail a call at once.
    if (this.#fresh) queueMicrotask(() => this.finish(status));
    else this.finish(status);
  }

  #attemptIn(milliseconds: number): void {
    this.#timer?.cancel();
    this.#timer = this.#around.clock.setTimer(() => this.#attempt(), milliseconds);
  }

  #attempt(transparent = false): void {
    const previous = transparent ? Math.max(0, this.#started - 1) : this.#started++;
    const attempt = new Attempt(this, this.#around, this.#options.waitForReady, previous);
    this.#attempts.push(attempt);
    if (!transparent) {
      const another = this.#options.plan?.attemptStarted();
      if (another !== undefined) this.#attemptIn(another);
    }
    attempt.begin();
  }

  /** This attempt is the call; the others never were. */
  #commit(attempt: Attempt): void {
    if (this.#committed) return;
    this.#committed = attempt;
    this.#timer?.cancel();
    this.#sent.clear();
    if (this.#attempts.length > 1) {
      for (const other of this.#attempts) if (other !== attempt) other.cancel();
      this.#attempts = [attempt];
    }
  }

  finish(status: StatusObject): void {
    if (this.#done) return;
    this.#done = true;
    this.#around.wheel.remove(this);
    this.#timer?.cancel();
    for (const attempt of this.#attempts) attempt.cancel();
    this.#sent.clear();
    this.#around.callEnded(this);
    this.#handler.end(status);
  }

  /** Rounded up to whole milliseconds; to the letter what was asked while no time has passed. */
  #timeLeft(): number | undefined {
    if (this.#fresh) return this.#options.timeoutMs;
    if (this.deadline === Number.POSITIVE_INFINITY) return undefined;
    return Math.max(1, Math.ceil(this.deadline - this.#around.clock.now()));
  }
}
