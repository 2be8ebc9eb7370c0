import { constants, gunzipSync, gzipSync } from 'node:zlib';

/**
 * gzip (RFC 1952) by the platform. It is synchronous on purpose: messages of a stream must keep
 * their order, and below a megabyte the way through the thread pool costs more than the work.
 */
export function gzip(bytes: Uint8Array): Uint8Array {
  return plain(gzipSync(bytes, { level: constants.Z_BEST_SPEED }));
}

/**
 * @returns `undefined` if the output would be larger than `maxSize`. Not more than that is
 *   produced, however well the input is packed.
 * @throws Error if the input is not gzip, or is cut off.
 */
export function gunzip(bytes: Uint8Array, maxSize: number): Uint8Array | undefined {
  try {
    return plain(gunzipSync(bytes, { maxOutputLength: Math.max(1, maxSize) }));
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
