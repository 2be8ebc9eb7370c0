import * as http2 from 'node:http2';
import { Duplex } from 'node:stream';
import { ByteQueue } from '#bytes/byte-queue';
import { ByteWriter } from '#bytes/byte-writer';
import { untilQuiet } from '#course/kit/quiet';
import type { HeaderField } from '#hpack/header-field';
import { errorCodeName } from '#http2/error-code';
import { FRAME_HEADER_LENGTH, parseFrameHeader } from '#http2/frames/frame-header';
import { FrameType } from '#http2/frames/frame-type';
import { serializeHeaders } from '#http2/frames/headers';
import { serializeSettings } from '#http2/frames/settings';
import { CLIENT_PREFACE } from '#http2/wire/preface';

/**
 * The part of lesson 8's suite that needs Node: its own HTTP/2, whose HPACK is nghttp2's. Only the
 * header blocks come from the learner; frames are the course's. There is no network: Node is given
 * a stream whose other end is here.
 */

/** A list of headers as [name, value]. */
export type Pairs = [name: string, value: string][];

/** What stands at the other end of Node's connection: it keeps the header blocks that Node sends. */
class Wire extends Duplex {
  readonly blocks: Uint8Array[] = [];
  /** How often Node has written. */
  chunks = 0;
  readonly #queue = new ByteQueue();
  #prefaceLeft: number;
  readonly #onBlock: () => void;
  readonly #onRefusal: (how: string) => void;

  constructor(prefaceLength: number, onBlock: () => void, onRefusal: (how: string) => void) {
    super();
    this.#prefaceLeft = prefaceLength;
    this.#onBlock = onBlock;
    this.#onRefusal = onRefusal;
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.chunks++;
    this.#queue.push(Uint8Array.from(chunk));
    if (this.#prefaceLeft > 0 && this.#queue.take(this.#prefaceLeft) !== undefined) {
      this.#prefaceLeft = 0;
    }
    while (this.#prefaceLeft === 0 && this.#readFrame());
    done();
  }

  /** Node's blocks here are short: no CONTINUATION, no padding, no priority. */
  #readFrame(): boolean {
    const start = this.#queue.peek(FRAME_HEADER_LENGTH);
    const header = start && parseFrameHeader(start);
    const frame = header && this.#queue.take(FRAME_HEADER_LENGTH + header.length);
    if (frame === undefined) return false;
    const payload = frame.subarray(FRAME_HEADER_LENGTH);
    if (header?.type === FrameType.HEADERS) {
      this.blocks.push(payload);
      this.#onBlock();
    } else if (header?.type === FrameType.RST_STREAM) {
      this.#onRefusal(`RST_STREAM with ${codeAt(payload, 0)} on stream ${header.streamId}`);
    } else if (header?.type === FrameType.GOAWAY && payload[7] !== 0) {
      this.#onRefusal(`GOAWAY with ${codeAt(payload, 4)}`);
    }
    return true;
  }
}

function codeAt(payload: Uint8Array, offset: number): string {
  return errorCodeName(new DataView(payload.buffer, payload.byteOffset).getUint32(offset));
}

/** The header blocks with which Node's client sends these requests, one after the other. */
export function blocksOfNode(requests: readonly Pairs[]): Promise<Uint8Array[]> {
  return soon('Node’s client', (resolve, reject) => {
    const whenAll = () => wire.blocks.length === requests.length && resolve(wire.blocks);
    const wire: Wire = new Wire(CLIENT_PREFACE.length, whenAll, (how) => reject(new Error(how)));
    const settings = new ByteWriter();
    serializeSettings(settings, []);
    const session = http2.connect('http://pantry.example', { createConnection: () => wire });
    session.on('error', reject);
    wire.push(settings.take());
    session.once('remoteSettings', () => {
      for (const request of requests) {
        const stream = session.request(Object.fromEntries(request), { endStream: true });
        stream.on('error', () => {});
      }
    });
    return { wire, end: () => session.destroy() };
  });
}

export interface Exchange {
  /** What Node's server understood, a list for each block. */
  understood: Pairs[];
  /** The blocks with which it has answered. */
  answers: Uint8Array[];
}

/** Sends these blocks to Node's server, each as a request; it answers each with `answer`. */
export function exchangeWithNode(
  blocks: readonly Uint8Array[],
  answer: readonly HeaderField[],
): Promise<Exchange> {
  return soon('Node’s server', (resolve, reject) => {
    const understood: Pairs[] = [];
    const whenAll = () =>
      wire.blocks.length === blocks.length && resolve({ understood, answers: wire.blocks });
    const refused = (how: string) => reject(new Error(`Node’s server answers ${how}`));
    const wire: Wire = new Wire(0, whenAll, refused);
    const server = http2.createServer();
    // What it says on the wire tells more.
    server.on('sessionError', () => {});
    type Heard = [http2.ServerHttp2Stream, object, number, string[]];
    server.on('stream', (...[stream, , , raw]: Heard) => {
      understood.push(pairsOf(raw));
      stream.on('error', () => {});
      stream.respond(Object.fromEntries(answer.map(({ name, value }) => [name, value])), {
        endStream: true,
        sendDate: false,
      } as http2.ServerStreamResponseOptions);
    });
    server.emit('connection', wire);
    const out = new ByteWriter();
    out.bytes(CLIENT_PREFACE);
    serializeSettings(out, []);
    for (const [i, block] of blocks.entries()) {
      serializeHeaders(out, 2 * i + 1, block, { endStream: true });
    }
    wire.push(out.take());
    const end = () => {
      wire.destroy();
      server.close();
    };
    return { wire, end };
  });
}

function pairsOf(raw: readonly string[]): Pairs {
  return Array.from({ length: raw.length / 2 }, (_, i) => [raw[2 * i]!, raw[2 * i + 1]!]);
}

/**
 * Runs `begin`, waits for what it resolves with, and in any case does what it returned.
 * @throws Error when Node has nothing more to say and `begin` has not resolved
 */
async function soon<T>(
  who: string,
  begin: (
    resolve: (value: T) => void,
    reject: (error: unknown) => void,
  ) => { wire: Wire; end(): void },
): Promise<T> {
  let end = () => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      const begun = begin(resolve, reject);
      end = begun.end;
      void untilQuiet(() => begun.wire.chunks).then(() =>
        reject(new Error(`${who} has not answered`)),
      );
    });
  } finally {
    end();
  }
}
