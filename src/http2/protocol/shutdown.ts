import { latin1FromBytes } from '#hpack/strings/latin1';
import { ErrorCode } from '#http2/error-code';
import { Http2Error } from '#http2/http2-error';
import { MAX_DEBUG_DATA } from '#http2/limits/limits';
import type { StreamTable } from '#http2/streams/stream-table';
import type { Sender } from './sender.ts';

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
  /** A server that is going away skips requests above this id. */
  lastAccepted = Number.POSITIVE_INFINITY;
  readonly #role: 'client' | 'server';
  readonly #streams: StreamTable;
  readonly #sender: Sender;
  readonly #end: () => void;
  #final = false;
  /** Streams are being closed, and their owners do not know yet that the peer goes. */
  #closing = false;
  #debugData: Uint8Array = new Uint8Array(0);

  /** @param end ends the connection: nothing is left that it would be kept for. */
  constructor(role: 'client' | 'server', streams: StreamTable, sender: Sender, end: () => void) {
    this.#role = role;
    this.#streams = streams;
    this.#sender = sender;
    this.#end = end;
  }

  /** One side or the other has said that it goes: no new streams. */
  get begun(): boolean {
    return this.sent || this.received !== undefined;
  }

  /** After each stream that closes, and each step of going: was it the last? */
  endIfComplete(): void {
    const waits = this.#final || (this.#role === 'client' && this.received !== undefined);
    if (waits && !this.#closing && this.#streams.size === 0) this.#end();
  }

  begin(debugData: Uint8Array): void {
    if (this.sent) return;
    this.sent = true;
    this.#debugData = debugData;
    if (this.#role === 'client') {
      this.finish();
      return;
    }
    this.#sender.goaway(EVERY_STREAM, ErrorCode.NO_ERROR, debugData);
    this.#sender.ping(MARK, false);
  }

  /** `true`: the PING was ours. */
  pingAcknowledged(opaque: Uint8Array): boolean {
    if (!this.sent || this.#final || !MARK.every((byte, i) => opaque[i] === byte)) return false;
    this.finish();
    return true;
  }

  finish(): void {
    if (!this.sent || this.#final) return;
    this.#final = true;
    // A client takes no streams of the server's at all.
    const last = this.#role === 'client' ? 0 : this.#streams.ids.highest;
    if (this.#role === 'server') this.lastAccepted = last;
    this.#sender.goaway(last, ErrorCode.NO_ERROR, this.#debugData);
    this.endIfComplete();
  }

  /** GOAWAY came: streams of ours that the peer has not touched end at once. */
  peerIsGoing(lastStreamId: number, code: ErrorCode, debugData: Uint8Array): void {
    const said = latin1FromBytes(debugData, 0, Math.min(debugData.length, MAX_DEBUG_DATA));
    const message = `the peer is going away${said && `: ${said}`}`;
    this.received = new Http2Error('connection', code, message, 'remote');
    if (this.#role === 'server') return;
    this.#closing = true;
    for (const stream of this.#streams.above(lastStreamId)) {
      const message = 'the peer went away without touching this stream (§6.8)';
      const error = new Http2Error('stream', ErrorCode.REFUSED_STREAM, message, 'remote');
      this.#streams.close(stream, 'reset by us', error);
    }
    this.#closing = false;
  }
}
