import { type Compression, DecompressionError } from '#grpc/compression/compression';
import { gunzip, gzip } from '#transport/gzip';

/** `grpc-encoding: gzip`, the one compression that every implementation has. */
export const gzipCompression: Compression = {
  name: 'gzip',
  compress: gzip,
  decompress(message, maxSize) {
    let inflated: Uint8Array | undefined;
    try {
      inflated = gunzip(message, maxSize);
    } catch (cause) {
      throw new DecompressionError('corrupt', { cause });
    }
    if (inflated === undefined) throw new DecompressionError('too-large');
    return inflated;
  },
};

/** What a server and a channel can do unless their options say otherwise. */
export const DEFAULT_COMPRESSIONS: readonly Compression[] = [gzipCompression];
