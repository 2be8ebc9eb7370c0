import { useData } from 'vitepress';
import { computed } from 'vue';
import { data as parts } from '../course.data.ts';
import type { CourseLesson, CoursePart } from '../course.ts';
import { lessonNumberOf } from '../lesson-path.ts';

const lessons = parts.flatMap((part) => part.lessons);

/** The lesson whose page this is, its part and its neighbours, by the page's path. */
export function useLesson() {
  const { page } = useData();
  const lesson = computed((): CourseLesson | undefined => {
    const number = lessonNumberOf(page.value.relativePath);
    return lessons.find((one) => one.number === number);
  });
  const beside = (by: number) =>
    computed(() => lesson.value && lessons.find((one) => one.number === lesson.value!.number + by));
  return {
    lesson,
    part: computed((): CoursePart | undefined =>
      parts.find((part) => part.lessons.some(({ number }) => number === lesson.value?.number)),
    ),
    previous: beside(-1),
    next: beside(1),
  };
}
