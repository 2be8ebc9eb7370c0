import type { HeaderField } from '#hpack/header-field';
import type { Settings } from '#http2/protocol/settings';
import { Endpoint } from './endpoint.ts';
import type { ErrorCode } from './error-code.ts';
import type { ConnectionHandler, StreamHandler } from './events.ts';
import type { Budget } from './limits/budget.ts';
import type { Http2Options } from './options.ts';
import type { Http2Stream } from './stream.ts';

/**
 * One HTTP/2 connection, client or server, without a socket and without a clock: bytes and the
 * time go in by `receive`, bytes come out by `takeOutput`, events go to the handlers.
 *
 * Made by `createHttp2Client(handler, options)` or `createHttp2Server(handler, options)`
 * (`#http2/connection`), and usually driven by `attachHttp2(http2, transport)` (`#http2/attach`),
 * which does all of "for the code that moves the bytes" below and flushes once a tick.
 */
export interface Http2Connection {
  readonly role: 'client' | 'server';
  readonly localSettings: Readonly<Settings>;
  /** The peer's settings; the protocol's defaults until its SETTINGS have come. */
  readonly remoteSettings: Readonly<Settings>;
  /** The peer's first SETTINGS have come: it does speak HTTP/2. */
  readonly ready: boolean;
  /** What the peer makes us hold. Whoever keeps what was consumed charges it here too. */
  readonly budget: Budget;
  /** Streams that are open or half closed. */
  readonly openStreams: number;
  /** GOAWAY was sent or received: no new streams. */
  readonly goingAway: boolean;
  /** Over; every method does nothing any more. */
  readonly closed: boolean;

  // ---- for the code that uses the connection ----

  /** Client: how many streams may be opened right now; 0 when the peer's limit is reached. */
  readonly availableStreams: number;

  /**
   * Client: opens a stream with a request's headers (pseudo-headers first).
   * @throws Error when `availableStreams` is 0: ask first, wait for `streamsAvailable`.
   */
  open(fields: readonly HeaderField[], endStream: boolean, handler: StreamHandler): Http2Stream;

  /** Sends a PING; its answer comes as `pingAck`. @param opaque eight octets, zeros if left out. */
  ping(opaque?: Uint8Array): void;

  /**
   * Ends the connection without losing a call (RFC 9113 §6.8). A server announces it (GOAWAY with
   * the highest possible id, and a PING), goes on accepting what was already on its way, and when
   * the PING comes back sends the true last id; then, when the last stream has ended, the
   * connection closes. A client has nothing to announce: it opens no more streams.
   */
  shutdown(debugData?: string): void;

  /** Does not wait for the answer to `shutdown`'s PING: for the caller's timer. */
  finishShutdown(): void;

  /** Ends everything now: GOAWAY with this code, every stream is closed with an error. */
  abort(code: ErrorCode, debugData?: string): void;

  // ---- for the code that moves the bytes ----

  /**
   * Takes in what came from the network, cut anywhere. Keeps views of `chunk`: it must not be
   * written to again. Never throws.
   * @param now the time in milliseconds from any fixed point: rates of control frames are
   *   measured with it.
   * @param late asked between two frames now and then: true, and it stops there.
   * @returns what is left, if it has stopped: to be handed in again before anything else.
   */
  receive(chunk: Uint8Array, now: number, late?: () => boolean): Uint8Array | undefined;

  /** The transport is over, or the peer will send no more: streams that are open fail. */
  transportClosed(error?: Error): void;

  /**
   * What is to be written now, or `undefined`. Call it only when the transport takes more: body
   * bytes beyond a high-water mark wait in their streams until then, and so hold back the sender.
   */
  takeOutput(): Uint8Array | undefined;

  /**
   * What `takeOutput` has returned is no longer needed: its memory is written again. A driver that
   * does not know leaves it out.
   */
  outputWritten(): void;

  /** Set by the driver; called when there is output and there was none before, and at the end. */
  outputReady: (() => void) | undefined;
}

/** The end that opens streams. Its preface and SETTINGS are at once in the output. */
export function createHttp2Client(
  handler: ConnectionHandler,
  options?: Http2Options,
): Http2Connection {
  return new Endpoint('client', handler, options);
}

/** The end that answers: `handler.stream` is called for every request. */
export function createHttp2Server(
  handler: ConnectionHandler,
  options?: Http2Options,
): Http2Connection {
  return new Endpoint('server', handler, options);
}
