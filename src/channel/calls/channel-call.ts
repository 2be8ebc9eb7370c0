import type { ClientTransport } from '#channel/connections/client-transport';
import { MAX_REPLAY_BYTES, MAX_UNSENT_BYTES } from '#channel/limits';
import { AttemptRace, type RaceOwner } from '#channel/retries/attempt-race';
import { ReplayBuffer, type Sent } from '#channel/retries/replay-buffer';
import type { TransportCall } from '#grpc/client/call-transport';
import type { ClientStream } from '#grpc/client/client-stream';
import type { OutgoingMessage } from '#grpc/messages/outgoing-message';
import type { Payload } from '#grpc/messages/payload';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import { Attempt, type AttemptOwner, type CallPicker } from './attempt.ts';
import { ResolvingCall } from './resolving-call.ts';

/**
 * One call on a channel, and its attempts. What was sent is kept until the call is *committed*,
 * which is when the server has begun to answer one attempt: until then nothing of it has reached
 * the application, so it can be sent again (gRPC A6, "When Retries are Valid").
 */
export class ChannelCall
  extends ResolvingCall
  implements TransportCall, AttemptOwner, RaceOwner<Attempt>
{
  /** `undefined` until the name is resolved, and with it the policy. */
  #race: AttemptRace<Attempt> | undefined;
  readonly #sent = new ReplayBuffer();

  // ---- from above ----

  send(message: OutgoingMessage, last: boolean): boolean {
    if (this.done) return true;
    if (this.settings && this.#isTooLarge(message)) return true;
    const committed = this.#race?.winner;
    if (committed) return committed.send(message, last);
    return this.#keepAndSend({ message, last });
  }

  halfClose(): void {
    if (this.done) return;
    const committed = this.#race?.winner;
    if (committed) committed.halfClose();
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
    this.#race?.winner?.resume();
  }

  finish(status: StatusObject): void {
    if (this.done) return;
    this.done = true;
    this.shared.deadlines.remove(this);
    this.shared.picker.dequeue(this);
    this.#race?.stop();
    this.#sent.clear();
    this.shared.ended(this);
    this.handler.end(status);
  }

  // ---- from its resolution ----

  protected resolved(): void {
    if (this.#sent.all.some(({ message }) => this.#isTooLarge(message))) return;
    this.#race = new AttemptRace(this.shared.clock, this.settings!.plan, this);
    this.#race.begin();
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
    // A server that gives up at the same deadline sends CANCEL, and its clock may be a moment ahead
    // of ours. The caller is told the true reason.
    if (status.code === Status.CANCELLED && this.deadline <= this.shared.clock.now()) {
      this.expired();
      return;
    }
    this.#race!.ended(attempt, status, unprocessed);
  }

  // ---- from the race ----

  createAttempt(previous: number): Attempt {
    return new Attempt(this, previous);
  }

  raceOver(status: StatusObject): void {
    this.finishSoon(status);
  }

  get #attempts(): readonly Attempt[] {
    return this.#race?.attempts ?? [];
  }

  /** From now on this attempt is the call, and nothing is sent again. */
  #commit(attempt: Attempt): void {
    if (this.#race!.commit(attempt)) this.#sent.clear();
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
