import { DecompressionError } from '#grpc/compression/compression';
import { gunzipPieces } from '#grpc/compression/gunzip';
import type { Explanation } from '#inspect/dissector';
import type { Field } from '#inspect/trace';

const HEADER = 10;
const TRAILER = 8;
/** A trace is looked at: of a message that becomes more than so many bytes, it only says so. */
const MAX_UNPACKED = 1024 * 1024;

const SOURCE = 'RFC 1952 §2.3';

/**
 * What is inside of a message that gzip has compressed, if it has: header, what DEFLATE has made,
 * and the two numbers behind it. `undefined`: it is something else, broken, or too large to look at.
 */
export function explainGzip(bytes: Uint8Array): Explanation | undefined {
  // A header with a file's name in it is a file's.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[3] !== 0) return undefined;
  const found = unpacked(bytes);
  if (found === undefined) return undefined;
  const { size, literals, copies } = found;
  const deflated = bytes.length - HEADER - TRAILER;
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + HEADER + deflated, TRAILER);
  const crc = trailer.getUint32(0, true).toString(16).padStart(8, '0');
  const length = trailer.getUint32(4, true);
  return {
    title: `a compressed message of ${bytes.length} bytes, ${size} unpacked`,
    fields: [
      field(
        0,
        HEADER,
        'gzip header',
        'DEFLATE, no flags',
        'two magic bytes, the method, flags, a time, which system',
      ),
      {
        ...field(
          HEADER,
          deflated,
          'compressed data',
          `${literals} literals, ${copies} copies`,
          'bytes as they are, and copies: so many once more, from so far back',
        ),
        source: 'RFC 1951',
      },
      field(HEADER + deflated, 4, 'CRC-32', crc, 'of what comes out'),
      field(
        HEADER + deflated + 4,
        4,
        'length',
        `${length}`,
        'of what comes out, modulo 4 GiB: the sender says so',
      ),
    ],
  };
}

function field(
  offset: number,
  length: number,
  name: string,
  value: string,
  meaning: string,
): Field {
  return { offset, length, name, value, meaning, source: SOURCE };
}

function unpacked(bytes: Uint8Array) {
  const found = { size: 0, literals: 0, copies: 0 };
  const watcher = { literal: () => found.literals++, copy: () => found.copies++ };
  try {
    for (const piece of gunzipPieces(bytes, watcher)) {
      found.size += piece.length;
      if (found.size > MAX_UNPACKED) return undefined;
    }
    return found;
  } catch (error) {
    if (error instanceof DecompressionError) return undefined;
    throw error;
  }
}
