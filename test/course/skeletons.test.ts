import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { loadExercise } from '#course/catalogue';
import { deriveSkeleton, tasksIn } from '#course/exercise/derive-skeleton';
import { digestOf, readDigests } from '#course/exercise/digests';
import { hasSrcPieces } from '#course/exercise/src-pieces';
import { ROOT } from '#course/paths';
import { replacedModules, solutionFiles, suiteOf, writtenLessons } from './subjects.ts';

const lessons = await Promise.all(
  (await writtenLessons()).map(async (entry) => {
    const exercise = await loadExercise(entry);
    return {
      entry,
      exercise,
      folder: entry.folder,
      solution: solutionFiles(entry, exercise.files),
    };
  }),
);

describe.each(lessons)('$folder', ({ entry, exercise, folder, solution }) => {
  test('its skeletons were derived from the solution as it is (npm run skeletons)', () => {
    const digests = readDigests();
    for (const [file, text] of Object.entries(solution)) {
      expect(digests[`${folder}/${file}`], file).toBe(digestOf(deriveSkeleton(text)));
    }
  });

  test('every task has its gap, in the file that it names, and no gap is without a task', () => {
    for (const [index, task] of exercise.tasks.entries()) {
      expect(tasksIn(solution[task.file] ?? ''), task.title).toContain(index + 1);
    }
    const gaps = Object.values(solution).flatMap(tasksIn);
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

  test('package.json switches each of its files, for the exercise and for the solution', () => {
    expect([...replacedModules(entry).keys()].sort()).toEqual([...exercise.files].sort());
    expect(replacedModules(entry, 'solution')).toEqual(replacedModules(entry));
  });

  test('what everybody imports by default is a piece of src/, or else the solution', () => {
    if (hasSrcPieces(entry)) return;
    const { imports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
      imports: Record<string, Record<string, string>>;
    };
    for (const [file, name] of replacedModules(entry)) {
      expect(imports[name]?.default).toBe(`./solutions/${folder}/${file}`);
    }
    expect(exercise.needsNode, 'whose library is it about?').toBe(true);
  });

  test('nothing of the solution is left in a skeleton', () => {
    for (const text of Object.values(solution)) {
      const skeleton = deriveSkeleton(text);
      expect(skeleton).not.toMatch(/<\/?task|\/\/\?/);
      for (const gap of text.matchAll(/\/\/ <task \d+>\n([\s\S]*?)\/\/ <\/task>/g)) {
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
  for (const { entry, folder, solution } of lessons) {
    const keys = replacedModules(entry);
    for (const [file, text] of Object.entries(solution)) {
      const path = `${ROOT}exercises/${folder}/${file}`;
      texts.set(path, deriveSkeleton(text));
      paths[keys.get(file) ?? ''] = [path];
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
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  expect(found).toEqual([]);
  for (const path of texts.keys()) expect(program.getSourceFile(path)?.text).toContain('notYet');
}, 60_000);
