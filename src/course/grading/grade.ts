import type { CatalogueEntry } from '#course/catalogue';
import { conditionOf } from '#course/catalogue';
import type { Job } from './job.ts';

export type Subject = 'exercise' | 'solution' | 'src';
export const SUBJECTS: Subject[] = ['exercise', 'solution', 'src'];

/** The job that judges a lesson's exercise on one of its three subjects. */
export function gradingJob(entry: CatalogueEntry, subject: Subject): Job {
  return {
    name: `${entry.folder} on ${subject}`,
    suite: `test/graded/${entry.folder}.test.ts`,
    conditions: subject === 'src' ? [] : [conditionOf(entry, subject)],
  };
}

/** The folder in which the subject's files stand, to be shown. */
export function subjectFolder(entry: CatalogueEntry, subject: Subject): string {
  const top = { exercise: 'exercises', solution: 'solutions', src: 'src' }[subject];
  return subject === 'src' ? top : `${top}/${entry.folder}`;
}
