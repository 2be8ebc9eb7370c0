import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { withoutMarks } from '../../../src/course/exercise/derive-skeleton.ts';
import { readRepository } from '../repository.ts';
import { en } from '../texts/en.ts';
import { MOST_COLUMNS, narrow } from './narrow.ts';

/**
 * `<<< @/../src/framing/frame.ts#decoder` cuts a region out of a real file. The page shows it in
 * lines that fit (`narrow.ts`), under the file's name, which is a link to the whole of it. What is
 * longer than `SHOWN` lines is folded. Pieces of text in brackets behind it mark the lines in which
 * they stand:
 *
 *     <<< @/../src/framing/frame.ts#decoder [this.#queue.take( ; too-large]
 *
 * A region or a mark that is not there is an error, so that a page cannot go on quoting what has
 * been renamed or removed.
 */
const SHOWN = 25;

const ROOT = join(import.meta.dirname, '../../..');
/** Without a repository, the files stand here on the site itself; `.txt`, so that hosts show them. */
const SOURCES = 'source';
const quoted = new Set<string>();

type Tokens = ReturnType<MarkdownRenderer['parse']>;
type Snippet = Tokens[number] & { src?: [path: string, region: string] };

export function excerpts(md: MarkdownRenderer): void {
  md.core.ruler.push('excerpts', ({ tokens, env, Token }) => {
    const snippets = (tokens as Snippet[]).filter(({ src }) => src !== undefined);
    const fail = (problem: string): never => {
      throw new Error(`${env.relativePath ?? 'a page'}: ${problem}`);
    };
    const failIfWide = (code: string, where: string) => {
      const wide = code.split('\n').find((line) => line.length > MOST_COLUMNS);
      if (wide !== undefined) fail(`wider than ${MOST_COLUMNS} columns, ${where}: ${wide}`);
    };
    for (const { type, content } of tokens)
      if (type === 'fence') failIfWide(content, 'on the page');
    for (const { src } of snippets) {
      const problem = findProblem(...src!);
      if (problem !== undefined) fail(problem);
    }
    const texts = narrow(snippets.map(({ src }) => src![0]));
    for (const token of snippets) {
      const [path, region] = token.src!;
      const text = cut(texts.get(path)!, region);
      const [language] = /^[^\s{[]*/.exec(token.info)!;
      const marked = marksOf(token.info, path).map((mark) => {
        const lines = text.split('\n').flatMap((line, i) => (line.includes(mark) ? [i + 1] : []));
        if (lines.length !== 1) fail(`'${mark}' is in ${lines.length} lines of ${path}#${region}`);
        return lines[0]!;
      });
      // What a tool has printed stays as it was; it is wrapped (`.txt` in page.css).
      if (!path.endsWith('.txt')) failIfWide(text, `in ${path}#${region}`);
      token.content = text;
      token.info = marked.length === 0 ? language : `${language}{${marked.join()}}`;
      // VitePress would read the file again; it only has to know that the page depends on it.
      env.includes?.push(path);
      delete token.src;

      const around = (html: string) => {
        const made = new Token('html_block', '', 0);
        made.content = html;
        return made;
      };
      const lines = text.trimEnd().split('\n').length;
      const [before, after] = frame(path, lines);
      tokens.splice(tokens.indexOf(token), 1, around(before), token, around(after));
    }
  });
}

/** The file's name above the code, and a switch for what is folded, which needs no script. */
function frame(path: string, lines: number): [before: string, after: string] {
  const file = relative(ROOT, path).split(sep).join('/');
  quoted.add(file);
  const caption = `<p class="file"><a href="${addressOf(file)}" target="_self">${file}</a></p>`;
  const kind = file.slice(file.lastIndexOf('.') + 1);
  if (lines <= SHOWN) return [`<div class="excerpt ${kind}">${caption}\n`, '</div>\n'];
  const unfold = `<label class="unfold"><input type="checkbox" />${en.site.unfold(lines)}</label>`;
  return [`<div class="excerpt ${kind} long">${caption}\n`, `${unfold}</div>\n`];
}

function addressOf(file: string): string {
  const repository = readRepository();
  return repository ? `${repository.url}/blob/HEAD/${file}` : `/${SOURCES}/${file}.txt`;
}

/** Puts what the pages quote beside them, if there is no repository to link to. */
export function publishSources(outDir: string): void {
  if (readRepository() !== undefined) return;
  for (const file of quoted) {
    const target = join(outDir, SOURCES, `${file}.txt`);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(ROOT, file), target);
  }
}

/** In brackets behind the path; without any, VitePress puts the file's name there. */
function marksOf(info: string, path: string): string[] {
  const [, inside] = /\[(.+)\]/.exec(info) ?? [];
  if (inside === undefined || path.endsWith(`/${inside}`)) return [];
  return inside.split(' ; ');
}

/** The region's lines, without its own marks and those of exercises, set to the left. */
function cut(text: string, region: string): string {
  const all = text.replaceAll('\r\n', '\n').split('\n');
  const start = region === '' ? -1 : all.findIndex((line) => isMark(line, 'region', region));
  const end =
    region === '' ? all.length : all.findIndex((line) => isMark(line, 'endregion', region));
  const inside = all.slice(start + 1, end).filter((line) => !/^\s*\/\/ #(end)?region /.test(line));
  const trimmed = inside
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
  const lines = withoutMarks(`${trimmed}\n`).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** What is wrong with an inclusion, or `undefined`. */
export function findProblem(path: string, region: string): string | undefined {
  if (!existsSync(path)) return `there is no file ${path}`;
  if (region === '') return undefined;
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const start = lines.findIndex((line) => isMark(line, 'region', region));
  if (start < 0) return `${path} has no '#region ${region}'`;
  const end = lines.findIndex((line, at) => at > start && isMark(line, 'endregion', region));
  if (end < 0) return `${path} has no '#endregion ${region}'`;
  return end === start + 1 ? `the region '${region}' of ${path} is empty` : undefined;
}

const isMark = (line: string, kind: string, region: string) =>
  line.trim() === `// #${kind} ${region}`;
