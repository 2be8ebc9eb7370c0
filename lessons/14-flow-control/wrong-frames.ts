import { ByteWriter } from '#bytes/byte-writer';
import { HpackEncoder } from '#hpack/encoder';
import { serializeData } from '#http2/frames/data';
import { serializeHeaders } from '#http2/frames/headers';
import { serializeWindowUpdate } from '#http2/frames/window-update';
import { MAX_WINDOW } from '#http2/streams/flow-control';

/** The first stream of a connection. */
export const FIRST = 1;

/** The beginning of a request whose body nobody at the shop reads. */
export function beginUpload(out: ByteWriter): void {
  const names = { ':method': 'POST', ':scheme': 'http', ':path': '/upload', ':authority': 'shop' };
  const block = new ByteWriter();
  const fields = Object.entries(names).map(([name, value]) => ({ name, value }));
  new HpackEncoder().encode(fields, block);
  serializeHeaders(out, FIRST, block.take(), { endStream: false });
}

export function upload(out: ByteWriter, octets: number): void {
  serializeData(out, FIRST, new Uint8Array(octets).fill(0x78), false);
}

/** The largest increment that there is. */
export function grantMost(out: ByteWriter, streamId: number): void {
  serializeWindowUpdate(out, streamId, MAX_WINDOW);
}

/** The same, and one octet on top of it. */
export function grantOneMore(out: ByteWriter, streamId: number): void {
  grantMost(out, streamId);
  serializeWindowUpdate(out, streamId, 1);
}

/** 2³¹, in four bytes: `80 00 00 00`. */
export function grantTooMuch(out: ByteWriter, streamId: number): void {
  serializeWindowUpdate(out, streamId, 2 ** 31);
}
