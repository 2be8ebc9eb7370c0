import { connect, createServer, type Socket } from 'node:net';
import { ByteQueue } from '#bytes/byte-queue';
import { decodeUtf8 } from '#bytes/utf8';
import { encodeMessage } from '#framing/message';
import { HpackDecoder } from '#hpack/decoder';
import { DEFAULT_MAX_FRAME_SIZE } from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { type Pairs, RawPeer, type Subject } from '../http2/raw-peer.ts';

/** Whoever is at the other end of a socket, as `RawPeer` sees a connection under test. */
class FarEnd implements Subject {
  readonly role: 'client' | 'server';
  readonly socket: Socket;
  readonly inbox = new ByteQueue();

  constructor(socket: Socket, role: 'client' | 'server') {
    this.socket = socket;
    this.role = role;
  }

  receive(bytes: Uint8Array): void {
    if (this.socket.writable) this.socket.write(bytes);
  }

  takeOutput(): Uint8Array | undefined {
    return this.inbox.length > 0 ? this.inbox.take(this.inbox.length) : undefined;
  }
}

/**
 * The raw peer over a real socket: sends any bytes at any time, and keeps what comes back. As a
 * client (`attack(port)`) against a server of ours, or as a rogue server (`rogueServer()`).
 */
export class SocketPeer extends RawPeer {
  readonly socket: Socket;
  /** Resolves when the socket is closed in both directions, however that came about. */
  readonly closed: Promise<void>;
  isClosed = false;
  /** All header fields of each stream's answer, headers and trailers, as they came. */
  readonly answers = new Map<number, Record<string, string>>();
  readonly #fieldDecoder = new HpackDecoder();
  #decoded = 0;
  #wake: (() => void)[] = [];

  constructor(far: FarEnd, handshake = true) {
    super(far, handshake);
    this.socket = far.socket;
    this.socket.on('data', (chunk: Uint8Array) => {
      far.inbox.push(new Uint8Array(chunk));
      this.read();
      this.#decodeAnswers();
      this.#wakeAll();
    });
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => {
      this.socket.on('close', () => {
        this.isClosed = true;
        resolve();
        this.#wakeAll();
      });
    });
  }

  /** Waits until `there` says something other than false or undefined about what has come. */
  async until<T>(there: () => T | undefined | false): Promise<T> {
    for (;;) {
      const found = there();
      if (found !== undefined && found !== false) return found;
      if (this.isClosed) {
        const [goaway] = this.got('GOAWAY').slice(-1);
        const said = goaway ? `: ${goaway.code} ${decodeUtf8(goaway.debugData)}` : '';
        throw new Error(`the connection closed before that came${said}`);
      }
      await new Promise<void>((wake) => this.#wake.push(wake));
    }
  }

  /** The error code of the GOAWAY that ends the connection, once the socket is closed. */
  async ending(): Promise<number | undefined> {
    await this.closed;
    return this.got('GOAWAY').at(-1)?.code;
  }

  /** The answer to a call once its status is there: all fields of headers and trailers. */
  answer(streamId: number): Promise<Record<string, string>> {
    return this.until(() => {
      const fields = this.answers.get(streamId);
      return fields !== undefined && 'grpc-status' in fields && fields;
    });
  }

  /** The error code by which a stream was reset. */
  reset(streamId: number): Promise<number> {
    return this.until(
      () => this.got('RST_STREAM').find((frame) => frame.streamId === streamId)?.code,
    );
  }

  /** All that the peer has read when it answers a PING has been worked off. */
  async settled(mark: number): Promise<void> {
    const opaque = [mark >>> 24, mark >>> 16, mark >>> 8, mark, 0, 0, 0, 7].map((b) => b & 255);
    this.frame(FrameType.PING, 0, 0, opaque);
    await this.until(() =>
      this.got('PING').some((ping) => ping.ack && opaque.every((b, i) => ping.opaque[i] === b)),
    );
  }

  /** A message with its prefix, in as many DATA frames as it takes. */
  message(streamId: number, payload: Uint8Array, endStream = false, compressed = false): void {
    const bytes = encodeMessage(payload, compressed);
    for (let at = 0; at < bytes.length; at += DEFAULT_MAX_FRAME_SIZE) {
      const end = at + DEFAULT_MAX_FRAME_SIZE;
      const flags = endStream && end >= bytes.length ? Flag.END_STREAM : 0;
      this.frame(FrameType.DATA, flags, streamId, bytes.subarray(at, end));
    }
  }

  destroy(): Promise<void> {
    this.socket.destroy();
    return this.closed;
  }

  #decodeAnswers(): void {
    for (; this.#decoded < this.frames.length; this.#decoded++) {
      const frame = this.frames[this.#decoded]!;
      if (frame.type !== 'HEADERS') continue;
      const fields = this.answers.get(frame.streamId) ?? {};
      this.answers.set(frame.streamId, fields);
      for (const { name, value } of this.#fieldDecoder.decode(frame.fragment) ?? []) {
        fields[name] = value;
      }
    }
  }

  #wakeAll(): void {
    const wake = this.#wake;
    this.#wake = [];
    for (const each of wake) each();
  }
}

/** Connects to a server under attack. @param handshake false: not even the preface is sent. */
export function attack(port: number, handshake = true): Promise<SocketPeer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.setNoDelay(true);
      resolve(new SocketPeer(new FarEnd(socket, 'server'), handshake));
    });
  });
}

export interface RogueServer {
  readonly port: number;
  readonly target: string;
  /** The connections that came, in order. */
  readonly peers: SocketPeer[];
  /** The next connection, or the first one that nobody has asked for yet. */
  next(): Promise<SocketPeer>;
  /** Takes no more connections; those that are there stay. */
  closeListener(): Promise<void>;
  close(): Promise<void>;
  readonly closed: boolean;
}

/** A server that does what the test says, to a client of ours. */
export function rogueServer(handshake = true): Promise<RogueServer> {
  const peers: SocketPeer[] = [];
  const waiting: ((peer: SocketPeer) => void)[] = [];
  let asked = 0;
  let closed = false;
  const server = createServer((socket) => {
    const peer = new SocketPeer(new FarEnd(socket, 'client'), handshake);
    peers.push(peer);
    waiting.shift()?.(peer);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      resolve({
        port,
        target: `ipv4:127.0.0.1:${port}`,
        peers,
        next: () => {
          const there = peers[asked++];
          if (there) return Promise.resolve(there);
          return new Promise((found) => waiting.push(found));
        },
        async closeListener() {
          server.close();
        },
        close: () => {
          closed = true;
          for (const { socket } of peers) socket.destroy();
          return new Promise((done) => server.close(() => done()));
        },
        get closed() {
          return closed;
        },
      });
    });
  });
}

/** A gRPC request's headers, right in everything but what `changes` says (`undefined`: left out). */
export function request(
  path: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Pairs {
  const fields: Record<string, string | undefined> = {
    ':method': 'POST',
    ':scheme': 'http',
    ':path': path,
    ':authority': 'localhost',
    te: 'trailers',
    'content-type': 'application/grpc',
    ...changes,
  };
  return Object.entries(fields).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
}
