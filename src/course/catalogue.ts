import { existsSync, readdirSync } from 'node:fs';
import { distance } from 'fastest-levenshtein';
import type { Exercise } from './exercise/exercise.ts';
import type { Lesson } from './lesson/define-lesson.ts';
import { importFromRoot, ROOT } from './paths.ts';
import { UserError } from './user-error.ts';

/** A lesson as the course's machinery knows it: by its number and its folder. */
export interface CatalogueEntry {
  number: number;
  /** `03-framing`, the same in lessons/, exercises/ and solutions/. */
  folder: string;
  title: string;
  question: string;
  part: { number: string; title: string };
  /** It can be run; until then it is a plan. */
  written: boolean;
}

interface Curriculum {
  PARTS: {
    number: string;
    title: string;
    lessons: { number: number; slug: string; title: string; question: string }[];
  }[];
  folderOf(lesson: { number: number; slug: string }): string;
}

/** All lessons, in order. */
export async function loadCatalogue(): Promise<CatalogueEntry[]> {
  const { PARTS, folderOf } = (await importFromRoot('lessons/curriculum.ts')) as Curriculum;
  return PARTS.flatMap(({ number, title, lessons }) =>
    lessons.map((lesson) => ({
      number: lesson.number,
      folder: folderOf(lesson),
      title: lesson.title,
      question: lesson.question,
      part: { number, title },
      written: existsSync(`${ROOT}lessons/${folderOf(lesson)}/lesson.ts`),
    })),
  );
}

/**
 * The lesson that is meant by a number or a name.
 * @throws UserError with the nearest name where there is none, or where it is not written yet
 */
export function findLesson(catalogue: CatalogueEntry[], wanted: string): CatalogueEntry {
  const name = wanted.toLowerCase();
  const exact = catalogue.find(
    ({ number, folder }) =>
      (/^\d+$/.test(name) && number === Number(name)) || folder === name || slugOf(folder) === name,
  );
  if (exact?.written) return exact;
  const written = catalogue.filter((entry) => entry.written);
  if (exact) {
    const last = written.at(-1)?.number;
    throw new UserError(
      `lesson ${exact.number} (${exact.title}) is not written yet; lessons 1 to ${last} are`,
    );
  }
  const nearest = /^\d+$/.test(name) ? undefined : nearestName(name, written);
  throw new UserError(
    `there is no lesson '${wanted}'${nearest ? `; did you mean '${nearest}'?` : `; lessons 1 to ${written.at(-1)?.number} are written`}`,
  );
}

function slugOf(folder: string): string {
  return folder.replace(/^\d+-/, '');
}

/** The slug that is closest to `name`; `undefined` if none is close at all. */
function nearestName(name: string, entries: CatalogueEntry[]): string | undefined {
  const ranked = entries
    .map(({ folder }) => slugOf(folder))
    .map((slug) => ({
      slug,
      steps: slug.startsWith(name)
        ? 0
        : Math.min(...[slug, ...slug.split('-')].map((part) => distance(name, part))),
    }))
    .sort((a, b) => a.steps - b.steps);
  const best = ranked[0];
  return best && best.steps <= Math.max(2, name.length / 2) ? best.slug : undefined;
}

export async function loadLesson({ folder }: CatalogueEntry): Promise<Lesson> {
  const module = await importFromRoot(`lessons/${folder}/lesson.ts`);
  return (module as { default: Lesson }).default;
}

export async function loadExercise({ folder }: CatalogueEntry): Promise<Exercise> {
  const module = await importFromRoot(`solutions/${folder}/exercise.ts`);
  return (module as { exercise: Exercise }).exercise;
}

/** The conditions under which every layer of `subject` is taken that `folder` has. */
export function conditionOf({ number }: CatalogueEntry, subject: 'exercise' | 'solution'): string {
  return `${subject}-${String(number).padStart(2, '0')}`;
}

/**
 * Folders below lessons/ that look like a lesson and are not in the curriculum: a slip of a
 * maintainer. What several lessons share has a folder without a number, such as `shop`.
 */
export function strayFolders(catalogue: CatalogueEntry[]): string[] {
  const known = new Set(catalogue.map((entry) => entry.folder));
  return readdirSync(`${ROOT}lessons`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !known.has(entry.name))
    .map((entry) => entry.name)
    .filter((name) => /^\d/.test(name) || existsSync(`${ROOT}lessons/${name}/lesson.ts`));
}
