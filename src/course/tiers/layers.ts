import { type CatalogueEntry, conditionOf } from '#course/catalogue';
import { loadExercises } from '#course/exercise/switch';

/** Who wrote a layer: the learner, our solution of its exercise, or nobody in an exercise. */
export type Whose = 'yours' | 'solution' | 'ours';

/** A module of the stack that an exercise can replace. */
export interface Layer {
  /** `#http2/wire/frame-reader` */
  name: string;
  /** The exercise in which it is written. */
  entry: CatalogueEntry;
  whose: Whose;
}

/** Every layer that the exercises have, in the order of the lessons, and whose it is. */
export async function loadLayers(
  conditions: ReadonlySet<string> = conditionsOf(process.execArgv),
): Promise<Layer[]> {
  return (await loadExercises()).flatMap(({ entry, exercise }) => {
    const whose = whoseUnder(entry, conditions);
    return exercise.pieces.map(({ name }) => ({ name, entry, whose }));
  });
}

function whoseUnder(entry: CatalogueEntry, conditions: ReadonlySet<string>): Whose {
  if (conditions.has(conditionOf(entry, 'exercise'))) return 'yours';
  return conditions.has(conditionOf(entry, 'solution')) ? 'solution' : 'ours';
}

const FLAG = '--conditions=';

/** The conditions with which Node was started. */
export function conditionsOf(flags: readonly string[]): Set<string> {
  return new Set(
    flags.filter((flag) => flag.startsWith(FLAG)).map((flag) => flag.slice(FLAG.length)),
  );
}

/** The flags that start Node with these conditions. */
export function flagsOf(conditions: Iterable<string>): string[] {
  return [...conditions].map((condition) => `${FLAG}${condition}`);
}
