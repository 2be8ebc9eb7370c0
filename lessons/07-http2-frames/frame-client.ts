import { ByteWriter } from '#bytes/byte-writer';
import { HpackEncoder } from '#hpack/encoder';
import { ErrorCode } from '#http2/error-code';
import { serializeGoaway } from '#http2/frames/goaway';
import { serializeHeaders } from '#http2/frames/headers';
import { serializePing } from '#http2/frames/ping';
import { serializeRstStream } from '#http2/frames/rst-stream';
import { serializeSettings, serializeSettingsAck } from '#http2/frames/settings';
import { nextState, type StreamEvent, type StreamState } from '#http2/streams/stream-state';
import { FrameReader } from '#http2/wire/frame-reader';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import type { Connection } from '#transport/connection';
import { type Heard, hearFrames } from './heard.ts';

const ENABLE_PUSH = 0x2;
/** So long may a server say nothing at all. */
const PATIENCE_MS = 5_000;
const NOTHING = new Uint8Array(0);

/**
 * A client on a bare socket that writes frames with its own hand. It does nothing by itself, not
 * even answer: so a story can send one thing at a time, and wrong things too.
 */
export class FrameClient {
  /** Told of each step in a stream's life. */
  onState: (streamId: number, state: StreamState, event: StreamEvent) => void = () => {};
  readonly #connection: Connection;
  readonly #encoder = new HpackEncoder();
  readonly #states = new Map<number, StreamState>();
  readonly #heard: Heard[] = [];
  #wake: () => void = () => {};
  #closed = false;
  /** The server has said, in a GOAWAY, that something was wrong. */
  #isGivenUp = false;
  #error: Error | undefined;
  #nextId = 1;

  constructor(connection: Connection) {
    this.#connection = connection;
    const reader = new FrameReader(hearFrames((heard) => this.#hear(heard)));
    connection.start({
      data: (chunk) => {
        try {
          reader.push(chunk);
        } catch (error) {
          connection.destroy(error as Error);
        }
      },
      end: () => connection.end(),
      close: (error) => {
        this.#closed = true;
        this.#error = error;
        this.#wake();
      },
    });
  }

  // #region hello
  /** What every client says first, and the answers that end the greeting. */
  async hello(): Promise<void> {
    this.send((out) => {
      out.bytes(CLIENT_PREFACE);
      serializeSettings(out, [[ENABLE_PUSH, 0]]);
    });
    await this.until(({ type, ack }) => type === 'SETTINGS' && ack === true);
    this.send(serializeSettingsAck);
  }
  // #endregion hello

  // #region request
  /** Opens a stream for each path, all in one write. Returns their ids. */
  get(...paths: string[]): number[] {
    const ids: number[] = [];
    this.send((out) => {
      for (const path of paths) {
        const id = this.#nextId;
        this.#nextId += 2;
        serializeHeaders(out, id, this.#headerBlock(path), { endStream: true });
        this.#move(id, 'send headers');
        this.#move(id, 'send end');
        ids.push(id);
      }
    });
    return ids;
  }
  // #endregion request

  /** "I do not want the rest of this." */
  cancel(id: number): void {
    this.send((out) => serializeRstStream(out, id, ErrorCode.CANCEL));
    this.#move(id, 'send reset');
  }

  /** Resolves when the answer is there: so all that was sent before has been read. */
  async ping(): Promise<void> {
    this.send((out) => serializePing(out, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)));
    await this.until(({ type, ack }) => type === 'PING' && ack === true);
  }

  /** "I take no new streams of yours": a client says it out of politeness, before it leaves. */
  sayGoodbye(): void {
    this.send((out) => serializeGoaway(out, 0, ErrorCode.NO_ERROR, NOTHING));
  }

  /** Ends the connection. A server that has given it up may leave its end open: nobody waits for that. */
  async leave(): Promise<void> {
    if (this.#isGivenUp) this.#connection.destroy();
    else if (!this.#closed) this.#connection.end();
    await this.closed();
  }

  /** Any bytes at all. */
  send(write: (out: ByteWriter) => void): void {
    const out = new ByteWriter();
    write(out);
    this.#connection.write(out.take());
  }

  /**
   * The next frame of which `isIt` is true; what comes before it is passed over.
   * @throws Error if the connection ends before it comes
   */
  async until(isIt: (heard: Heard) => boolean): Promise<Heard> {
    for (;;) {
      const heard = this.#heard.shift();
      if (heard !== undefined && isIt(heard)) return heard;
      if (heard === undefined && this.#closed) {
        throw this.#error ?? new Error('the server closed the connection');
      }
      if (heard === undefined) await this.#more();
    }
  }

  /** Resolves when the connection is over. */
  async closed(): Promise<void> {
    while (!this.#closed) await this.#more();
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#connection.destroy(new Error(`no answer for ${PATIENCE_MS / 1000} seconds`));
      }, PATIENCE_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #headerBlock(path: string): Uint8Array {
    const out = new ByteWriter();
    const fields = { ':method': 'GET', ':scheme': 'http', ':path': path, ':authority': 'kitchen' };
    this.#encoder.encode(
      Object.entries(fields).map(([name, value]) => ({ name, value })),
      out,
    );
    return out.take();
  }

  #hear(heard: Heard): void {
    const { type, streamId, endStream, code } = heard;
    if (type === 'GOAWAY' && code !== ErrorCode.NO_ERROR) this.#isGivenUp = true;
    if (type === 'HEADERS') this.#move(streamId, 'receive headers');
    if (type === 'DATA') this.#move(streamId, 'receive data');
    if (type === 'RST_STREAM') this.#move(streamId, 'receive reset');
    if (endStream) this.#move(streamId, 'receive end');
    this.#heard.push(heard);
    this.#wake();
  }

  // #region move
  /** A stream's next state. What its state does not allow is passed over: it may have been late. */
  #move(id: number, event: StreamEvent): void {
    const before = this.#states.get(id) ?? 'idle';
    const after = nextState(before, event);
    if (after === undefined || after === before) return;
    this.#states.set(id, after);
    this.onState(id, after, event);
  }
  // #endregion move
}
