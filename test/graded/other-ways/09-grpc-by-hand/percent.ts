const utf8 = new TextEncoder();

/** With `replace`, on UTF-8 in which every byte is a character. */
export function percentEncode(text: string): string {
  const bytes = String.fromCharCode(...utf8.encode(text));
  return bytes.replace(/[^ -~]|%|^ | $/g, (byte) => {
    const code = byte.charCodeAt(0) + 0x100;
    return `%${code.toString(16).slice(1).toUpperCase()}`;
  });
}

export function percentDecode(text: string): string {
  const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, hex) =>
    String.fromCharCode(Number(`0x${hex}`)),
  );
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
  );
}
