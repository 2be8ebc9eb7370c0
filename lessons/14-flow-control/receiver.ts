import { ByteWriter } from '#bytes/byte-writer';
import { HpackEncoder } from '#hpack/encoder';
import { serializeHeaders } from '#http2/frames/headers';
import { serializePing } from '#http2/frames/ping';
import { serializeSettings, serializeSettingsAck } from '#http2/frames/settings';
import { serializeWindowUpdate } from '#http2/frames/window-update';
import { DEFAULT_WINDOW, ReceiveWindow } from '#http2/streams/flow-control';
import { FrameReader } from '#http2/wire/frame-reader';
import type { FrameSink } from '#http2/wire/frame-sink';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import type { Connection } from '#transport/connection';

const ENABLE_PUSH = 0x2;
const INITIAL_WINDOW_SIZE = 0x4;

/** What of a `ReceiveWindow` is needed here: an experiment counts in another way. */
export type Window = Pick<ReceiveWindow, 'available' | 'receive' | 'consume' | 'resize'>;

/** When the connection gets its credit back: when DATA has come, or when it has been read. */
export type CreditRule = 'received' | 'read';

export interface ReceiverOptions {
  /** Of each stream, in octets. */
  window: number;
  /** Of the connection; it cannot be smaller than 65,535. */
  connectionWindow?: number;
  /** Default `received`. */
  connectionCredit?: CreditRule;
  /** Makes the windows; the stack's own if left out. */
  makeWindow?(size: number): Window;
  /** Gives no credit by itself: whoever holds it writes each WINDOW_UPDATE. */
  byHand?: boolean;
  /** DATA came. */
  data?(streamId: number, octets: number): void;
  /** Any frame came, by its name. */
  frame?(heard: HeardFrame): void;
}

export interface HeardFrame {
  type: string;
  streamId: number;
  ack?: boolean;
  endStream?: boolean;
  /** RST_STREAM, GOAWAY. */
  code?: number;
}

/**
 * The end that receives, written by hand: it asks for things, counts what comes against its
 * windows, and gives credit. Whoever uses it says when something has been read.
 */
export class Receiver {
  readonly connectionWindow: Window;
  /** WINDOW_UPDATEs sent for streams; the connection’s are not counted. */
  updates = 0;
  readonly windows = new Map<number, Window>();
  /** Received and not read yet, by stream. */
  readonly unread = new Map<number, number>();
  readonly #connection: Connection;
  readonly #options: ReceiverOptions;
  readonly #encoder = new HpackEncoder();
  #window: number;
  #nextId = 1;

  constructor(connection: Connection, options: ReceiverOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#window = options.window;
    this.connectionWindow = this.#makeWindow(options.connectionWindow ?? DEFAULT_WINDOW);
    const reader = new FrameReader(this.#sink());
    connection.start({
      data: (chunk) => reader.push(chunk),
      end: () => connection.end(),
      close: () => this.#hear({ type: 'the end', streamId: 0 }),
    });
  }

  // #region hello
  /** Says how large the windows are: SETTINGS for the streams, a WINDOW_UPDATE for the rest. */
  hello(): void {
    const more = (this.#options.connectionWindow ?? DEFAULT_WINDOW) - DEFAULT_WINDOW;
    this.send((out) => {
      out.bytes(CLIENT_PREFACE);
      serializeSettings(out, [
        [ENABLE_PUSH, 0],
        [INITIAL_WINDOW_SIZE, this.#window],
      ]);
      if (more > 0) serializeWindowUpdate(out, 0, more);
    });
  }
  // #endregion hello

  get(path: string): number {
    const id = this.#nextId;
    this.#nextId += 2;
    this.windows.set(id, this.#makeWindow(this.#window));
    this.unread.set(id, 0);
    this.send((out) => serializeHeaders(out, id, this.#headerBlock(path), { endStream: true }));
    return id;
  }

  // #region read
  /** So much of a stream has been read. The window says whether that is worth a frame yet. */
  read(id: number, octets: number): void {
    this.unread.set(id, this.unread.get(id)! - octets);
    this.#announce(id, this.windows.get(id)!.consume(octets));
    if (this.#options.connectionCredit === 'read') {
      this.#announce(0, this.connectionWindow.consume(octets));
    }
  }

  #received(id: number, octets: number): void {
    this.windows.get(id)!.receive(octets);
    this.unread.set(id, this.unread.get(id)! + octets);
    this.connectionWindow.receive(octets);
    if (this.#options.connectionCredit !== 'read') {
      this.#announce(0, this.connectionWindow.consume(octets));
    }
  }

  #announce(id: number, increment: number): void {
    if (increment === 0) return;
    if (id !== 0) this.updates++;
    this.send((out) => serializeWindowUpdate(out, id, increment));
  }
  // #endregion read

  /** Another window for all streams, those that are open too; and the connection's as large. */
  resize(window: number): void {
    const by = window - this.#window;
    this.#window = window;
    this.send((out) => serializeSettings(out, [[INITIAL_WINDOW_SIZE, window]]));
    for (const [id, each] of this.windows) this.#announce(id, each.resize(by));
    if (by <= 0) return;
    this.#announce(0, by);
    this.#announce(0, this.connectionWindow.resize(by));
  }

  /** Credit by hand, deserved or not. */
  grant(id: number, increment: number): void {
    this.send((out) => serializeWindowUpdate(out, id, increment));
  }

  ping(): void {
    this.send((out) => serializePing(out, new Uint8Array(8)));
  }

  /** Any bytes at all. */
  send(write: (out: ByteWriter) => void): void {
    const out = new ByteWriter();
    write(out);
    this.#connection.write(out.take());
  }

  end(): void {
    this.#connection.end();
  }

  #makeWindow(size: number): Window {
    return this.#options.makeWindow?.(size) ?? new ReceiveWindow(size);
  }

  #headerBlock(path: string): Uint8Array {
    const out = new ByteWriter();
    const fields = { ':method': 'GET', ':scheme': 'http', ':path': path, ':authority': 'shop' };
    this.#encoder.encode(
      Object.entries(fields).map(([name, value]) => ({ name, value })),
      out,
    );
    return out.take();
  }

  #hear(heard: HeardFrame): void {
    this.#options.frame?.(heard);
  }

  #sink(): FrameSink {
    return {
      frame() {},
      padding() {},
      data: (streamId, data, endStream) => {
        if (!this.#options.byHand) this.#received(streamId, data.length);
        this.#options.data?.(streamId, data.length);
        this.#hear({ type: 'DATA', streamId, endStream });
      },
      headers: (streamId, _fragment, endStream) =>
        this.#hear({ type: 'HEADERS', streamId, endStream }),
      continuation: (streamId) => this.#hear({ type: 'CONTINUATION', streamId }),
      priority: (streamId) => this.#hear({ type: 'PRIORITY', streamId }),
      rstStream: (streamId, code) => this.#hear({ type: 'RST_STREAM', streamId, code }),
      settings: (_entries, ack) => {
        if (!ack) this.send(serializeSettingsAck);
        this.#hear({ type: 'SETTINGS', streamId: 0, ack });
      },
      pushPromise: () => this.#hear({ type: 'PUSH_PROMISE', streamId: 0 }),
      ping: (_opaque, ack) => this.#hear({ type: 'PING', streamId: 0, ack }),
      goaway: (_lastStreamId, code) => this.#hear({ type: 'GOAWAY', streamId: 0, code }),
      windowUpdate: (streamId) => this.#hear({ type: 'WINDOW_UPDATE', streamId }),
      badFrame: (streamId) => this.#hear({ type: 'a broken frame', streamId }),
    };
  }
}
