/**
 * The same memory as a plain `Uint8Array`. Node's `Buffer` is a `Uint8Array` too, but its `slice`
 * shares the memory where that of all others copies it: a decoder that trusts `slice` would hand
 * out parts of its input, or write into it.
 */
export function plainView(bytes: Uint8Array): Uint8Array {
  return bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
