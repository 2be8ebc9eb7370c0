import type { MarkdownRenderer } from 'vitepress';
import { lessonNumberOf } from '../lesson-path.ts';

/**
 * Puts `<LessonStart />` (the question, the commands) after the title of every lesson page, so
 * that the page's Markdown holds only its text.
 */
export function addLessonStart(md: MarkdownRenderer): void {
  md.core.ruler.push('lesson-start', (state) => {
    if (lessonNumberOf(state.env.relativePath ?? '') === undefined) return;
    const end = state.tokens.findIndex(({ type, tag }) => type === 'heading_close' && tag === 'h1');
    if (end < 0) throw new Error(`${state.env.relativePath}: a lesson begins with '# its title'`);
    const start = new state.Token('html_block', '', 0);
    start.content = '<LessonStart />\n';
    state.tokens.splice(end + 1, 0, start);
  });
}
