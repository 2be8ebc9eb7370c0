import type { ByteWriter } from '#bytes/byte-writer';
import { FRAME_HEADER_LENGTH, writeFrameHeader } from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';

/**
 * DATA frames on their way out. A frame that is not yet taken, and behind which nothing stands,
 * grows when its stream sends more:
 *
 *     | header: length 71       | message |            then, after another message:
 *     | header: length 71 + 71  | message | message |
 *
 * A body means the same however it is cut into frames (RFC 9113 §6.1), and a stream of small
 * messages so costs both ends one frame a write rather than one a message.
 */
export class DataWriter {
  readonly #out: ByteWriter;
  /** The last frame: whose, where it begins and ends, counted from what is not yet taken. */
  #streamId = 0;
  #start = 0;
  #end = -1;

  constructor(out: ByteWriter) {
    this.#out = out;
  }

  /** Writes `bytes[start, end)`; not more than fits into a frame. */
  write(
    streamId: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    endStream: boolean,
    maxFrameSize: number,
  ): void {
    const out = this.#out;
    const length = end - start;
    out.reserve(FRAME_HEADER_LENGTH + length);
    if (!this.#grow(streamId, length, endStream, maxFrameSize)) {
      this.#streamId = streamId;
      this.#start = out.length;
      const flags = endStream ? Flag.END_STREAM : 0;
      writeFrameHeader(out, length, FrameType.DATA, flags, streamId);
    }
    out.bytes(length === bytes.length ? bytes : bytes.subarray(start, end));
    this.#end = endStream ? -1 : out.length;
  }

  /** What is written from now on begins anew: the last frame is no longer ours to change. */
  taken(): void {
    this.#end = -1;
  }

  #grow(streamId: number, by: number, endStream: boolean, maxFrameSize: number): boolean {
    const out = this.#out;
    if (out.length !== this.#end || streamId !== this.#streamId) return false;
    const length = this.#end - this.#start - FRAME_HEADER_LENGTH + by;
    if (length > maxFrameSize) return false;
    const at = out.position - (this.#end - this.#start);
    out.buffer[at] = length >>> 16;
    out.buffer[at + 1] = length >>> 8;
    out.buffer[at + 2] = length;
    if (endStream) out.buffer[at + 4] = Flag.END_STREAM;
    return true;
  }
}
