/** Characters of a value that a line of a trace has room for. */
export const LONGEST_VALUE = 60;

/** `text` with at most `longest` characters; a text that was cut ends with `…`. */
export function clip(text: string, longest = LONGEST_VALUE): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
