import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, PARTS } from '../../lessons/curriculum.ts';

/** The map of the course as the site needs it: plain data, with what is written and where. */
export interface CoursePart {
  number: string;
  title: string;
  lessons: CourseLesson[];
}

export interface CourseLesson {
  number: number;
  title: string;
  question: string;
  /** `/lessons/03-framing.html`, if the page is written. */
  link?: string;
}

const DOCS = join(import.meta.dirname, '..');

/** Read afresh each time: in the dev server pages come and go. */
export function readCourse(): CoursePart[] {
  return PARTS.map(({ number, title, lessons }) => ({
    number,
    title,
    lessons: lessons.map((lesson) => {
      const page = `lessons/${folderOf(lesson)}`;
      const written = existsSync(join(DOCS, `${page}.md`));
      return {
        number: lesson.number,
        title: lesson.title,
        question: lesson.question,
        ...(written && { link: `/${page}.html` }),
      };
    }),
  }));
}
