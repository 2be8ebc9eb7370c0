import type { ClientTransport } from '#channel/connections/client-transport';
import { MAX_REPLAY_BYTES, MAX_TRANSPARENT_RETRIES, MAX_UNSENT_BYTES } from '#channel/limits';
import { ReplayBuffer, type Sent } from '#channel/retries/replay-buffer';
import { afterFailure } from '#channel/retries/retry-plan';
import type { TransportCall } from '#grpc/client/call-transport';
import type { ClientStream } from '#grpc/client/client-stream';
import type { OutgoingMessage } from '#grpc/messages/outgoing-message';
import type { Payload } from '#grpc/messages/payload';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import type { TimerHandle } from '#time/clock';
import { Attempt, type AttemptOwner, type CallPicker } from './attempt.ts';
import { ResolvingCall } from './resolving-call.ts';

/**
 * One call on a channel, and its attempts. What was sent is kept until the call is *committed*,
 * which is when the server has begun to answer one attempt: until then nothing of it has reached
 * the application, so it can be sent again (gRPC A6, "When Retries are Valid").
 */
export class ChannelCall extends ResolvingCall implements TransportCall, AttemptOwner {
  #attempts: Attempt[] = [];
  #committed: Attempt | undefined;
  readonly #sent = new ReplayBuffer();
  /** Attempts that the server may have seen. */
  #started = 0;
  #transparentRetries = 0;
  #nextAttempt: TimerHandle | undefined;

  // ---- from above ----

  send(message: OutgoingMessage, last: boolean): boolean {
    if (this.done) return true;
    if (this.settings && this.#isTooLarge(message)) return true;
    if (this.#committed) return this.#committed.send(message, last);
    return this.#keepAndSend({ message, last });
  }

  halfClose(): void {
    if (this.done) return;
    if (this.#committed) this.#committed.halfClose();
    else this.#keepAndSend({ message: undefined, last: true });
  }

  #keepAndSend(sent: Sent): boolean {
    this.#sent.push(sent);
    let room: boolean | undefined;
    for (const attempt of this.#attempts) {
      if (attempt.connected) room = attempt.replay(sent) && (room ?? true);
    }
    if (room === undefined) return this.#sent.size < MAX_UNSENT_BYTES;
    // Too much to keep: from here on there is only one attempt.
    if (this.#sent.size > MAX_REPLAY_BYTES) this.#commit(this.#attempts.find((a) => a.connected)!);
    return room;
  }

  cancel(details: string): void {
    this.finish({ code: Status.CANCELLED, details });
  }

  resume(): void {
    this.#committed?.resume();
  }

  finish(status: StatusObject): void {
    if (this.done) return;
    this.done = true;
    this.shared.deadlines.remove(this);
    this.shared.picker.dequeue(this);
    this.#nextAttempt?.cancel();
    for (const attempt of this.#attempts) attempt.cancel();
    this.#sent.clear();
    this.shared.ended(this);
    this.handler.end(status);
  }

  // ---- from its resolution ----

  protected resolved(): void {
    if (!this.#sent.all.some(({ message }) => this.#isTooLarge(message))) this.#attempt();
  }

  protected get waitsFor(): string {
    if (this.#attempts.some((attempt) => attempt.connected)) return 'no answer in time';
    const [error] = this.#attempts.flatMap(({ pickError }) => pickError ?? []);
    return error ? `no connection in time: ${error.details}` : 'no connection in time';
  }

  // ---- from the attempts ----

  get picker(): CallPicker {
    return this.shared.picker;
  }

  get waitForReady(): boolean {
    return this.settings!.waitForReady;
  }

  open(transport: ClientTransport, attempt: Attempt, previous: number): ClientStream {
    const { path, encoding } = this.request;
    const timeout = this.timeLeft();
    const fields = this.shared.headers.fields(path, timeout, encoding, previous, this.metadata);
    return transport.open(fields, this.settings!.streamOptions, attempt);
  }

  attemptConnected(attempt: Attempt): void {
    let room = true;
    for (const sent of this.#sent.all) room = attempt.replay(sent);
    if (room && !this.beginning && !this.done) this.handler.drain();
  }

  attemptHeaders(attempt: Attempt, metadata: Metadata | undefined): void {
    if (this.done) return;
    this.#commit(attempt);
    this.handler.headers(metadata);
  }

  attemptMessage(payload: Payload): boolean {
    return this.done || this.handler.message(payload);
  }

  attemptDrain(): void {
    if (!this.done) this.handler.drain();
  }

  attemptEnded(attempt: Attempt, status: StatusObject, unprocessed: boolean): void {
    if (this.done) return;
    this.#attempts = this.#attempts.filter((other) => other !== attempt);
    // A server that gives up at the same deadline sends CANCEL, and its clock may be a moment ahead
    // of ours. The caller is told the true reason.
    if (status.code === Status.CANCELLED && this.deadline <= this.shared.clock.now()) {
      this.expired();
      return;
    }
    const { plan } = this.settings!;
    if (this.#committed === undefined && status.code !== Status.OK) {
      if (unprocessed && this.#transparentRetries++ < MAX_TRANSPARENT_RETRIES) {
        this.#attempt(true);
        return;
      }
      const next = afterFailure(plan, status, this.#attempts.length);
      if (typeof next === 'number') this.#attemptIn(next);
      if (next !== 'give-up') return;
    }
    if (status.code === Status.OK) plan?.succeeded();
    this.finishSoon(status);
  }

  #attemptIn(milliseconds: number): void {
    this.#nextAttempt?.cancel();
    this.#nextAttempt = this.shared.clock.setTimer(() => this.#attempt(), milliseconds);
  }

  /** @param transparent in place of one that the server has not seen */
  #attempt(transparent = false): void {
    const previous = transparent ? Math.max(0, this.#started - 1) : this.#started++;
    const attempt = new Attempt(this, previous);
    this.#attempts.push(attempt);
    if (!transparent) {
      const another = this.settings!.plan?.attemptStarted();
      if (another !== undefined) this.#attemptIn(another);
    }
    attempt.begin();
  }

  /** From now on this attempt is the call. The others end. */
  #commit(attempt: Attempt): void {
    if (this.#committed) return;
    this.#committed = attempt;
    this.#nextAttempt?.cancel();
    this.#sent.clear();
    if (this.#attempts.length > 1) {
      for (const other of this.#attempts) if (other !== attempt) other.cancel();
      this.#attempts = [attempt];
    }
  }

  /**
   * Ends the call if the message is larger than the service config allows. What counts is the
   * message as it is sent: after compression.
   */
  #isTooLarge(message: OutgoingMessage | undefined): boolean {
    const size = message?.bytes.length ?? 0;
    const { maxRequestBytes } = this.settings!;
    if (size <= maxRequestBytes) return false;
    const allowed = `${maxRequestBytes} are allowed by the service config`;
    const details = `the request has ${size} bytes, ${allowed}`;
    this.finish({ code: Status.RESOURCE_EXHAUSTED, details });
    return true;
  }
}
