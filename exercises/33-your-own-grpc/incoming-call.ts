import { notYet } from '#course/exercise/not-yet';
import { isUncompressed } from '#grpc/compression/compressed-flag';
import { NEVER } from '#grpc/deadlines/time-left';
import { GrpcError, refusal } from '#grpc/grpc-error';
import { Pump, type Sink } from '#grpc/messages/pump';
import type { CallOwner } from '#grpc/server/call-context';
import { ReceivingCall } from '#grpc/server/calls/receiving-call';
import type { RequestHandler, ServerStream } from '#grpc/server/calls/server-stream';
import { handlerFailed, insteadOf, isStatus, reportTo } from '#grpc/server/handler-error';
import type { ServedMethod } from '#grpc/server/service-table';
import { OK, Status, type StatusObject } from '#grpc/status';
import { isThenable } from '#grpc/user-code';
import type { Head } from '#grpc/wire/head';
import type { MethodDefinition, Source } from '#protobuf/schema/service-definition';

const EXPIRED = 'the deadline passed on the server';

/** One call as the server answers it: the way from the first message to the status. */
export class IncomingCall extends ReceivingCall implements RequestHandler, Sink<unknown> {
  readonly #served: ServedMethod;
  #pump: Pump<unknown> | undefined;

  constructor(served: ServedMethod, head: Head, owner: CallOwner) {
    super(head, owner);
    this.#served = served;
  }

  get method(): MethodDefinition {
    return this.#served.method;
  }

  /** Begins, once the wire's side is there. @param endStream the client has already sent all. */
  start(stream: ServerStream, endStream: boolean): void {
    this.stream = stream;
    if (this.deadline < NEVER) this.owner.deadlines.add(this);
    if (this.method.requestStream) {
      this.openQueue();
      this.run();
    }
    if (endStream) this.end();
  }

  sendHeaders(): void {
    const { compressions } = this.owner.config;
    const compression = compressions.accepted(this.compression, this.head.acceptEncoding);
    const { headers } = this;
    this.headers = undefined; // Sent, or not to be sent: not to be tried again with the status.
    this.stream.sendHeaders(headers, compression);
  }

  // ---- what the client sends ----

  failed(error: unknown): void {
    this.#stop(() => this.#asStatus(error));
  }

  lost(status: StatusObject): void {
    this.#stop(() => GrpcError.fromStatus(status));
  }

  expired(): void {
    this.#stop(() => refusal(Status.DEADLINE_EXCEEDED, EXPIRED));
  }

  // ---- what the handler answers ----

  protected run(): void {
    // ── Task 3 ──
    // this.deadline < NEVER: there is a deadline, and this.timeLeft() === 0 when it has passed;
    // then this.expired() ends the call.
    // this.queue is the stream of requests; without one, this.decodeRequest() gives the one
    // request. this.stream.hold() before this.#served.answer(request, this). isThenable(value)
    // tells a promise. What is thrown goes to this.#threw(error).
    throw notYet(3);
  }

  #threw(error: unknown): void {
    this.stream.release();
    this.#finish(this.#asStatus(error));
  }

  #answer(response: unknown): void {
    // ── Task 3 ──
    // this.status is there if the call has ended meanwhile. method.responseStream: new Pump(source,
    // this) goes into this.#pump, and its run() settles when the source does nothing any more.
    // Otherwise this.send(response) and this.finished(). this.stream.release() gives back what
    // hold() has taken.
    throw notYet(3);
  }

  send(response: unknown): boolean {
    const bytes = this.method.encodeResponse(response);
    if (!this.stream.sentHeaders) this.sendHeaders();
    return this.stream.send(bytes, isUncompressed(response));
  }

  drain(): void {
    this.#pump?.drain();
  }

  finished(): void {
    this.#finish(OK);
  }

  // ---- the end ----

  /**
   * Ends before the handler is done: the code that still works for this call is told.
   * @param makeError called only if the call has not ended. Every call that went well is lost
   *   afterwards, with its stream, and an error costs as much as the rest of a small call.
   */
  #stop(makeError: () => GrpcError): void {
    if (this.status) return;
    this.stopped = makeError();
    this.#finish(this.stopped);
  }

  /** Never throws, whatever the handler has put into its status and its trailers. */
  #finish(status: StatusObject): void {
    if (this.status) return;
    this.status = status;
    this.owner.deadlines.remove(this);
    try {
      this.stream.end(status, this.headers, this.trailers);
    } catch (error) {
      this.report(error);
      this.status = insteadOf(status, error);
      this.stream.end(this.status);
    }
    this.queue?.end(this.stopped && (() => this.stopped), true);
    this.#pump?.stop();
    this.tellEnded(this.status);
    this.owner.callEnded();
  }

  #asStatus(error: unknown): GrpcError {
    if (isStatus(error)) return error;
    this.report(error);
    return handlerFailed();
  }

  /** Once the call was stopped, what the handler throws is only the echo of it. */
  protected report(error: unknown): void {
    if (!this.stopped) reportTo(this.owner.config.onHandlerError, error, this);
  }
}
