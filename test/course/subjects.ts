import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CatalogueEntry, conditionOf, loadCatalogue } from '#course/catalogue';
import type { Job } from '#course/grading/job';
import type { Outcome } from '#course/grading/run-jobs';
import type { ClassicMistake } from '#course/kit/mistake';
import { ROOT } from '#course/paths';

/** The lessons to which the tests of the course apply: all that are written. */
export async function writtenLessons(): Promise<CatalogueEntry[]> {
  return (await loadCatalogue()).filter((entry) => entry.written);
}

/** The imports of package.json that a lesson's exercise takes over: `frame.ts` → `#framing/frame`. */
export function replacedModules(
  entry: CatalogueEntry,
  subject: 'exercise' | 'solution' = 'exercise',
): Map<string, string> {
  const { imports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    imports: Record<string, string | Record<string, string>>;
  };
  const prefix = `./${subject}s/${entry.folder}/`;
  const modules = new Map<string, string>();
  for (const [key, target] of Object.entries(imports)) {
    const path = typeof target === 'string' ? undefined : target[conditionOf(entry, subject)];
    if (path?.startsWith(prefix)) modules.set(path.slice(prefix.length), key);
  }
  return modules;
}

/** A folder for the subjects of one test file, never the learner's, and what removes it. */
export function createScratch(): { folder: string; remove(): void } {
  const folder = `.course/subjects/${randomBytes(4).toString('hex')}`;
  return { folder, remove: () => rmSync(`${ROOT}${folder}`, { recursive: true, force: true }) };
}

/** A subject of a graded suite, made for a test. */
export interface Subject {
  name: string;
  entry: CatalogueEntry;
  job: Job;
  /** The folder with its files, from the repository's; absent for what stands in src/. */
  folder?: string;
}

/** Writes `files` where they are a subject of the suite of `entry`. */
export function writeSubject(
  scratch: string,
  entry: CatalogueEntry,
  name: string,
  files: Record<string, string>,
): Subject {
  const folder = `${scratch}/${entry.folder}/${name}`;
  const modules = replacedModules(entry);
  const replace: Record<string, string> = {};
  mkdirSync(`${ROOT}${folder}`, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(`${ROOT}${folder}/${file}`, text);
    const key = modules.get(file);
    if (key !== undefined) replace[key] = `${ROOT}${folder}/${file}`;
  }
  return {
    name,
    entry,
    folder,
    job: { name: `${entry.folder} ${name}`, suite: suiteOf(entry), replace },
  };
}

/** The piece in src/ that does the same job for real. */
export function srcSubject(entry: CatalogueEntry): Subject {
  return { name: 'src', entry, job: { name: `${entry.folder} src`, suite: suiteOf(entry) } };
}

export function suiteOf(entry: CatalogueEntry): string {
  return `test/graded/${entry.folder}.test.ts`;
}

/** The texts of an exercise's solution, by file. */
export function solutionFiles(entry: CatalogueEntry, files: string[]): Record<string, string> {
  const read = (file: string) => readFileSync(`${ROOT}solutions/${entry.folder}/${file}`, 'utf8');
  return Object.fromEntries(files.map((file) => [file, read(file)]));
}

/** The files of the exercise as somebody else would write them; those that nobody did are ours. */
export function otherWays(entry: CatalogueEntry): Record<string, string> {
  const folder = join(ROOT, 'test/graded/other-ways', entry.folder);
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

export async function loadMistakes(entry: CatalogueEntry): Promise<ClassicMistake[]> {
  const path = `${ROOT}test/graded/${entry.folder}.mistakes.ts`;
  return ((await import(path)) as { mistakes: ClassicMistake[] }).mistakes;
}

/** @throws where a text that a mistake changes is not there exactly once */
export function makeMistake(
  files: Record<string, string>,
  { name, file, change }: ClassicMistake,
): Record<string, string> {
  const text = change.reduce((current, [find, replacement]) => {
    const found = current.split(find).length - 1;
    if (found !== 1) throw new Error(`${name}: found ${found} times in ${file}: ${find}`);
    return current.replace(find, () => replacement);
  }, files[file] ?? '');
  return { ...files, [file]: text };
}

/** The outcome as the learner would get it, with the subject standing in exercises/. */
export function asIfInExercises(outcome: Outcome, { folder, entry }: Subject): Outcome {
  if (folder === undefined) return outcome;
  const text = JSON.stringify(outcome).replaceAll(folder, `exercises/${entry.folder}`);
  return JSON.parse(text) as Outcome;
}

/** Reads the subject's line that a verdict names as one of exercises/. */
export function readLinesOf({ folder, entry }: Subject): (file: string) => string[] | undefined {
  return (file) => {
    const path = `${ROOT}${file.replace(`exercises/${entry.folder}`, folder ?? '')}`;
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : undefined;
  };
}
