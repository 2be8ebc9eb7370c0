import { beginningOf, columnsOf } from './columns.ts';

/** The columns of the widest character. */
const WIDEST = 2;

/**
 * Breaks text into lines of at most `columns` columns, at spaces if there are any. Less than
 * the widest character needs is taken for that: a line without columns would never come to its end.
 */
export function wrap(text: string, columns: number): string[] {
  const width = Math.max(WIDEST, columns);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (let word of paragraph.split(' ')) {
      let size = columnsOf(word);
      if (line !== '' && used + 1 + size > width) {
        lines.push(line);
        line = '';
      }
      while (size > width) {
        const part = beginningOf(word, width);
        lines.push(part);
        word = word.slice(part.length);
        size = columnsOf(word);
      }
      used = line === '' ? size : used + 1 + size;
      line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
