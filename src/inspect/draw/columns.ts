/** Characters that take two columns: those of East Asia, their punctuation, and emoji (UAX #11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Characters that stand on the one before them. */
const MARK = /\p{Mn}/u;

/** How many columns a terminal gives to a text without line breaks and colours. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfOne(character);
  return columns;
}

function columnsOfOne(character: string): number {
  if (character <= '~') return 1;
  if (MARK.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** The longest beginning of `text` that fits into `columns`; one character at least. */
export function beginningOf(text: string, columns: number): string {
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += columnsOfOne(character);
    if (used > columns && end > 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The text in so many columns: filled up with spaces, or cut, with an `…` at its end. */
export function fill(text: string, columns: number): string {
  const size = columnsOf(text);
  if (size <= columns) return text + ' '.repeat(columns - size);
  const cut = `${beginningOf(text, columns - 1)}…`;
  return cut + ' '.repeat(Math.max(0, columns - columnsOf(cut)));
}
