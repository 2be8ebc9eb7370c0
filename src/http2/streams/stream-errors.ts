import { ErrorCode } from '#http2/error-code';
import { connectionError, streamError } from '#http2/http2-error';
import type { Guards } from '#http2/limits/guards';
import type { Sender } from '#http2/protocol/sender';
import type { LiveStream } from './live-stream.ts';
import type { StreamTable } from './stream-table.ts';

/** What the peer did wrong on one stream, and what this side does about it (RFC 9113 §5.4.2). */
export class StreamErrors {
  readonly #role: 'client' | 'server';
  readonly #streams: StreamTable;
  readonly #sender: Sender;
  readonly #guards: Guards;

  constructor(role: 'client' | 'server', streams: StreamTable, sender: Sender, guards: Guards) {
    this.#role = role;
    this.#streams = streams;
    this.#sender = sender;
    this.#guards = guards;
  }

  /** Ends a stream on which the peer broke a rule. */
  fail(stream: LiveStream, code: ErrorCode, message: string): void {
    this.#sender.rstStream(stream.id, code);
    this.#streams.close(stream, 'reset by us', streamError(code, message));
    this.spendReset();
  }

  /**
   * A stream has ended in RST_STREAM by the peer's doing. Making *us* send the resets is as cheap
   * for an attacker as sending them. A client is not attacked in this way: it opens the streams.
   */
  spendReset(): void {
    if (this.#role === 'server') this.#guards.spend('resets');
  }

  /** Ends a stream that never began on our side. */
  refuse(streamId: number, code: ErrorCode): void {
    this.#sender.rstStream(streamId, code);
    this.#streams.refuse(streamId);
    this.spendReset();
  }

  /** Refuses a stream that the peer was allowed to open: we are still busy with earlier ones. */
  postpone(streamId: number): void {
    this.#sender.rstStream(streamId, ErrorCode.REFUSED_STREAM);
    this.#streams.refuse(streamId);
  }

  /**
   * A frame came for a stream that is not open (RFC 9113 §5.1). It may be late, because the peer
   * did not know yet that we reset the stream; or it is wrong.
   * @throws Http2Error for the connection, if it is wrong.
   */
  frameWithoutStream(streamId: number, what: 'HEADERS' | 'DATA' | 'empty DATA'): void {
    switch (this.#streams.ids.absence(streamId)) {
      case 'idle':
        throw connectionError(
          ErrorCode.PROTOCOL_ERROR,
          `${what} on stream ${streamId}, which cannot be opened like this (§5.1.1)`,
        );
      case 'skipped':
        throw connectionError(
          ErrorCode.PROTOCOL_ERROR,
          `${what} on stream ${streamId}, lower than one before (§5.1.1)`,
        );
      case 'ended':
        throw connectionError(
          ErrorCode.STREAM_CLOSED,
          `${what} on stream ${streamId}, which has ended (§5.1)`,
        );
      case 'reset by peer':
        this.#sender.rstStream(streamId, ErrorCode.STREAM_CLOSED);
        break;
      case 'reset by us':
        // What was under way in bodies is bounded by the windows, and may be thousands of frames.
        if (what === 'DATA') return;
        break;
    }
    this.#guards.spend('ignored');
  }

  /**
   * WINDOW_UPDATE and RST_STREAM may come for a stream that has just ended, never for one that
   * has not begun.
   * @throws Http2Error for the connection.
   */
  requireBegun(streamId: number, what: string): void {
    if (this.#streams.ids.absence(streamId) === 'idle') {
      throw connectionError(ErrorCode.PROTOCOL_ERROR, `${what} on an idle stream (§5.1)`);
    }
  }
}
