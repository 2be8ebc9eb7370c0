import * as zlib from 'node:zlib';
import { type Compression, DecompressionError } from '#grpc/compression/compression';

type Sync = (bytes: Uint8Array, options: zlib.ZlibOptions & zlib.BrotliOptions) => Buffer;

// #region own
/** A compression that the platform can do. It gets the limit, and stops at it while it unpacks. */
function ofPlatform(name: string, pack: Sync, unpack: Sync, options = {}): Compression {
  return {
    name,
    compress: (message) => plain(pack(message, options)),
    decompress(message, maxSize) {
      try {
        return plain(unpack(message, { maxOutputLength: Math.max(1, maxSize) }));
      } catch (cause) {
        const { code } = cause as { code?: string };
        const reason = code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'corrupt';
        throw new DecompressionError(reason, { cause });
      }
    },
  };
}

const plain = ({ buffer, byteOffset, length }: Buffer) =>
  new Uint8Array(buffer, byteOffset, length);

/** Brotli (RFC 7932). Its own default, 11, is for files that are packed once and read for years. */
export const brotli = ofPlatform('br', zlib.brotliCompressSync, zlib.brotliDecompressSync, {
  params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 },
});
// #endregion own

/** Zstandard (RFC 8878), if this Node has it: from 22.15 and 23.8 on. */
export const zstd: Compression | undefined = ofNewNode();

function ofNewNode(): Compression | undefined {
  const { zstdCompressSync, zstdDecompressSync } = zlib as unknown as Record<string, Sync>;
  return zstdCompressSync && zstdDecompressSync
    ? ofPlatform('zstd', zstdCompressSync, zstdDecompressSync)
    : undefined;
}
