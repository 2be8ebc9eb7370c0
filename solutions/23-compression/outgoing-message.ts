// Derived from src/grpc/messages/outgoing-message.ts by npm run skeletons: change it there.
import { isBytes } from '#bytes/is-bytes';
import { PREFIX_SIZE } from '#framing/message';
import type { Compression } from '#grpc/compression/compression';
import { GrpcError } from '#grpc/grpc-error';
import { MIN_COMPRESSED_BYTES } from '#grpc/limits';
import { Status } from '#grpc/status';
import type { Http2Stream } from '#http2/stream';

/** A message as it goes out: its bytes, and the flag that says whether they are compressed. */
export interface OutgoingMessage {
  readonly bytes: Uint8Array;
  readonly compressed: boolean;
}

/**
 * Makes an encoded message ready to be sent, on either side of a call. A call's compression is what
 * it *may* use: a message below MIN_COMPRESSED_BYTES is not tried, and one that did not become
 * smaller goes as it is, so that the other side need not unpack it for nothing.
 *
 * @param compression how the call compresses; `undefined` for a message that goes as it is.
 * @param maxSize the largest message that this side sends, in bytes, before compression.
 * @param kind names the message in the error.
 * @throws GrpcError RESOURCE_EXHAUSTED if the message is larger than `maxSize`; TypeError if the
 *   method's encoder, which may be anybody's code, has not made bytes.
 */
export function outgoingMessage(
  encoded: Uint8Array,
  compression: Compression | undefined,
  maxSize: number,
  kind: 'request' | 'response',
): OutgoingMessage {
  if (!isBytes(encoded)) {
    throw new TypeError(`the encoder of the ${kind} has not made a Uint8Array`);
  }
  if (encoded.length > maxSize) {
    const details = `the ${kind} has ${encoded.length} bytes, ${maxSize} are allowed`;
    throw new GrpcError(Status.RESOURCE_EXHAUSTED, details);
  }
  if (compression === undefined || encoded.length < MIN_COMPRESSED_BYTES) {
    return { bytes: encoded, compressed: false };
  }
  const smaller = compression.compress(encoded);
  if (smaller.length >= encoded.length) return { bytes: encoded, compressed: false };
  return { bytes: smaller, compressed: true };
}

/**
 * Sends a message behind its prefix.
 *
 * The prefix is handed to the stream by itself. The stream copies both into its output anyway, so
 * that joining them first (`encodeMessage` of `#framing/message`) would only cost an array and a
 * copy: for a short message a quarter of all the work of sending it.
 *
 * @param last nothing follows in this direction.
 * @returns false: wait for the stream's `drain`.
 */
export function sendMessage(stream: Http2Stream, message: OutgoingMessage, last: boolean): boolean {
  return stream.sendData(message.bytes, last, prefixOf(message));
}

/** Written anew for every message: the stream copies it at once. */
const prefix = new Uint8Array(PREFIX_SIZE);

/** The five bytes in front of a message (PROTOCOL-HTTP2.md, "Length-Prefixed-Message"). */
function prefixOf({ bytes: { length }, compressed }: OutgoingMessage): Uint8Array {
  prefix[0] = compressed ? 1 : 0;
  prefix[1] = length >>> 24;
  prefix[2] = length >>> 16;
  prefix[3] = length >>> 8;
  prefix[4] = length;
  return prefix;
}
