import type { MarkdownRenderer } from 'vitepress';

/**
 * Markdown has no table without a header, so tables of two things to compare begin with an empty
 * corner. As a `th` it would be announced as the header of its column; it is a plain cell.
 */
export function softenEmptyHeaders(md: MarkdownRenderer): void {
  md.core.ruler.push('empty-headers', ({ tokens }) => {
    for (const [i, token] of tokens.entries()) {
      const isEmpty = token.type === 'th_open' && tokens[i + 1]?.content.trim() === '';
      const close = tokens[i + 2];
      if (!isEmpty || close?.type !== 'th_close') continue;
      token.tag = 'td';
      close.tag = 'td';
    }
  });
}
