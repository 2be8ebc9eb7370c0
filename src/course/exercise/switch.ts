import { type CatalogueEntry, conditionOf, loadCatalogue, loadExercise } from '#course/catalogue';
import type { Exercise, Piece } from './exercise.ts';

/** A lesson's exercise, with the place that it has in the course. */
export interface PlacedExercise {
  entry: CatalogueEntry;
  exercise: Exercise;
}

/** The exercises of all lessons that are written. */
export async function loadExercises(): Promise<PlacedExercise[]> {
  const written = (await loadCatalogue()).filter((entry) => entry.written);
  return Promise.all(
    written.map(async (entry) => ({ entry, exercise: await loadExercise(entry) })),
  );
}

/** The file that a name of the package's imports stands for where nothing replaces it. */
export function srcFileOf(name: string): string {
  return `src/${name.slice(1)}.ts`;
}

/** The file that everybody imports by a piece's name unless told otherwise. */
function defaultFileOf({ folder }: CatalogueEntry, { name, file, solution }: Piece): string {
  return solution === 'only' ? `solutions/${folder}/${file}` : srcFileOf(name);
}

/**
 * Whether src/ has a piece that does an exercise's job for real, and can be judged by its suite. If
 * others are about somebody else's library, our solutions stand for them there too.
 */
export function hasSrcPieces({ pieces }: Exercise): boolean {
  return pieces.some(({ solution }) => solution !== 'only');
}

/**
 * What is imported instead of what, so that a subject's files carry the stack: from a name to a
 * path from the repository.
 * @param pathOf where a file of the subject is
 */
export function replacementsOf(
  { pieces, standIns = {} }: Exercise,
  pathOf: (file: string) => string,
) {
  return new Map([
    ...pieces.map(({ name, file }) => [name, pathOf(file)] as const),
    ...Object.entries(standIns).map(([fast, plain]) => [fast, srcFileOf(plain)] as const),
  ]);
}

/** A package's `imports`: each name is one file, or one for each condition. */
export type Imports = Record<string, string | Record<string, string>>;

/**
 * The `imports` of package.json, all of them: the switch that decides whether a layer of the stack
 * comes from src/, from a solution or from an exercise.
 */
export function importsFor(exercises: PlacedExercise[]): Imports {
  const imports: Record<string, Record<string, string>> = {};
  const defaults = new Map<string, string>();
  for (const { entry, exercise } of exercises) {
    for (const piece of exercise.pieces) defaults.set(piece.name, defaultFileOf(entry, piece));
    for (const subject of ['exercise', 'solution'] as const) {
      const pathOf = (file: string) => `${subject}s/${entry.folder}/${file}`;
      for (const [name, path] of replacementsOf(exercise, pathOf)) {
        imports[name] ??= {};
        imports[name][conditionOf(entry, subject)] = `./${path}`;
      }
    }
  }
  for (const [name, targets] of Object.entries(imports)) {
    targets.default = `./${defaults.get(name) ?? srcFileOf(name)}`;
  }
  return { ...imports, '#*': './src/*.ts' };
}
