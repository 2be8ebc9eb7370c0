const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function encodeUtf8(text) {
  return encoder.encode(text);
}
function decodeUtf8(bytes) {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError("decodeUtf8 takes a Uint8Array and nothing else");
  }
  return decoder.decode(bytes);
}
export {
  decodeUtf8 as d,
  encodeUtf8 as e
};
