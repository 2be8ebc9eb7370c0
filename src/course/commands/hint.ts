import { findLesson, loadCatalogue, loadExercise } from '../catalogue.ts';
import { nextHint } from '../exercise/next-hint.ts';
import { runSuite } from '../exercise/run-suite.ts';
import { remember } from '../exercise/session.ts';
import { firstOpenTask, judge } from '../grading/verdict.ts';
import { nextExercise } from '../next.ts';

/** `npm run hint [N]`: one hint more for the first task that does not pass now, three at most. */
export async function hint(wanted: string | undefined): Promise<void> {
  const catalogue = await loadCatalogue();
  const entry =
    wanted === undefined ? await nextExercise(catalogue) : findLesson(catalogue, wanted);
  const exercise = await loadExercise(entry);
  const verdict = judge(exercise, await runSuite(entry, 'exercise'));
  remember(entry, verdict);

  const number = firstOpenTask(verdict);
  if (number === undefined) {
    console.log(
      `Every task of exercise ${entry.number} passes. Compare: npm run solution ${entry.number}`,
    );
    return;
  }
  console.log(nextHint(entry.number, number, exercise.tasks[number - 1]));
}
