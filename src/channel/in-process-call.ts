import type { TransportCall } from '#grpc/client/call-transport';
import type { ClientStream, ResponseHandler } from '#grpc/client/client-stream';
import type { OutgoingMessage } from '#grpc/messages/outgoing-message';
import type { Payload } from '#grpc/messages/payload';
import type { Metadata } from '#grpc/metadata';
import { Status, type StatusObject } from '#grpc/status';
import type { DeadlineEntry } from '#time/deadline-wheel';

const TOO_LATE: StatusObject = { code: Status.DEADLINE_EXCEEDED, details: 'no answer in time' };

/** Who wants to know of a call: the transport on which it is. */
export interface CallListener {
  heard(): void;
  over(): void;
  /** By the clock of the one who waits. */
  now(): number;
}

/** One call on the one stream that it has: without a search for a connection, and without retries. */
export class InProcessCall implements TransportCall, ResponseHandler, DeadlineEntry {
  readonly deadline: number;
  slot: number | undefined;
  previous: DeadlineEntry | undefined;
  next: DeadlineEntry | undefined;
  /** Missing if it could not be opened; the end is on its way then. */
  stream: ClientStream | undefined;
  readonly #handler: ResponseHandler;
  readonly #listener: CallListener;
  #over = false;

  constructor(handler: ResponseHandler, deadline: number, listener: CallListener) {
    this.#handler = handler;
    this.deadline = deadline;
    this.#listener = listener;
  }

  send(message: OutgoingMessage, last: boolean): boolean {
    return this.stream?.send(message, last) ?? true;
  }

  halfClose(): void {
    this.stream?.halfClose();
  }

  cancel(details: string): void {
    this.#giveUp({ code: Status.CANCELLED, details });
  }

  expired(): void {
    this.#giveUp(TOO_LATE);
  }

  resume(): void {
    this.stream?.resume();
  }

  headers(metadata: Metadata | undefined): void {
    this.#listener.heard();
    this.#handler.headers(metadata);
  }

  message(payload: Payload): boolean {
    this.#listener.heard();
    return this.#handler.message(payload);
  }

  drain(): void {
    this.#handler.drain();
  }

  end(status: StatusObject): void {
    if (this.#over) return;
    this.#over = true;
    // A server that gives up at the same deadline sends CANCEL, and may be the first to do so.
    const isLate = status.code === Status.CANCELLED && this.deadline <= this.#listener.now();
    this.#listener.heard();
    this.#listener.over();
    this.#handler.end(isLate ? TOO_LATE : status);
  }

  #giveUp(status: StatusObject): void {
    if (this.#over) return;
    this.stream?.cancel();
    this.end(status);
  }
}
