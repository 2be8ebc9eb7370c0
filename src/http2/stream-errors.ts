import type { ConnectionContext } from './connection-context.ts';
import { ErrorCode } from './error-code.ts';
import { connectionError, streamError } from './http2-error.ts';
import type { LiveStream } from './live-stream.ts';

/** What the peer did wrong on one stream, and what this side does about it (RFC 9113 §5.4.2). */
export class StreamErrors {
  readonly #context: ConnectionContext;

  constructor(context: ConnectionContext) {
    this.#context = context;
  }

  /** Ends a stream on which the peer broke a rule. */
  fail(stream: LiveStream, code: ErrorCode, message: string): void {
    this.#context.sender.rstStream(stream.id, code);
    this.#context.streams.close(stream, 'reset by us', streamError(code, message));
    this.spendReset();
  }

  /**
   * A stream has ended in RST_STREAM by the peer's doing. Making *us* send the resets is as cheap
   * for an attacker as sending them. A client is not attacked in this way: it opens the streams.
   */
  spendReset(): void {
    if (this.#context.role === 'server') this.#context.guards.resets.spend(this.#context.now);
  }

  /** Ends a stream that was never begun on our side. */
  refuse(streamId: number, code: ErrorCode): void {
    this.#context.sender.rstStream(streamId, code);
    this.#context.streams.refuse(streamId);
    this.spendReset();
  }

  /**
   * A frame came for a stream that is not open (RFC 9113 §5.1). It may be late, because the peer
   * did not know yet that we reset the stream; or it is wrong.
   * @throws Http2Error for the connection, where it is wrong.
   */
  frameWithoutStream(streamId: number, what: 'HEADERS' | 'DATA' | 'empty DATA'): void {
    switch (this.#context.streams.absence(streamId)) {
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
        this.#context.sender.rstStream(streamId, ErrorCode.STREAM_CLOSED);
        break;
      case 'reset by us':
        // What was under way in bodies is bounded by the windows, and may be thousands of frames.
        if (what === 'DATA') return;
        break;
    }
    this.#context.guards.ignored.spend(this.#context.now);
  }

  /**
   * WINDOW_UPDATE and RST_STREAM may come for a stream that has just ended, never for one that
   * has not begun.
   * @throws Http2Error for the connection.
   */
  requireBegun(streamId: number, what: string): void {
    if (this.#context.streams.absence(streamId) === 'idle') {
      throw connectionError(ErrorCode.PROTOCOL_ERROR, `${what} on an idle stream (§5.1)`);
    }
  }
}
