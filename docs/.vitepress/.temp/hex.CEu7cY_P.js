function toHex(bytes, separator = " ") {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(separator);
}
function fromHex(text) {
  const digits = text.replace(/\s+/g, "");
  const wrong = digits.search(/[^0-9a-fA-F]/);
  if (wrong >= 0) {
    throw new RangeError(`'${digits[wrong]}' at digit ${wrong} is not a hex digit`);
  }
  if (digits.length % 2 !== 0) {
    throw new RangeError(`${digits.length} hex digits do not make whole bytes`);
  }
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}
export {
  fromHex as f,
  toHex as t
};
