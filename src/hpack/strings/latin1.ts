/** `fromCharCode` takes its characters as arguments, of which an engine allows only so many. */
const MOST_ARGUMENTS = 8192;

/** Octets as text, one character each. (TextDecoder's "latin1" is Windows-1252: it changes some.) */
export function latin1FromBytes(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= 24) {
    // Short strings are the rule, and cost less without the argument list.
    let text = '';
    for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
    return text;
  }
  let text = '';
  for (let from = start; from < end; from += MOST_ARGUMENTS) {
    const part = bytes.subarray(from, Math.min(from + MOST_ARGUMENTS, end));
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}
