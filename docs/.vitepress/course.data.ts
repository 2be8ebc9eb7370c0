import { type CoursePart, readCourse } from './course.ts';

/** VitePress' way to give build-time data to components; runs again when a page comes or goes. */
export default {
  watch: ['../lessons/*.md', '../../lessons/curriculum.ts'],
  load: (): CoursePart[] => readCourse(),
};

declare const data: CoursePart[];

export { data };
