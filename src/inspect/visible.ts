/**
 * Text that came off the wire, safe to print: what is no character to be seen is written as its
 * escape. A peer could else move the cursor, clear the screen or forge lines of a trace (ESC [ 2 J).
 * Newlines stay, and are where a line is broken.
 */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) =>
      SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const SHORT: Record<string, string> = { '\t': '\\t', '\r': '\\r' };
