import { ByteQueue } from '#bytes/byte-queue';
import {
  type Dissected,
  type Dissector,
  type Dissectors,
  type Explanation,
  shift,
} from './dissector.ts';
import type { Field } from './trace.ts';

/** How a framing writes what stands before a payload, and what its parts mean. */
export interface PrefixFormat {
  /** Bytes of the prefix. */
  size: number;
  /** Where in it the 32-bit big-endian length stands. */
  lengthOffset: number;
  /** The fields of a whole prefix. */
  fields(prefix: Uint8Array, length: number): Field[];
}

/** Lesson 3's own frames: four bytes of length. */
export const FRAME_PREFIX: PrefixFormat = {
  size: 4,
  lengthOffset: 0,
  fields: (_prefix, length) => [lengthField(0, length)],
};

/** gRPC's five bytes: the compressed flag, then the length. */
export const MESSAGE_PREFIX: PrefixFormat = {
  size: 5,
  lengthOffset: 1,
  fields: (prefix, length) => [
    {
      offset: 0,
      length: 1,
      name: 'compressed flag',
      value: String(prefix[0]),
      meaning: FLAG_MEANINGS[prefix[0] ?? 2] ?? 'neither 0 nor 1: not allowed',
      source: 'gRPC PROTOCOL-HTTP2, Compressed-Flag',
    },
    { ...lengthField(1, length), source: 'gRPC PROTOCOL-HTTP2, Message-Length' },
  ],
};

const FLAG_MEANINGS = ['the payload is as it was written', "compressed as 'grpc-encoding' says"];

function lengthField(offset: number, length: number): Field {
  return {
    offset,
    length: 4,
    name: 'length',
    value: String(length),
    meaning: 'how many bytes the payload has: 32 bits, the highest byte first (big-endian)',
  };
}

/** A dissector pair for length-prefixed messages; `dissectPayload` explains what is inside. */
export function createPrefixDissectors(
  format: PrefixFormat,
  dissectPayload: (payload: Uint8Array) => Explanation,
): Dissectors {
  return {
    client: new PrefixDissector(format, dissectPayload),
    server: new PrefixDissector(format, dissectPayload),
  };
}

class PrefixDissector implements Dissector {
  readonly #format: PrefixFormat;
  readonly #dissectPayload: (payload: Uint8Array) => Explanation;
  readonly #queue = new ByteQueue();

  constructor(format: PrefixFormat, dissectPayload: (payload: Uint8Array) => Explanation) {
    this.#format = format;
    this.#dissectPayload = dissectPayload;
  }

  push(chunk: Uint8Array): Dissected[] {
    this.#queue.push(chunk);
    const messages: Dissected[] = [];
    for (let message = this.#next(); message !== undefined; message = this.#next()) {
      messages.push(message);
    }
    return messages;
  }

  end(): Dissected[] {
    const bytes = this.#queue.take(this.#queue.length);
    return bytes === undefined || bytes.length === 0 ? [] : [this.#unfinished(bytes)];
  }

  #next(): Dissected | undefined {
    const { size } = this.#format;
    const prefix = this.#queue.peek(size);
    if (prefix === undefined) return undefined;
    const length = this.#lengthIn(prefix);
    const bytes = this.#queue.take(size + length);
    if (bytes === undefined) return undefined;
    const { title, call, fields } = this.#dissectPayload(bytes.subarray(size));
    const payload: Field = {
      offset: size,
      length,
      name: 'payload',
      value: `${length} ${length === 1 ? 'byte' : 'bytes'}`,
      meaning: 'the message itself',
      children: fields.length === 0 ? undefined : shift(fields, size),
    };
    return { title, call, bytes, fields: [...this.#format.fields(bytes, length), payload] };
  }

  #lengthIn(prefix: Uint8Array): number {
    const view = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength);
    return view.getUint32(this.#format.lengthOffset);
  }

  /** What is left when the stream ends inside a frame. */
  #unfinished(bytes: Uint8Array): Dissected {
    const { size } = this.#format;
    if (bytes.length < size) {
      const meaning = `the stream ended ${size - bytes.length} bytes before the prefix was whole`;
      const fields = [{ offset: 0, length: bytes.length, name: 'unfinished prefix', meaning }];
      return { title: 'the beginning of a frame', bytes, fields };
    }
    const length = this.#lengthIn(bytes);
    const here = bytes.length - size;
    const rest: Field = {
      offset: size,
      length: here,
      name: 'unfinished payload',
      meaning: `${here} of ${length} bytes came before the stream ended`,
    };
    return {
      title: 'the beginning of a frame',
      bytes,
      fields: [...this.#format.fields(bytes, length), rest],
    };
  }
}
