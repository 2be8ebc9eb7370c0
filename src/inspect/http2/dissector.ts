/**
 * HTTP/2 in a trace: the client's preface, then frames, each with every field (RFC 9113).
 *
 *     createHttp2Dissectors()                                       header blocks and data opaque
 *     createHttp2Dissectors({ headerBlock, data: grpcData(…) })     … explained by plugs
 */
import { ByteQueue } from '#bytes/byte-queue';
import { FrameType } from '#http2/frames/frame-type';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import type { Dissected, Dissector, Dissectors } from '#inspect/dissector';
import type { Side } from '#inspect/trace';
import { dissectBlock, dissectFrame, isBlockStart, type RawFrame } from './frame.ts';
import { HEADER_SIZE, headerFields, isBlockEnd, readHeader } from './frame-header.ts';
import type { Http2Plugs } from './plugs.ts';

/** Both directions of one connection; the client's begins with the preface. */
export function createHttp2Dissectors(plugs: Http2Plugs = {}): Dissectors {
  return {
    client: new Http2Dissector('client', plugs, CLIENT_PREFACE.length),
    server: createFrameDissector('server', plugs),
  };
}

/** Frames and nothing before them. */
export function createFrameDissector(from: Side, plugs: Http2Plugs = {}): Dissector {
  return new Http2Dissector(from, plugs, 0);
}

class Http2Dissector implements Dissector {
  readonly #from: Side;
  readonly #plugs: Http2Plugs;
  readonly #queue = new ByteQueue();
  /** What of the preface is still to come. */
  #prefaceLeft: number;
  /** It began with something else: nothing of it can be told apart. */
  #lost = false;
  /** HEADERS and CONTINUATION whose block is not whole. No other frame may come between. */
  #block: RawFrame[] = [];

  constructor(from: Side, plugs: Http2Plugs, prefaceLength: number) {
    this.#from = from;
    this.#plugs = plugs;
    this.#prefaceLeft = prefaceLength;
  }

  push(chunk: Uint8Array): Dissected[] {
    this.#queue.push(chunk);
    if (this.#prefaceLeft > 0 && !this.#lost) {
      const beginning = this.#queue.peek(Math.min(this.#prefaceLeft, this.#queue.length))!;
      this.#lost = beginning.some((byte, i) => byte !== CLIENT_PREFACE[i]);
    }
    if (this.#lost) return this.#opaque('not HTTP/2', 'does not begin with the preface');
    const messages: Dissected[] = [];
    if (this.#prefaceLeft > 0) {
      const bytes = this.#queue.take(this.#prefaceLeft);
      if (bytes === undefined) return [];
      this.#prefaceLeft = 0;
      messages.push(preface(bytes));
    }
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) {
      messages.push(...this.#take(frame));
    }
    return messages;
  }

  end(): Dissected[] {
    const block = this.#endBlock();
    if (this.#prefaceLeft > 0) return this.#opaque('the beginning of the preface', 'unfinished');
    const bytes = this.#queue.take(this.#queue.length)!;
    return bytes.length === 0 ? block : [...block, unfinished(bytes)];
  }

  #next(): RawFrame | undefined {
    const start = this.#queue.peek(HEADER_SIZE);
    if (start === undefined) return undefined;
    const header = readHeader(start);
    const bytes = this.#queue.take(HEADER_SIZE + header.length);
    return bytes && { header, bytes, payload: bytes.subarray(HEADER_SIZE) };
  }

  /** A header block is explained when it is whole; all other frames when they come. */
  #take(frame: RawFrame): Dissected[] {
    const first = this.#block[0];
    const before = first && !continues(frame, first) ? this.#endBlock() : [];
    if (this.#block.length === 0 && !isBlockStart(frame)) {
      return [...before, dissectFrame(frame, this.#from, this.#plugs)];
    }
    this.#block.push(frame);
    if (!isBlockEnd(frame.header)) return before;
    const messages = dissectBlock(this.#block, this.#from, this.#plugs);
    this.#block = [];
    return [...before, ...messages];
  }

  /** Frames of a block that never became whole: nothing in it can be explained. */
  #endBlock(): Dissected[] {
    const frames = this.#block;
    this.#block = [];
    const { headerBlock: _, ...plugs } = this.#plugs;
    return dissectBlock(frames, this.#from, plugs);
  }

  #opaque(title: string, meaning: string): Dissected[] {
    const bytes = this.#queue.take(this.#queue.length)!;
    if (bytes.length === 0) return [];
    return [
      { title, bytes, fields: [{ offset: 0, length: bytes.length, name: 'bytes', meaning }] },
    ];
  }
}

function continues({ header }: RawFrame, first: RawFrame): boolean {
  return header.type === FrameType.CONTINUATION && header.streamId === first.header.streamId;
}

function preface(bytes: Uint8Array): Dissected {
  const field = {
    offset: 0,
    length: bytes.length,
    name: 'preface',
    value: JSON.stringify(new TextDecoder().decode(bytes)),
    meaning: 'what follows is HTTP/2; a server of HTTP/1.1 gives up at this line',
    source: 'RFC 9113 §3.4',
  };
  return { title: 'the connection preface', bytes, fields: [field] };
}

/** What is left when the stream ends inside a frame. */
function unfinished(bytes: Uint8Array): Dissected {
  const title = 'the beginning of a frame';
  if (bytes.length < HEADER_SIZE) {
    const meaning = `the stream ended ${HEADER_SIZE - bytes.length} bytes before it was whole`;
    const field = { offset: 0, length: bytes.length, name: 'unfinished frame header', meaning };
    return { title, bytes, fields: [field] };
  }
  const header = readHeader(bytes);
  const here = bytes.length - HEADER_SIZE;
  const rest = {
    offset: HEADER_SIZE,
    length: here,
    name: 'unfinished payload',
    meaning: `${here} of ${header.length} bytes came before the stream ended`,
  };
  return { title, bytes, fields: [...headerFields(header), ...(here > 0 ? [rest] : [])] };
}
