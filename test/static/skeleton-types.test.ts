import ts from 'typescript';
import { expect, test } from 'vitest';
import { loadExercises } from '#course/exercise/switch';
import { ROOT } from '#course/paths';
import { skeletonFiles, suiteOf } from '../course/subjects.ts';

/** The skeletons stand, as far as the compiler knows, where exercises/ has the learner's files. */
test('the skeletons type-check, and their suites against them', { timeout: 240_000 }, async () => {
  const lessons = await loadExercises();
  const texts = new Map<string, string>();
  const paths: Record<string, string[]> = {};
  for (const placed of lessons) {
    const { entry, exercise } = placed;
    const skeletons = skeletonFiles(placed);
    for (const { name, file } of exercise.pieces) {
      const path = `${ROOT}exercises/${entry.folder}/${file}`;
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
});
