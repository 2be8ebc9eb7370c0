import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';
import { encodeMessage } from '#framing/message';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { rawFrame, uint32 } from '../../http2/raw-peer.ts';
import type { SocketPeer } from '../socket-peer.ts';

const { DATA, HEADERS, RST_STREAM } = FrameType;

/** An integer with a prefix of so many bits (RFC 7541 §5.1). */
export function integer(value: number, bits: number, first = 0): number[] {
  const most = 2 ** bits - 1;
  if (value < most) return [first | value];
  const bytes = [first | most];
  let left = value - most;
  for (; left >= 128; left >>>= 7) bytes.push((left & 127) | 128);
  return [...bytes, left];
}

function text(value: string): number[] {
  const bytes = encodeUtf8(value);
  return [...integer(bytes.length, 7), ...bytes];
}

/** A field that goes into the peer's table. */
export function remembered(name: string, value: string): number[] {
  return [0x40, ...text(name), ...text(value)];
}

/** A field that does not. */
export function literal(name: string, value: string): number[] {
  return [0x00, ...text(name), ...text(value)];
}

/** The field that went into the table `age` fields ago; 0: the last one. */
export function indexed(age: number): number[] {
  return integer(62 + age, 7, 0x80);
}

const POST = 0x83;
const HTTP = 0x86;

/** The fields that every request has, all put into the table: they cost an octet each from then on. */
export function prime(path: string): { first: number[]; again: (added: number) => number[] } {
  const first = [
    POST,
    HTTP,
    ...remembered(':path', path),
    ...remembered(':authority', 'a'),
    ...remembered('te', 'trailers'),
    ...remembered('content-type', 'application/grpc'),
  ];
  /** @param added fields that went into the table since. */
  const again = (added: number) => [
    POST,
    HTTP,
    ...[3, 2, 1, 0].flatMap((age) => indexed(age + added)),
  ];
  return { first, again };
}

/** One peer that means harm: what it sends is collected, and leaves in large pieces. */
export class Attacker {
  readonly peer: SocketPeer;
  readonly #part: number;
  #frames: Uint8Array[] = [];
  #size = 0;
  #id = -1;
  #mark = 1000;

  /** @param part of what an attack sends where it is to do its worst. */
  constructor(peer: SocketPeer, part = 1) {
    this.peer = peer;
    this.#part = part;
  }

  /** So many, or the same part of it for all. */
  some(count: number): number {
    return Math.max(1, Math.ceil(count * this.#part));
  }

  get sent(): number {
    return this.peer.socket.bytesWritten;
  }

  nextId(): number {
    this.#id += 2;
    return this.#id;
  }

  frame(type: number, flags: number, streamId: number, payload: Iterable<number> = []): void {
    this.raw(rawFrame(type, flags, streamId, payload));
  }

  raw(bytes: Uint8Array): void {
    this.#frames.push(bytes);
    this.#size += bytes.length;
    if (this.#size > 60_000) this.flush();
  }

  flush(): void {
    if (this.#size > 0 && !this.peer.isClosed) this.peer.socket.write(concat(this.#frames));
    this.#frames = [];
    this.#size = 0;
  }

  /** Begins a call with a block that is encoded already. */
  begin(block: Iterable<number>, endStream = false): number {
    const id = this.nextId();
    this.headers(id, block, endStream);
    return id;
  }

  headers(id: number, block: Iterable<number>, endStream = false): void {
    const flags = Flag.END_HEADERS | (endStream ? Flag.END_STREAM : 0);
    this.frame(HEADERS, flags, id, block);
  }

  data(id: number, bytes: Uint8Array, endStream = false): void {
    for (let at = 0; at === 0 || at < bytes.length; at += 16_384) {
      const last = at + 16_384 >= bytes.length;
      const flags = endStream && last ? Flag.END_STREAM : 0;
      this.frame(DATA, flags, id, bytes.subarray(at, at + 16_384));
    }
  }

  message(id: number, payload: Uint8Array, endStream = true, compressed = false): void {
    this.data(id, encodeMessage(payload, compressed), endStream);
  }

  reset(id: number): void {
    this.frame(RST_STREAM, 0, id, uint32(8));
  }

  /** All that was sent has been worked off, or the connection is closed. */
  async settled(): Promise<void> {
    this.flush();
    if (this.peer.isClosed) return;
    await this.peer.settled(this.#mark++).catch(() => {});
  }
}
