/**
 * Generated code, set in for people: the emitters leave lines and indents to a formatter, which for
 * a look on the screen need be no more than this.
 */
export function layOut(text: string): string {
  let depth = 0;
  /** Inside a `case`, whose statements stand further in and have no braces. */
  let inCase = false;
  return clip(
    text
      .split('\n')
      .map((line) => line.trim())
      .map((line) => {
        const closes = /^[}\])]/.test(line) ? 1 : 0;
        const opensCase = /^(case .*|default):$/.test(line);
        if (closes > 0 || opensCase) inCase = false;
        const indent = '  '.repeat(Math.max(0, depth - closes + (inCase ? 1 : 0)));
        depth += count(line, /[{[(]/g) - count(line, /[}\])]/g);
        inCase = opensCase || (inCase && line !== 'break;');
        return `${indent}${line}`.trimEnd();
      })
      .join('\n'),
  );
}

/** A text that others have laid out, cut where the screen ends. */
export function clip(text: string): string {
  return text.split('\n').map(cut).join('\n');
}

/** What stands between a line that begins with `start` and the first that is `end`. */
export function excerpt(text: string, start: string, end: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.trim().startsWith(start));
  const to = lines.findIndex((line, i) => i > from && line === end);
  return from < 0 || to < 0 ? '' : lines.slice(from, to + 1).join('\n');
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Four columns are the margin, and 80 are the screen. */
const WIDEST = 76;

const cut = (line: string) => (line.length <= WIDEST ? line : `${line.slice(0, WIDEST - 1)}…`);
