import type { Equivalent } from '#course/kit/equivalent';
import type { GradedMutant } from './grade-mutants.ts';
import { changeOf, type Mutant } from './mutant.ts';

export interface Report {
  lines: string[];
  /** Survivors that no list knows, and entries of a list that are not so. */
  faults: number;
}

/**
 * What became of a lesson's mutants, as lines.
 * @param made which mutants of the lesson were graded: an entry that matches none of `all`, or of
 *   the `usual` ones, is a fault; of a sample nobody knows
 */
export function report(
  folder: string,
  graded: GradedMutant[],
  equivalents: Equivalent[],
  made: 'all' | 'usual' | 'sample',
): Report {
  const known = new Set(equivalents.flatMap(keysOf));
  const isKnown = ({ mutant }: GradedMutant) => known.has(keyOf(mutant));
  const survivors = graded.filter(({ killedBy }) => killedBy === undefined);
  const unlisted = survivors.filter((one) => !isKnown(one));
  const told = graded.filter((one) => one.killedBy !== undefined && isKnown(one));
  const elsewhere = graded.filter(({ killedBy, mutant }) => killedBy && killedBy !== mutant.task);
  const keys = new Set(graded.map(({ mutant }) => keyOf(mutant)));
  const expected = equivalents.filter(({ names = false }) => made === 'all' || !names);
  const gone = made === 'sample' ? [] : expected.flatMap(keysOf).filter((key) => !keys.has(key));

  const killed = graded.length - survivors.length;
  const counts = `${graded.length} mutants: ${killed} killed (${elsewhere.length} by another task), ${
    survivors.length - unlisted.length
  } the same as the solution, ${unlisted.length} survive`;
  return {
    lines: [
      `${folder}: ${counts}`,
      ...unlisted.map(({ mutant }) => `  survives  ${say(folder, mutant)}`),
      ...elsewhere.map(
        ({ mutant, killedBy }) => `  killed by task ${killedBy}  ${say(folder, mutant)}`,
      ),
      ...told.map(({ mutant }) => `  listed, but killed  ${say(folder, mutant)}`),
      ...gone.map((key) => `  listed, but not made  ${key}`),
    ],
    faults: unlisted.length + told.length + gone.length,
  };
}

function say(folder: string, mutant: Mutant): string {
  const { file, line, task } = mutant;
  return `solutions/${folder}/${file}:${line} (task ${task})  ${changeOf(mutant)}`;
}

function keyOf({ file, task, before, after }: Mutant): string {
  return `${file}, task ${task}: ${changeOf({ before, after })}`;
}

function keysOf({ file, task, changes }: Equivalent): string[] {
  return changes.map((change) => `${file}, task ${task}: ${change}`);
}
