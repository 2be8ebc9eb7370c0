import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { tasksIn } from '#course/exercise/derive-skeleton';
import { derivedFrom } from '#course/exercise/derive-solution';
import { digestOf, readDigests } from '#course/exercise/digests';
import type { Piece } from '#course/exercise/exercise';
import { readExerciseFile, readSolution } from '#course/exercise/files';
import { loadExercises, srcFileOf } from '#course/exercise/switch';
import { ROOT } from '#course/paths';
import { skeletonFiles, suiteOf } from './subjects.ts';

const lessons = (await loadExercises()).map((placed) => ({
  ...placed,
  folder: placed.entry.folder,
  skeletons: skeletonFiles(placed),
}));

/** What the first line of a solution says: where it comes from, or why it is written by hand. */
function firstLineOf({ name, solution }: Piece): RegExp | string {
  if (solution === 'derived') return derivedFrom(srcFileOf(name));
  const from = solution === 'own' ? ` from ${srcFileOf(name)}` : '';
  return new RegExp(`^// Not derived${from}: .{20,}[.]$`);
}

describe.each(lessons)('$folder', ({ exercise, folder, skeletons }) => {
  test('its skeletons were derived from the piece as it is (npm run skeletons)', () => {
    const digests = readDigests();
    for (const [file, text] of Object.entries(skeletons)) {
      expect(digests[`${folder}/${file}`], file).toBe(digestOf(text));
    }
  });

  test.each(exercise.pieces)('the solution $file is $solution, and says so', (piece) => {
    const { path, solution } = readExerciseFile(folder, piece);
    expect(readSolution(path), 'run npm run skeletons').toBe(solution);
    const [first] = solution.split('\n');
    expect(first).toMatch(firstLineOf(piece));
    expect(first?.length).toBeLessThanOrEqual(100);
  });

  test('every task has its gap, in the file that it names, and no gap is without a task', () => {
    for (const [index, task] of exercise.tasks.entries()) {
      expect(tasksIn(skeletons[task.file] ?? ''), task.title).toContain(index + 1);
    }
    const gaps = Object.values(skeletons).flatMap(tasksIn);
    expect([...new Set(gaps)].sort()).toEqual(exercise.tasks.map((_, index) => index + 1));
  });

  test('two to five tasks, each with what is asked and three hints', () => {
    expect(exercise.tasks.length).toBeGreaterThanOrEqual(2);
    expect(exercise.tasks.length).toBeLessThanOrEqual(5);
    for (const { asked, hints } of exercise.tasks) {
      expect(asked.length).toBeGreaterThan(20);
      expect(new Set(hints).size).toBe(3);
    }
  });

  test('a piece that imports a library is not in src/, and needs Node', () => {
    // One that is given its library as an argument can be judged in the page.
    const isAboutALibrary = exercise.pieces.some((piece) => {
      const { marked } = readExerciseFile(folder, piece);
      return piece.solution === 'only' && /^import [^;]* from '[^#.]/m.test(marked);
    });
    expect(exercise.needsNode ?? false).toBe(isAboutALibrary);
  });

  test('nothing of the solution is left in a skeleton', () => {
    for (const piece of exercise.pieces) {
      const { skeleton, marked } = readExerciseFile(folder, piece);
      expect(skeleton).not.toMatch(/<\/?task|\/\/[?!]|Derived|Not derived/);
      for (const gap of marked.matchAll(/\/\/ <task \d+.*>\n([\s\S]*?)\/\/ <\/task>/g)) {
        const lines = (gap[1] ?? '').split('\n').map((line) => line.trim());
        // A short line (`}`, `return;`) may stand elsewhere too.
        for (const line of lines)
          if (line.length > 30) expect(skeleton).not.toContain(`  ${line}\n`);
      }
    }
  });
});

/** The skeletons stand, as far as the compiler knows, where exercises/ has the learner's files. */
test('the skeletons type-check, and their suites against them', () => {
  const texts = new Map<string, string>();
  const paths: Record<string, string[]> = {};
  for (const { folder, exercise, skeletons } of lessons) {
    for (const { name, file } of exercise.pieces) {
      const path = `${ROOT}exercises/${folder}/${file}`;
      texts.set(path, skeletons[file] ?? '');
      paths[name] = [path];
    }
  }
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost({ ...options, paths });
  const { readFile, fileExists } = host;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, language) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, language);
  };
  const suites = lessons.map(({ entry }) => `${ROOT}${suiteOf(entry)}`);
  const program = ts.createProgram([...texts.keys(), ...suites], { ...options, paths }, host);
  // These files alone: what they import is checked by `npm run typecheck`.
  const files = [...texts.keys(), ...suites].map((path) => program.getSourceFile(path)!);
  const found = files
    .flatMap((file) => ts.getPreEmitDiagnostics(program, file))
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  expect([...new Set(found)]).toEqual([]);
  for (const [path, text] of texts) expect(program.getSourceFile(path)?.text).toBe(text);
}, 240_000);
