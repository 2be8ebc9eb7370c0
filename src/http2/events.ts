import type { HeaderField } from '#hpack/header-field';
import type { Settings } from '#http2/protocol/settings';
import type { ErrorCode } from './error-code.ts';
import type { Http2Error } from './http2-error.ts';
import type { Http2Stream } from './stream.ts';

/**
 * What a stream tells its owner. Plain methods of one object, called directly while bytes are
 * taken in: no queue, no event objects. All may be left out but `close`.
 *
 * The order is: `headers` once (on a server it comes as `ConnectionHandler.stream`), `data` any
 * number of times, `trailers` at most once, `close` exactly once and always last. The peer's half
 * is over after an `endStream` of `true` or after `trailers`.
 *
 * A handler may send, reset or consume from inside any of these. What it throws costs the whole
 * connection (INTERNAL_ERROR): it should catch its own.
 */
export interface StreamHandler {
  /**
   * Client only: the response's final headers. The list is the receiver's to keep, but not to
   * change: its fields are shared with the compression table.
   * @param endStream nothing follows; with gRPC this is a Trailers-Only response.
   */
  headers?(fields: readonly HeaderField[], endStream: boolean): void;

  /** Client only: an interim response (1xx, RFC 9113 §8.1) before the final headers. */
  informational?(fields: readonly HeaderField[]): void;

  /**
   * A piece of the body, cut anywhere: frames may be glued or split on the way. It is the
   * receiver's to keep (nobody writes to this memory again). Call `stream.consume(chunk.length)`
   * when it has been worked off; until then it counts against the window, and a window that is
   * used up stops the sender. An empty chunk comes only with `endStream`.
   */
  data?(chunk: Uint8Array, endStream: boolean): void;

  /** The fields after the body; the peer's half is over. */
  trailers?(fields: readonly HeaderField[]): void;

  /** What `sendData` queued has gone out, after it returned `false`: more is welcome. */
  drain?(): void;

  /**
   * Over in both directions. Without `error` both halves ended as they should, or this side
   * called `reset`. With one: the peer reset the stream (`initiator: 'remote'`), or broke a rule
   * on it (`'local'`), or the connection ended under it (`scope: 'connection'`).
   */
  close(error?: Http2Error): void;
}

/** What a connection tells its owner, beside what concerns one stream. */
export interface ConnectionHandler {
  /**
   * Server only: the peer has opened a stream with valid request headers.
   * @returns who hears the rest of it.
   */
  stream?(stream: Http2Stream, fields: readonly HeaderField[], endStream: boolean): StreamHandler;

  /** The peer's SETTINGS have been applied; the first call ends the handshake. */
  settings?(remote: Readonly<Settings>): void;

  /**
   * The peer is going away: it takes no new streams of ours. Ours above `lastStreamId` have just
   * been closed with an error whose `unprocessed` is true; the others go on.
   */
  goaway?(lastStreamId: number, code: ErrorCode, debugData: Uint8Array): void;

  /** A PING of ours came back; `opaque` are its eight octets. */
  pingAck?(opaque: Uint8Array): void;

  /** The peer sent a PING (the answer is already on its way). A server polices keepalive here. */
  ping?(opaque: Uint8Array): void;

  /** Client: `availableStreams` is above 0 again after it was 0. */
  streamsAvailable?(): void;

  /**
   * Client: the stream that has just been opened has the last id that there is (RFC 9113 §5.1.1).
   * For the next one it takes another connection; this one may end when its streams have.
   */
  streamsUsedUp?(): void;

  /**
   * The connection is over: no stream is left, every stream's `close` has been called, and once
   * the last output is written the transport is to be ended. Exactly once, always last. `error`
   * says why, if it was not an orderly shutdown.
   */
  close?(error?: Http2Error): void;
}
