import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readExerciseFile } from '#course/exercise/files';
import { loadExercises } from '#course/exercise/switch';
import { ROOT } from '#course/paths';

/** A page cuts its code out of real files, and some of them are what a learner has to write. */
const exercises = await loadExercises();
const DOCS = join(ROOT, 'docs');
const pages = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.md') && !file.startsWith('.') && !file.includes('node_modules'),
);

/** A shorter line (`return undefined;`) may stand anywhere. */
const MIN_LENGTH = 30;

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= MIN_LENGTH);

/** The page with the files and regions that it includes in their places. */
function expand(page: string): string {
  const text = readFileSync(join(DOCS, page), 'utf8');
  return text.replace(/^<<< (\S+?)(?:#([\w-]+))?(?:\{.*\})?$/gm, (_, path, region) => {
    const file = path.startsWith('@/')
      ? join(DOCS, path.slice(2))
      : join(DOCS, dirname(page), path);
    const code = readFileSync(file, 'utf8');
    if (region === undefined) return code;
    const [, cut] = code.split(new RegExp(`^ *// #(?:end)?region ${region}\\n`, 'm'));
    if (cut === undefined) throw new Error(`${page}: ${path} has no region ${region}`);
    return cut;
  });
}

/** What the learner has to write in a lesson from `number` on: the lines of it. */
function askedFrom(number: number): Set<string> {
  const later = exercises.filter(({ entry }) => entry.number >= number);
  const gaps = later.flatMap(({ entry, exercise }) =>
    exercise.pieces.flatMap((piece) => {
      const { marked } = readExerciseFile(entry.folder, piece);
      return [...marked.matchAll(/\/\/ <task \d+.*>\n([\s\S]*?)\/\/ <\/task>/g)];
    }),
  );
  return new Set(gaps.flatMap((gap) => linesOf(gap[1] ?? '')));
}

describe.each(pages)('%s', (page) => {
  const number = Number(/(\d+)-/.exec(page)?.[1] ?? 1);

  test('prints nothing that an exercise still asks for, and no marks', () => {
    const text = expand(page);
    const asked = askedFrom(number);
    expect(asked.size).toBeGreaterThan(10);
    expect(linesOf(text).filter((line) => asked.has(line))).toEqual([]);
    expect(text).not.toMatch(/\/\/ <\/?task|\/\/\? |notYet/);
  });

  test('its questions are numbered in the order in which they stand', async () => {
    const quiz = join(DOCS, page.replace(/md$/, 'quiz.ts'));
    if (!existsSync(quiz)) return;
    const text = readFileSync(join(DOCS, page), 'utf8');
    const shown = [...text.matchAll(/<Quiz\b[^>]*\bonly="([^"]+)"/g)].flatMap(([, ids]) =>
      ids!.split(' '),
    );
    const { default: questions } = await import(quiz);
    expect((questions as { id: string }[]).map(({ id }) => id)).toEqual(shown);
  });
});

test('this test can fail', () => {
  const line = 'new DataView(frame.buffer).setUint32(0, payload.length);';
  expect(askedFrom(3)).toContain(line);
  expect(askedFrom(4)).not.toContain(line);
});
