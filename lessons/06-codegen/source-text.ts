import { layOut as setIn } from '#protobuf/compiler/layout';

/** Generated code, set in for people, and cut where the screen ends. */
export function layOut(text: string): string {
  return clip(setIn(text));
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

/** Four columns are the margin, and 80 are the screen. */
const WIDEST = 76;

const cut = (line: string) => (line.length <= WIDEST ? line : `${line.slice(0, WIDEST - 1)}…`);
