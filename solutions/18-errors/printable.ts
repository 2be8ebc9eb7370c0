// Derived from src/grpc/client/printable.ts by npm run skeletons: change it there.
import { MAX_PRINTED_LENGTH } from '#grpc/limits';
import { statusName } from '#grpc/status';
import { percentDecode } from '#grpc/wire/percent';

/**
 * The text of a status is a stranger's. In a log a line break in it begins a line that nobody here
 * has written; on a terminal ESC moves the cursor, or rings the bell; U+202E turns what follows around.
 * So control characters, line separators, halves of surrogate pairs, and the marks that change the
 * direction of writing are not shown as they are (Unicode categories Cc, Zl, Zp, Cs; UAX #9).
 */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Those that have names. All others are shown by their number: ESC is `\u{1b}`. */
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** How an unprintable character is shown. */
function escaped(character: string): string {
  return NAMED[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

/**
 * A text as it can be shown on one line, whoever has written it.
 * @param most how many characters of it at most; what is left out shows as `…`
 */
export function printable(text: string, most = MAX_PRINTED_LENGTH): string {
  if (text.length <= most && !UNPRINTABLE.test(text)) return text; // Most texts.
  let shown = '';
  let count = 0;
  // Character by character: a cut by `slice` can go through the middle of a pair.
  for (const character of text) {
    if (count++ === most) return `${shown}…`;
    shown += UNPRINTABLE.test(character) ? escaped(character) : character;
  }
  return shown;
}

/**
 * What a reader shows of a status that came off the wire: its text, or the code's name if there is
 * no text that says anything.
 * @param field the value of `grpc-message` as it stood in the header; `undefined` if there was none
 */
export function messageText(field: string | undefined, code: number): string {
  // Decoded once, and first: in the field a line break is still `%0A`, and `é` is two escapes.
  const text = printable(percentDecode(field ?? ''));
  return text.trim() === '' ? `${statusName(code)}, and no text` : text;
}
