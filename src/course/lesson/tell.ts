import { createStage } from '#course/lesson/stage';
import { plain } from '#inspect/draw/paint';
import type { Lesson, RunOptions } from './define-lesson.ts';

/** Tells the story of a lesson to nobody, and gives back what was told, in 80 columns. */
export async function tell(
  lesson: Lesson,
  experiments: RunOptions['experiments'],
): Promise<string> {
  let text = '';
  const stage = createStage({
    write: (more) => {
      text += more;
    },
    paint: plain,
    width: 80,
    wire: true,
    signal: new AbortController().signal,
  });
  await lesson.run(stage, { experiments });
  return text;
}
