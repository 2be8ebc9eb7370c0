import { parseTimeout } from '#grpc/timeout';
import type { Source } from '#protobuf/service-definition';
import { CallContext } from './call-context.ts';
import { isUncompressed, keepFlag } from './compressed-flag.ts';
import { IDENTITY } from './compression.ts';
import type { Timed } from './deadline-wheel.ts';
import { GrpcError } from './grpc-error.ts';
import { MessageQueue, type QueueOwner } from './message-queue.ts';
import { bytesOf, type Payload } from './message-reader.ts';
import { Metadata } from './metadata.ts';
import { Pump, type Sink } from './pump.ts';
import type { RequestHandler, ServerStream } from './server-stream.ts';
import { Status, type StatusObject } from './status.ts';

/**
 * One call as the server answers it: the way from the first message to the status.
 */
export class IncomingCall
  extends CallContext
  implements RequestHandler, Timed, QueueOwner, Sink<unknown>
{
  #stream!: ServerStream;
  #request: Payload | undefined;
  #queue: MessageQueue<unknown> | undefined;
  #pump: Pump<unknown> | undefined;

  slot: number | undefined;
  previous: Timed | undefined;
  next: Timed | undefined;

  /** Begins, once the wire's side is there. @param endStream the client has already sent all. */
  start(stream: ServerStream, endStream: boolean): void {
    this.#stream = stream;
    const timeout = this.head.timeout && parseTimeout(this.head.timeout);
    if (timeout !== undefined && timeout !== '') {
      this.deadline = this.around.clock.now() + timeout;
      this.around.wheel.add(this);
    }
    if (this.method.requestStream) {
      this.#queue = new MessageQueue((payload) => this.#decodeNext(payload), this);
      this.#run(this.#queue);
    }
    if (endStream) this.end();
  }

  sendHeaders(): void {
    const { compressions } = this.around;
    const compression =
      this.compression === IDENTITY
        ? undefined
        : compressions.accepted(this.compression, this.head.acceptEncoding);
    this.#stream.sendHeaders(this.headers, compression);
  }

  // ---- what the client sends ----

  message(payload: Payload): boolean {
    if (this.#queue) return this.#queue.push(payload);
    if (this.#request) this.failed(cardinality('more than one request message'));
    this.#request = payload;
    return true;
  }

  end(): void {
    if (this.status) return;
    if (this.#queue) this.#queue.end();
    else if (this.#request === undefined) this.failed(cardinality('no request message'));
    else this.#runWith(this.#request);
  }

  failed(error: unknown): void {
    this.#stop(this.#asGrpcError(error));
  }

  lost(status: StatusObject): void {
    this.#stop(GrpcError.fromStatus(status));
  }

  expired(): void {
    this.#stop(new GrpcError(Status.DEADLINE_EXCEEDED, 'the deadline passed on the server'));
  }

  queueEmpty(): void {
    this.#stream.resume();
  }

  readerLeft(): void {
    this.#stream.ignoreRequests();
  }

  // ---- what the handler answers ----

  #runWith(payload: Payload): void {
    let request: unknown;
    try {
      request = this.#decode(payload);
    } catch (error) {
      this.failed(error);
      return;
    }
    this.#run(request);
  }

  #run(request: unknown): void {
    const { intercepted } = this.around;
    try {
      const answer = intercepted
        ? intercepted(this.registered)(request, this)
        : this.registered.handler(request, this);
      if (answer instanceof Promise) {
        answer.then(
          (response) => this.#answer(response),
          (error) => this.#finish(this.#asGrpcError(error)),
        );
      } else this.#answer(answer);
    } catch (error) {
      this.#finish(this.#asGrpcError(error));
    }
  }

  #answer(response: unknown): void {
    if (this.status) return;
    try {
      if (this.method.responseStream) {
        // Where the handler gave nothing that can be iterated, this is where it shows.
        this.#pump = new Pump(response as Source<unknown>, this);
        this.#pump.run();
      } else {
        this.send(response);
        this.finished();
      }
    } catch (error) {
      this.#finish(this.#asGrpcError(error));
    }
  }

  send(response: unknown): boolean {
    const bytes = this.method.encodeResponse(response);
    if (!this.#stream.sentHeaders) this.sendHeaders();
    return this.#stream.send(bytes, isUncompressed(response));
  }

  drain(): void {
    this.#pump?.drain();
  }

  finished(): void {
    this.#finish(OK);
  }

  // ---- the end ----

  /** Ends before the handler is done: whoever still works for this call is told. */
  #stop(error: GrpcError): void {
    if (this.status) return;
    this.stopped = error;
    this.#finish(error);
  }

  #finish(status: StatusObject): void {
    if (this.status) return;
    this.status = status;
    this.around.wheel.remove(this);
    this.#stream.end(withTrailers(status, this.trailers), this.headers);
    this.#queue?.end(this.stopped, true);
    this.#pump?.stop();
    this.tellEnded(status);
    this.around.callEnded();
  }

  /** A handler that goes on after a message that was none cannot make the call right again. */
  #decodeNext(payload: Payload): unknown {
    try {
      return this.#decode(payload);
    } catch (error) {
      this.failed(error);
      throw error;
    }
  }

  #decode(payload: Payload): unknown {
    try {
      return keepFlag(payload, this.method.decodeRequest(bytesOf(payload)));
    } catch (cause) {
      if (cause instanceof GrpcError) throw cause;
      const details = `the request does not decode: ${(cause as Error).message}`;
      throw new GrpcError(Status.INTERNAL, details, undefined, { cause });
    }
  }

  #asGrpcError(error: unknown): GrpcError {
    if (error instanceof GrpcError) return error;
    try {
      // Once the call was stopped, what the handler throws is only the echo of it.
      if (!this.stopped) this.around.handlerFailed(error, this);
    } catch {
      // Whoever wanted to hear of the first error has made a second.
    }
    return new GrpcError(Status.UNKNOWN, 'the handler failed');
  }
}

const OK: StatusObject = { code: Status.OK, details: '' };

function cardinality(details: string): GrpcError {
  return new GrpcError(Status.UNIMPLEMENTED, details);
}

/** The error's own metadata, then what the handler put into the trailers. */
function withTrailers(status: StatusObject, trailers: Metadata | undefined): StatusObject {
  if (trailers === undefined || trailers.size === 0) return status;
  const metadata = new Metadata().merge(status.metadata ?? NONE).merge(trailers);
  return { code: status.code, details: status.details, metadata };
}

const NONE = new Metadata();
