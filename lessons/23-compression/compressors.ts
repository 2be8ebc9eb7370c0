import * as zlib from 'node:zlib';
import { type Compression, DecompressionError } from '#grpc/compression/compression';

/** For messages: Brotli's own default, 11, is for files that are packed once and read for years. */
const QUICK = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } };

const REASONS: Record<string, 'too-large'> = { ERR_BUFFER_TOO_LARGE: 'too-large' };

// #region own
/** Brotli (RFC 7932), by Node's zlib. */
export const brotli: Compression = {
  name: 'br',
  compress: (bytes) => plain(zlib.brotliCompressSync(bytes, QUICK)),
  decompress: (message, maxSize) =>
    stopped(() => {
      const maxOutputLength = Math.max(1, maxSize);
      return zlib.brotliDecompressSync(message, { maxOutputLength });
    }),
};

/** Says in the stack's words why it has not become a message. */
function stopped(unpack: () => Buffer): Uint8Array {
  try {
    return plain(unpack());
  } catch (cause) {
    const { code } = cause as { code?: string };
    const reason = REASONS[`${code}`] ?? 'corrupt';
    throw new DecompressionError(reason, { cause });
  }
}
// #endregion own

const plain = ({ buffer, byteOffset, length }: Buffer) =>
  new Uint8Array(buffer, byteOffset, length);

type Sync = (bytes: Uint8Array, options?: { maxOutputLength: number }) => Buffer;

/**
 * Zstandard (RFC 8878), if this Node has it, from 22.15 and 23.8 on, and says when a message has
 * been cut off. Node 22 makes nothing of such a message, and no error: an empty one.
 */
export const zstd: Compression | undefined = ofNewNode();

function ofNewNode(): Compression | undefined {
  const { zstdCompressSync, zstdDecompressSync } = zlib as unknown as Record<string, Sync>;
  if (zstdCompressSync === undefined || zstdDecompressSync === undefined) return undefined;
  const found: Compression = {
    name: 'zstd',
    compress: (message) => plain(zstdCompressSync(message)),
    decompress: (message, maxSize) =>
      stopped(() => zstdDecompressSync(message, { maxOutputLength: Math.max(1, maxSize) })),
  };
  return findsTheCut(found) ? found : undefined;
}

function findsTheCut({ compress, decompress }: Compression): boolean {
  try {
    decompress(compress(Uint8Array.of(1, 2, 3)).subarray(0, -1), 3);
    return false;
  } catch {
    return true;
  }
}
