import { ByteQueue } from '#bytes/byte-queue';
import { ByteWriter } from '#bytes/byte-writer';
import { encodeUtf8 } from '#bytes/utf8';
import { HpackDecoder } from '#hpack/decoder';
import { HpackEncoder } from '#hpack/encoder';
import type { Http2Connection } from '#http2/connection';
import {
  FRAME_HEADER_LENGTH,
  parseFrameHeader,
  writeFrameHeader,
} from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { type Frame, parseFrame } from '#http2/wire/frame';

export type Pairs = readonly (readonly [name: string, value: string])[];

export const REQUEST: Pairs = [
  [':method', 'POST'],
  [':scheme', 'http'],
  [':path', '/a.B/C'],
  [':authority', 'localhost'],
];

const PREFACE = encodeUtf8('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

/** What a raw peer talks to: a connection of ours, or whoever is at the other end of a socket. */
export type Subject = Pick<Http2Connection, 'role' | 'takeOutput'> & {
  receive(chunk: Uint8Array, now: number): void;
};

/**
 * The other end of a connection under test: it can send anything at any time, and keeps every
 * frame that comes back. Bytes go straight into the connection and out of it; no transport. (For
 * the same over a real socket see `test/attack/socket-peer.ts`.)
 */
export class RawPeer {
  readonly frames: Frame[] = [];
  readonly encoder = new HpackEncoder();
  /** What the connection under test is told the time is. */
  now = 0;
  readonly #subject: Subject;
  readonly #decoder = new HpackDecoder();
  readonly #queue = new ByteQueue();
  #prefaceSeen: boolean;

  /** @param handshake says hello as an honest peer does: preface, SETTINGS, ACK. */
  constructor(subject: Subject, handshake = true) {
    this.#subject = subject;
    this.#prefaceSeen = subject.role === 'server';
    this.read();
    if (!handshake) return;
    if (subject.role === 'server') this.bytes(PREFACE);
    this.frame(FrameType.SETTINGS, 0, 0);
    this.frame(FrameType.SETTINGS, Flag.ACK, 0);
    this.frames.length = 0;
  }

  preface(): void {
    this.bytes(PREFACE);
  }

  bytes(bytes: Uint8Array): void {
    this.#subject.receive(bytes.slice(), this.now);
    this.read();
  }

  frame(type: number, flags: number, streamId: number, payload: Iterable<number> = []): void {
    this.bytes(rawFrame(type, flags, streamId, payload));
  }

  block(fields: Pairs): Uint8Array {
    const out = new ByteWriter();
    this.encoder.encode(
      fields.map(([name, value]) => ({ name, value })),
      out,
    );
    return out.take();
  }

  headers(streamId: number, fields: Pairs, flags = Flag.END_HEADERS as number): void {
    this.frame(FrameType.HEADERS, flags, streamId, this.block(fields));
  }

  /** HEADERS that also end the stream. */
  headersAndEnd(streamId: number, fields: Pairs): void {
    this.headers(streamId, fields, Flag.END_HEADERS | Flag.END_STREAM);
  }

  data(streamId: number, size: number, endStream = false): void {
    this.frame(FrameType.DATA, endStream ? Flag.END_STREAM : 0, streamId, new Uint8Array(size));
  }

  windowUpdate(streamId: number, increment: number): void {
    this.frame(FrameType.WINDOW_UPDATE, 0, streamId, uint32(increment));
  }

  setting(id: number, value: number): void {
    this.frame(FrameType.SETTINGS, 0, 0, [id >> 8, id & 255, ...uint32(value)]);
  }

  /** Takes all output in; what is read goes to `frames`. */
  read(): void {
    for (let out = this.#subject.takeOutput(); out; out = this.#subject.takeOutput()) {
      this.#queue.push(out);
    }
    if (!this.#prefaceSeen && this.#queue.take(PREFACE.length)) this.#prefaceSeen = true;
    for (;;) {
      const head = this.#queue.peek(FRAME_HEADER_LENGTH);
      const header = head && parseFrameHeader(head);
      if (!header) return;
      if (this.#queue.length < FRAME_HEADER_LENGTH + header.length) return;
      this.#queue.take(FRAME_HEADER_LENGTH);
      this.frames.push(parseFrame(header, this.#queue.take(header.length)!));
    }
  }

  /** The frames of one type, in the order in which they came. */
  got<T extends Frame['type']>(type: T): Extract<Frame, { type: T }>[] {
    return this.frames.filter((frame) => frame.type === type) as Extract<Frame, { type: T }>[];
  }

  /** The header lists that came, decoded: call it once, the table moves on. */
  headerLists(): Pairs[] {
    return this.got('HEADERS').map(({ fragment }) =>
      this.#decoder.decode(fragment)!.map(({ name, value }) => [name, value] as const),
    );
  }
}

export function rawFrame(
  type: number,
  flags: number,
  streamId: number,
  payload: Iterable<number> = [],
): Uint8Array {
  const bytes = Uint8Array.from(payload);
  const out = new ByteWriter(FRAME_HEADER_LENGTH + bytes.length);
  writeFrameHeader(out, bytes.length, type, flags, streamId);
  out.bytes(bytes);
  return out.take();
}

export function uint32(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
