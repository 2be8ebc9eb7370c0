/**
 * Text from a peer, safe to print. A control character is written as its escape: a peer could
 * otherwise move the cursor, clear the screen or write over what was printed before (ESC [ 2 J).
 * So are the characters that nobody sees, because they turn the direction of the text (U+202E) or
 * hide in it (U+200B), and half a surrogate pair, which is not a character.
 *
 * Newlines stay: for texts that are broken into lines. `visibleLine` is for all others.
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, escapeOf);
}

/** The same for a text that has to stay on its line: with a newline a peer could forge the next. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n');
}

/**
 * The same for a text of several lines that belong together: all but the first are set in by two
 * spaces at least, so that none of them can pass for a line that somebody else has printed.
 */
export function visibleBlock(text: string): string {
  return visible(text)
    .replace(/\n(?! {2})/g, '\n  ')
    .trimEnd();
}

/** Controls but the newline; formats, bidi controls among them; separators; half surrogates. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\t': '\\t', '\r': '\\r' };

function escapeOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return SHORT[character] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`);
}
