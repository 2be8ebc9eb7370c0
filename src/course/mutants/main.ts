import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { findLesson, loadCatalogue } from '#course/catalogue';
import { loadExercises } from '#course/exercise/switch';
import type { Equivalent } from '#course/kit/equivalent';
import { Random } from '#course/kit/random';
import { importFromRoot, ROOT } from '#course/paths';
import { UserError } from '#course/user-error';
import { gradeMutants, mutantsOf } from './grade-mutants.ts';
import { report } from './report.ts';

interface Options {
  names?: boolean;
  sample?: number;
  seed: string;
}

const program = new Command('npm run mutants --')
  .description('changes the solutions in one place at a time and shows what no suite notices')
  .argument('[lessons...]', 'some lessons; otherwise all of them')
  .option('--names', 'also one variable or property in another’s place')
  .option('--sample <count>', 'only so many mutants, chosen by the seed', parseCount)
  .option('--seed <text>', 'chooses the sample: the same text, the same mutants', '1')
  .action(run);
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

function parseCount(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number, 1 or more.');
}

async function run(wanted: string[], { names = false, sample, seed }: Options) {
  const catalogue = await loadCatalogue();
  const only = wanted.map((lesson) => findLesson(catalogue, lesson).folder);
  const lessons = (await loadExercises()).filter(
    ({ entry }) => only.length === 0 || only.includes(entry.folder),
  );
  const all = lessons.flatMap((lesson) =>
    mutantsOf(lesson, names).map((mutant) => ({ lesson, mutant })),
  );
  const chosen = sample === undefined ? all : choose(all, sample, seed);
  console.error(`${chosen.length} mutants, a quarter of a second of work for each`);
  const graded = await gradeMutants(chosen);
  let faults = 0;
  for (const { entry } of lessons) {
    const own = graded.filter(({ lesson }) => lesson.entry === entry);
    if (own.length === 0) continue;
    const made = sample !== undefined ? 'sample' : names ? 'all' : 'usual';
    const result = report(entry.folder, own, await equivalentsOf(entry.folder), made);
    for (const line of result.lines) console.log(line);
    faults += result.faults;
  }
  process.exitCode = faults === 0 ? 0 : 1;
}

/** So many of the list, in its order. */
function choose<T>(list: T[], count: number, seed: string): T[] {
  const hash = (sum: number, letter: string) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 32;
  const random = new Random([...seed].reduce(hash, 0));
  return list.filter(() => random.next() < count / list.length);
}

async function equivalentsOf(folder: string): Promise<Equivalent[]> {
  const path = `test/graded/${folder}.equivalents.ts`;
  if (!existsSync(`${ROOT}${path}`)) return [];
  return ((await importFromRoot(path)) as { equivalents: Equivalent[] }).equivalents;
}
