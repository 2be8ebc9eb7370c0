import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { fieldSize, type HeaderField } from '#hpack/header-field';
import { DEFAULT_LIMITS, type Limits } from '#http2/limits/limits';
import { PROTOCOL_DEFAULTS } from '#http2/protocol/settings';

/**
 * How large the headers of a call may be. Each side tells the other in SETTINGS_MAX_HEADER_LIST_SIZE
 * what it takes (RFC 9113 §6.5.2), and may reset a stream that has more, without a word why. So the
 * sender looks first, and the error says what is too large.
 */

/**
 * @param whose names the sender in the error: `the request`.
 * @param limit what the peer takes, in octets, 32 added for each field.
 * @throws GrpcError RESOURCE_EXHAUSTED if the fields take more.
 */
export function checkHeaderListSize(
  fields: readonly HeaderField[],
  whose: string,
  limit: number,
): void {
  let size = 0;
  for (let i = 0; i < fields.length; i++) size += fieldSize(fields[i]!.name, fields[i]!.value);
  if (size <= limit) return;
  const details = `the headers of ${whose}, with its metadata, take ${size} bytes; the peer accepts ${limit}`;
  throw new GrpcError(Status.RESOURCE_EXHAUSTED, details);
}

/** The limits of HTTP/2 that let metadata of this size through; none if it is the default's affair. */
export function metadataLimits(maxMetadataSize: number | undefined): Partial<Limits> {
  if (maxMetadataSize === undefined) return {};
  const { maxHeaderBlockSize, maxContinuations } = DEFAULT_LIMITS;
  // Huffman coding can make a value longer, to 30 bits a character (RFC 7541 §5.2, Appendix B).
  const largestBlock = Math.max(maxHeaderBlockSize, 4 * maxMetadataSize);
  const frames = Math.ceil(largestBlock / PROTOCOL_DEFAULTS.maxFrameSize);
  return {
    maxHeaderListSize: maxMetadataSize,
    maxHeaderBlockSize: largestBlock,
    maxContinuations: Math.max(maxContinuations, frames),
  };
}
