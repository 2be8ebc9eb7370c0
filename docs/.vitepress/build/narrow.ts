import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters of code in a line: what it is broken for. */
const COLUMNS = 70;
/** And what a page has room for, since a text between quotes cannot be broken. */
export const MOST_COLUMNS = 75;

const FOLDER = join(import.meta.dirname, '../cache/excerpts');
const FORMATTER = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
const CONFIG = {
  root: true,
  files: { includes: ['**'] },
  formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: COLUMNS },
  javascript: { formatter: { quoteStyle: 'single' } },
};

/**
 * Source files as they are formatted, but for `COLUMNS` instead of a hundred: the same code, its
 * lines broken elsewhere, so that a page can show it whole. What is not TypeScript stays as it is.
 */
export function narrow(paths: readonly string[]): Map<string, string> {
  const sources = paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const copies = new Map(
    sources
      .filter(({ path }) => path.endsWith('.ts'))
      .map(({ path, text }) => [path, { text, copy: join(FOLDER, nameOf(text)) }]),
  );
  const missing = [...copies.values()].filter(({ copy }) => !existsSync(copy));
  if (missing.length > 0) format(missing);
  return new Map(
    sources.map(({ path, text }) => {
      const copy = copies.get(path)?.copy;
      return [path, wrapComments(copy === undefined ? text : readFileSync(copy, 'utf8'))];
    }),
  );
}

/** By its content, so that what has been formatted once is never formatted again. */
const nameOf = (text: string) =>
  `${createHash('sha256').update(text).digest('hex').slice(0, 24)}.ts`;

/** In a folder of its own: the formatter must not find this repository's configuration. */
function format(files: readonly { text: string; copy: string }[]): void {
  const work = mkdtempSync(join(tmpdir(), 'excerpts-'));
  try {
    writeFileSync(join(work, 'biome.json'), JSON.stringify(CONFIG));
    const drafts = files.map(({ text, copy }, i) => ({ draft: join(work, `${i}.ts`), text, copy }));
    for (const { draft, text } of drafts) writeFileSync(draft, text);
    execFileSync(process.execPath, [FORMATTER, 'format', '--write', '.'], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    mkdirSync(FOLDER, { recursive: true });
    for (const { draft, copy } of drafts) copyFileSync(draft, copy);
  } finally {
    rmSync(work, { recursive: true });
  }
}

const COMMENT = /^(\s*(?:\/\/|\*) )(?=\S)(.*)$/;
/** Drawings and lists say with their shape what they mean. */
const SHAPED = / {2}|[─-╿]|^(?:[-*]|\d+\.) |^#(?:end)?region/;

const DOC_LINE = /^( *)\/\*\* (.*?)( \*\/)?$/;

/** Breaks comments that are too long; a formatter does not. Their paragraphs stay. */
export function wrapComments(code: string): string {
  const out: string[] = [];
  let paragraph: string[] = [];
  let prefix = '';
  const flush = () => {
    const isWide = paragraph.some((line) => prefix.length + line.length > COLUMNS);
    const lines = isWide ? wrap(paragraph.join(' '), COLUMNS - prefix.length) : paragraph;
    out.push(...lines.map((line) => prefix + line));
    paragraph = [];
  };
  for (const line of code.split('\n').flatMap(open)) {
    const [, start, text] = COMMENT.exec(line) ?? [];
    const isPlain = start !== undefined && text !== undefined && !SHAPED.test(text);
    if (paragraph.length > 0 && (!isPlain || start !== prefix || text.startsWith('@'))) flush();
    if (isPlain) {
      prefix = start;
      paragraph.push(text);
    } else {
      out.push(line);
    }
  }
  flush();
  return out.join('\n');
}

/** A comment of one long line becomes one of several, as it would have been written. */
function open(line: string): string[] {
  const [, indent = '', text, end] = DOC_LINE.exec(line) ?? [];
  if (text === undefined || line.length <= COLUMNS) return [line];
  const lines = [`${indent}/**`, `${indent} * ${text}`];
  return end === undefined ? lines : [...lines, `${indent} */`];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
