import { latin1FromBytes } from '#hpack/latin1';
import type { ConnectionContext } from './connection-context.ts';
import { ErrorCode } from './error-code.ts';
import type { HeaderReceiver } from './header-receiver.ts';
import { Http2Error } from './http2-error.ts';
import { MAX_DEBUG_DATA } from './limits.ts';

/** Above every possible id: "I am going, but I take what is on its way". */
const EVERY_STREAM = 0x7fffffff;

/** The eight octets that tell shutdown's PING from the application's. */
const MARK = Uint8Array.of(0x73, 0x68, 0x75, 0x74, 0x64, 0x6f, 0x77, 0x6e);

/**
 * How a connection ends without losing a call (RFC 9113 §6.8). A server cannot simply name the
 * last stream that it takes: others may be on their way, and would be lost. So in two steps:
 *
 *     server                                     client
 *       | GOAWAY(2^31-1), PING  ----------------->  |   opens no more streams
 *       |  <-- HEADERS of a call that was on its way|
 *       |  <----------------------------- PING ACK  |   nothing can come behind this
 *       | GOAWAY(the true last id)  ------------->  |
 *       |            … the calls that are left …    |
 */
export class Shutdown {
  /** What the peer said when it went, to explain the streams that end with the connection. */
  received: Http2Error | undefined;
  sent = false;
  readonly #context: ConnectionContext;
  readonly #headers: HeaderReceiver;
  #final = false;
  #debugData: Uint8Array = new Uint8Array(0);

  constructor(context: ConnectionContext, headers: HeaderReceiver) {
    this.#context = context;
    this.#headers = headers;
  }

  /** Nothing is left that the connection would be kept for. */
  get complete(): boolean {
    const waits = this.#final || (this.#context.role === 'client' && this.received !== undefined);
    return waits && this.#context.streams.size === 0;
  }

  begin(debugData: Uint8Array): void {
    if (this.sent) return;
    this.sent = true;
    this.#debugData = debugData;
    if (this.#context.role === 'client') {
      this.finish();
      return;
    }
    this.#context.sender.goaway(EVERY_STREAM, ErrorCode.NO_ERROR, debugData);
    this.#context.sender.ping(MARK, false);
  }

  /** `true` where the PING was ours. */
  pingAcknowledged(opaque: Uint8Array): boolean {
    if (!this.sent || this.#final || !MARK.every((byte, i) => opaque[i] === byte)) return false;
    this.finish();
    return true;
  }

  finish(): void {
    if (!this.sent || this.#final) return;
    this.#final = true;
    const { role, streams, sender } = this.#context;
    // A client takes no streams of the server's at all.
    const last = role === 'client' ? 0 : streams.lastId;
    if (role === 'server') this.#headers.lastAccepted = last;
    sender.goaway(last, ErrorCode.NO_ERROR, this.#debugData);
    this.#context.streamGone();
  }

  peerIsGoing(lastStreamId: number, code: ErrorCode, debugData: Uint8Array): void {
    const { role, streams, handler, guards, now } = this.#context;
    guards.ignored.spend(now);
    const said = latin1FromBytes(debugData, 0, Math.min(debugData.length, MAX_DEBUG_DATA));
    const message = `the peer is going away${said && `: ${said}`}`;
    this.received = new Http2Error('connection', code, message, 'remote');
    if (role === 'client') {
      for (const stream of [...streams.all()]) {
        if (stream.id <= lastStreamId) continue;
        const message = 'the peer went away without touching this stream (§6.8)';
        const error = new Http2Error('stream', ErrorCode.REFUSED_STREAM, message, 'remote');
        streams.close(stream, 'reset by us', error);
      }
    }
    handler.goaway?.(lastStreamId, code, debugData);
    this.#context.streamGone();
  }
}
