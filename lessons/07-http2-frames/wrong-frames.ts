import type { ByteWriter } from '#bytes/byte-writer';
import { encodeUtf8 } from '#bytes/utf8';
import { DEFAULT_MAX_FRAME_SIZE, writeFrameHeader } from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';

/** What nobody may send, written by hand: no serializer would. */
export function dataOnStreamZero(out: ByteWriter): void {
  const text = encodeUtf8('anyone?');
  writeFrameHeader(out, text.length, FrameType.DATA, Flag.END_STREAM, 0);
  out.bytes(text);
}

/** One byte more than a receiver takes that has not said otherwise. */
export function tooLarge(out: ByteWriter): void {
  const size = DEFAULT_MAX_FRAME_SIZE + 1;
  writeFrameHeader(out, size, FrameType.HEADERS, Flag.END_HEADERS | Flag.END_STREAM, 1);
  out.bytes(new Uint8Array(size));
}

/** DATA on a stream that its sender has already ended. */
export function dataAfterEnd(out: ByteWriter, streamId: number): void {
  const text = encodeUtf8('and salt!');
  writeFrameHeader(out, text.length, FrameType.DATA, 0, streamId);
  out.bytes(text);
}

/** What a browser of 1997 would say. */
export function oldHttp(out: ByteWriter): void {
  out.bytes(encodeUtf8('GET /tea HTTP/1.1\r\nHost: kitchen\r\n\r\n'));
}
