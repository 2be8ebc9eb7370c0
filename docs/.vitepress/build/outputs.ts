import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { shownCommand } from '../../../src/course/lesson/shown-command.ts';
import { en } from '../texts/en.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The tokens of a paragraph: where it begins, its text, and where it ends. */
const PARAGRAPH = 3;

/**
 * Puts under each command of a lesson what it printed when it was recorded (`npm run record`),
 * folded. A command that was not recorded stands alone; a test of the lessons finds it.
 */
export function outputs(md: MarkdownRenderer): void {
  md.core.ruler.push('outputs', ({ tokens, env, Token }) => {
    const folder = basename(env.relativePath ?? '', '.md');
    for (const fence of tokens.filter(({ type, info }) => type === 'fence' && info === 'sh')) {
      const commands = fence.content
        .split('\n')
        .flatMap((line) => shownCommand(folder, line) ?? [])
        .filter(({ file }) => existsSync(join(ROOT, file)));
      const folded = commands.map(({ line, file }) => {
        env.includes?.push(join(ROOT, file));
        const made = new Token('html_block', '', 0);
        made.content = fold(commands.length > 1 ? line : undefined, file);
        return made;
      });
      const at = tokens.indexOf(fence) + 1;
      // First what to look for, then where.
      const isSaid = tokens[at + 1]?.content.startsWith('Look ');
      tokens.splice(isSaid ? at + PARAGRAPH : at, 0, ...folded);
    }
  });
}

function fold(line: string | undefined, file: string): string {
  const text = toHtml(readFileSync(join(ROOT, file), 'utf8').trimEnd());
  const title =
    line === undefined ? en.site.prints : en.site.printsOf(`<code>${toHtml(line)}</code>`);
  const pre = `<pre v-pre tabindex="0">${text}</pre>`;
  return `<details class="output"><summary v-pre>${title}</summary>${pre}</details>\n`;
}

const toHtml = (text: string) => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
