import { ByteQueue } from '#bytes/byte-queue';
import { ByteWriter } from '#bytes/byte-writer';
import { HpackEncoder } from '#hpack/encoder';
import type { HeaderField } from '#hpack/header-field';
import { encodeInteger } from '#hpack/integer';
import { encodeString } from '#hpack/strings/string-literal';
import { FRAME_HEADER_LENGTH, parseFrameHeader } from '#http2/frames/frame-header';
import { FrameType } from '#http2/frames/frame-type';
import { serializeHeaders } from '#http2/frames/headers';
import { serializeSettings } from '#http2/frames/settings';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import type { Connection } from '#transport/connection';
import type { Mark } from './at-pantry.ts';
import { requestHeaders } from './headers.ts';

/** A client that sends whatever header block it is given: no honest one can do that. */
class RawClient {
  readonly #connection: Connection;
  readonly #queue = new ByteQueue();
  #waiting: (() => void) | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.start({
      data: (chunk) => this.#receive(chunk),
      close: () => this.#waiting?.(),
    });
    const out = new ByteWriter();
    out.bytes(CLIENT_PREFACE);
    serializeSettings(out, []);
    connection.write(out.take());
  }

  /** Sends a request of this block; resolves when it has been answered, or refused. */
  async request(streamId: number, block: Uint8Array): Promise<void> {
    const out = new ByteWriter();
    serializeHeaders(out, streamId, block, { endStream: true });
    const answered = new Promise<void>((resolve) => {
      this.#waiting = resolve;
    });
    this.#connection.write(out.take());
    await answered;
  }

  end(): void {
    this.#connection.end();
  }

  /** Frames are only looked at for the end of the answer. */
  #receive(chunk: Uint8Array): void {
    this.#queue.push(chunk);
    for (;;) {
      const start = this.#queue.peek(FRAME_HEADER_LENGTH);
      const header = start && parseFrameHeader(start);
      if (header === undefined) return;
      if (this.#queue.take(FRAME_HEADER_LENGTH + header.length) === undefined) return;
      const { DATA, RST_STREAM, GOAWAY } = FrameType;
      const ends = header.type === DATA && (header.flags & 1) === 1;
      if (ends || header.type === RST_STREAM || header.type === GOAWAY) this.#waiting?.();
    }
  }
}

function encode(encoder: HpackEncoder, fields: readonly HeaderField[]): Uint8Array {
  const out = new ByteWriter();
  encoder.encode(fields, out);
  return out.take();
}

/** References to the bomb's entry; each is a byte on the wire. */
export const BOMB_REFERENCES = 4_000;
/** As long as the table has room for: 32 + 6 + 4000 of its 4096 octets. */
export const BOMB_VALUE = 'a'.repeat(4_000);

// #region bomb
/** One entry that fills the table; then a request that refers to it 4,000 times. */
export async function sendBomb(connection: Connection, mark: Mark): Promise<void> {
  const client = new RawClient(connection);
  const plain = encode(new HpackEncoder(0), requestHeaders(300, 1).slice(0, 4));

  mark(`a header of ${BOMB_VALUE.length} bytes, to be remembered`);
  const fuse = new ByteWriter();
  fuse.bytes(plain);
  encodeInteger(fuse, 0x40, 6, 0);
  encodeString(fuse, 'x-bomb');
  encodeString(fuse, BOMB_VALUE);
  await client.request(1, fuse.take());

  mark(`the same header ${BOMB_REFERENCES} times, a byte each`);
  const bomb = new Uint8Array(plain.length + BOMB_REFERENCES).fill(0xbe);
  bomb.set(plain);
  await client.request(3, bomb);

  mark('an honest request');
  await client.request(5, plain);
  client.end();
}
// #endregion bomb

/** Three blocks are made, and the second is never sent: somebody cancelled the call in between. */
export async function sendAfterLoss(connection: Connection, mark: Mark): Promise<void> {
  const client = new RawClient(connection);
  const encoder = new HpackEncoder();
  const blocks = [300, 301, 300].map((shelf, i) => encode(encoder, requestHeaders(shelf, i + 1)));
  await client.request(1, blocks[0]!);
  mark('a block for shelf 301 was made, and is thrown away');
  await client.request(3, blocks[2]!);
  client.end();
}
