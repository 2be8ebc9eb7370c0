import { ByteWriter } from '#bytes/byte-writer';
import { HpackEncoder } from '#hpack/encoder';
import type { HeaderField } from '#hpack/header-field';
import type { ErrorCode } from '#http2/error-code';
import { serializeContinuation } from '#http2/frames/continuation';
import { FRAME_HEADER_LENGTH, writeFrameHeader } from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { serializeGoaway } from '#http2/frames/goaway';
import { serializeHeaders } from '#http2/frames/headers';
import { serializePing } from '#http2/frames/ping';
import { serializeRstStream } from '#http2/frames/rst-stream';
import {
  type SettingsEntry,
  serializeSettings,
  serializeSettingsAck,
} from '#http2/frames/settings';
import { serializeWindowUpdate } from '#http2/frames/window-update';
import { OUTPUT_HIGH_WATER } from '#http2/limits/limits';
import { DEFAULT_WINDOW, SendWindow } from '#http2/streams/flow-control';
import { DataWriter } from '#http2/wire/data-writer';
import type { Settings } from './settings.ts';

/**
 * Everything that goes out, in one place and in order: frames are written one behind the other
 * into one buffer, which leaves in one piece when the transport takes it. So a call's headers,
 * message and trailers, and those of every other call of the same moment, cost one write.
 */
export class Sender {
  readonly encoder = new HpackEncoder();
  /** The connection's own window. */
  readonly window = new SendWindow(DEFAULT_WINDOW);
  /** Called when there is output, or work that `SendQueue` could turn into it, after a pause. */
  ready: (() => void) | undefined;
  readonly #remote: Readonly<Settings>;
  readonly #out = new ByteWriter();
  readonly #data = new DataWriter(this.#out);
  #announced = false;
  #controlBytes = 0;

  constructor(remote: Readonly<Settings>) {
    this.#remote = remote;
  }

  /** Whether what can wait should be written now, or stay with its stream. */
  get hasRoom(): boolean {
    return this.#out.length < OUTPUT_HIGH_WATER;
  }

  /** Octets of frames that could not wait and that the transport has not taken yet. */
  get controlBytes(): number {
    return this.#controlBytes;
  }

  get hasOutput(): boolean {
    return this.#out.length > 0;
  }

  get maxFrameSize(): number {
    return this.#remote.maxFrameSize;
  }

  /**
   * A header block, encoded in place behind its frame header, whose length is filled in after.
   * @throws RangeError for a character that is not an octet; then nothing is sent.
   */
  headers(streamId: number, fields: readonly HeaderField[], endStream: boolean): void {
    const out = this.#out;
    const before = out.length;
    const flags = Flag.END_HEADERS | (endStream ? Flag.END_STREAM : 0);
    writeFrameHeader(out, 0, FrameType.HEADERS, flags, streamId);
    try {
      this.encoder.encode(fields, out);
    } catch (error) {
      out.truncate(before);
      throw error;
    }
    const length = out.length - before - FRAME_HEADER_LENGTH;
    if (length > this.maxFrameSize) {
      this.#splitHeaders(streamId, before, length, endStream);
    } else {
      const at = out.position - length - FRAME_HEADER_LENGTH;
      out.buffer[at] = length >>> 16;
      out.buffer[at + 1] = length >>> 8;
      out.buffer[at + 2] = length;
    }
    this.announce();
  }

  /** A block that is too long for one frame goes on in CONTINUATION (RFC 9113 §6.10). */
  #splitHeaders(streamId: number, before: number, length: number, endStream: boolean): void {
    const out = this.#out;
    const block = out.buffer.slice(out.position - length, out.position);
    out.truncate(before);
    const size = this.maxFrameSize;
    serializeHeaders(out, streamId, block.subarray(0, size), { endStream, endHeaders: false });
    for (let at = size; at < length; at += size) {
      serializeContinuation(out, streamId, block.subarray(at, at + size), at + size >= length);
    }
  }

  /**
   * DATA of `bytes[start, end)`; the caller has taken its length out of both windows and made sure
   * that it fits into a frame.
   */
  data(streamId: number, bytes: Uint8Array, start: number, end: number, endStream: boolean): void {
    this.#data.write(streamId, bytes, start, end, endStream, this.maxFrameSize);
    this.announce();
  }

  rstStream(streamId: number, code: ErrorCode): void {
    this.#control((out) => serializeRstStream(out, streamId, code));
  }

  settings(entries: readonly SettingsEntry[]): void {
    this.#control((out) => serializeSettings(out, entries));
  }

  settingsAck(): void {
    this.#control(serializeSettingsAck);
  }

  ping(opaque: Uint8Array, ack: boolean): void {
    this.#control((out) => serializePing(out, opaque, ack));
  }

  windowUpdate(streamId: number, increment: number): void {
    this.#control((out) => serializeWindowUpdate(out, streamId, increment));
  }

  goaway(lastStreamId: number, code: ErrorCode, debugData: Uint8Array): void {
    this.#control((out) => serializeGoaway(out, lastStreamId, code, debugData));
  }

  /** Bytes that are not a frame: the client's preface. */
  raw(bytes: Uint8Array): void {
    this.#control((out) => out.bytes(bytes));
  }

  #control(write: (out: ByteWriter) => void): void {
    const before = this.#out.length;
    write(this.#out);
    this.#controlBytes += this.#out.length - before;
    this.announce();
  }

  /** Tells the driver that there is something to take, once until it has taken everything. */
  announce(): void {
    if (this.#announced) return;
    this.#announced = true;
    this.ready?.();
  }

  take(): Uint8Array | undefined {
    if (this.#out.length === 0) {
      this.#announced = false;
      return undefined;
    }
    this.#controlBytes = 0;
    this.#data.taken();
    return this.#out.take();
  }

  /** What was taken is with the system. */
  outputWritten(): void {
    this.#out.rewind();
  }
}
