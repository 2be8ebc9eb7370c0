import { rememberCompressed } from '#grpc/compression/compressed-flag';
import { type Compression, DecompressionError } from '#grpc/compression/compression';
import { GrpcError, refusal } from '#grpc/grpc-error';
import type { InflationLimit } from '#grpc/inflation-limit';
import { Status } from '#grpc/status';
import { errorText } from '#grpc/user-code';
import { DecodeError } from '#protobuf/error';
import { lastDecoded } from '#protobuf/heap';
import { DEFAULT_LIMITS, type DecodeLimits, inForce } from '#protobuf/limits';
import type { MethodDefinition } from '#protobuf/schema/service-definition';

/** A message as it arrived: its bytes, or what `unpack` makes bytes of. */
export type Payload = Uint8Array | PackedMessage;

/**
 * A message that came compressed, and stays compressed until somebody reads it: 4 KiB may be 4 MiB
 * of zeros, and a stream that nobody reads may hold hundreds of them.
 */
export class PackedMessage {
  /** As they came: compressed. */
  readonly bytes: Uint8Array;
  readonly #compression: Compression;
  readonly #maxSize: number;
  readonly #limit: InflationLimit | undefined;

  /** @param limit the connection's, if it has one. */
  constructor(
    bytes: Uint8Array,
    compression: Compression,
    maxSize: number,
    limit?: InflationLimit,
  ) {
    this.bytes = bytes;
    this.#compression = compression;
    this.#maxSize = maxSize;
    this.#limit = limit;
  }

  /** Of what came, in octets. */
  get length(): number {
    return this.bytes.length;
  }

  /** Another message, compressed in the same way. */
  with(bytes: Uint8Array): PackedMessage {
    return new PackedMessage(bytes, this.#compression, this.#maxSize, this.#limit);
  }

  /**
   * @throws GrpcError if it is corrupt, inflates to more than is allowed, or if those before it on
   *   its connection have taken too much.
   */
  unpack(): Uint8Array {
    this.#limit?.begin(this.length);
    try {
      return this.#compression.decompress(this.bytes, this.#maxSize);
    } catch (error) {
      this.spent(this.#maxSize); // As if it had been that much: nobody has counted.
      if (!(error instanceof DecompressionError)) throw error;
      const code = error.reason === 'too-large' ? Status.RESOURCE_EXHAUSTED : Status.INTERNAL;
      throw refusal(code, error.message);
    }
  }

  /** The limits within which it is decoded. */
  get limits(): DecodeLimits {
    return this.#limit?.limitsOf(this.length) ?? DEFAULT_LIMITS;
  }

  /** What has become of it, in bytes of memory. */
  spent(bytes: number): void {
    this.#limit?.spend(bytes);
  }
}

/** @throws GrpcError as `PackedMessage.unpack` does. */
export function bytesOf(payload: Payload): Uint8Array {
  return payload instanceof PackedMessage ? payload.unpack() : payload;
}

/**
 * What the message takes that `decodePayload` has made last, in bytes: by the decoder's own price
 * list, or as much as its octets if the decoder counts nothing.
 */
export let decodedCost = 0;

/**
 * The message in a payload, on either side of a call.
 * @throws GrpcError INTERNAL if it does not decode, with what the method's decoder threw as its
 *   cause; or as `PackedMessage.unpack` does.
 */
export function decodePayload(
  payload: Payload,
  method: MethodDefinition,
  kind: 'request' | 'response',
): unknown {
  let size = 0;
  lastDecoded.heap = 0;
  try {
    const bytes = bytesOf(payload);
    size = bytes.length;
    if (payload instanceof PackedMessage) inForce.limits = payload.limits;
    const message = kind === 'request' ? method.decodeRequest(bytes) : method.decodeResponse(bytes);
    decodedCost = Math.max(lastDecoded.heap, bytes.length);
    return payload instanceof PackedMessage ? rememberCompressed(message) : message;
  } catch (cause) {
    if (cause instanceof GrpcError) throw cause;
    // A codec's own text says what is wrong with the bytes. Any other is of code that is not ours,
    // and a server must not tell it to a stranger.
    const why = kind === 'response' || cause instanceof DecodeError ? `: ${errorText(cause)}` : '';
    throw new GrpcError(Status.INTERNAL, `the ${kind} does not decode${why}`, undefined, { cause });
  } finally {
    if (payload instanceof PackedMessage) {
      inForce.limits = DEFAULT_LIMITS;
      payload.spent(size + lastDecoded.heap);
    }
  }
}
