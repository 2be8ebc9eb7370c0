/** UTF-8 (RFC 3629) both ways. Decoding is strict: a wrong byte is an error, never a "�". */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** @throws TypeError if the bytes are not valid UTF-8, or are not bytes. */
export function decodeUtf8(bytes: Uint8Array): string {
  // Each engine has its own words for this; a learner reads the same ones everywhere.
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError('decodeUtf8 takes a Uint8Array and nothing else');
  }
  return decoder.decode(bytes);
}
