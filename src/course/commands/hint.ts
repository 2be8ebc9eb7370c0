import { type CatalogueEntry, findLesson, loadCatalogue, loadExercise } from '#course/catalogue';
import { nextHint } from '#course/exercise/next-hint';
import { runSuite } from '#course/exercise/run-suite';
import { remember } from '#course/exercise/session';
import { firstOpenTask, judge } from '#course/grading/verdict';
import { isTouched, untouched } from '#course/learner/grade-all';
import { nextExercise } from '#course/next';
import { UserError } from '#course/user-error';

/**
 * `npm run hint [N] [TASK]`: one hint more for the first task that does not pass now, three at most;
 * or for the task that is named, also if it passes.
 */
export async function hint(wanted: string | undefined, task: string | undefined): Promise<void> {
  const catalogue = await loadCatalogue();
  const entry =
    wanted === undefined ? await nextExercise(catalogue) : findLesson(catalogue, wanted);
  const { tasks } = await loadExercise(entry);
  const number = task === undefined ? await findOpenTask(entry) : parseTask(task, tasks.length);
  if (number === undefined) {
    console.log(
      `Every task of exercise ${entry.number} passes. Compare: npm run solution ${entry.number}`,
    );
    console.log(`For hints all the same, name a task: npm run hint ${entry.number} 1`);
    return;
  }
  console.log(nextHint(entry.number, number, tasks[number - 1]));
}

async function findOpenTask(entry: CatalogueEntry): Promise<number | undefined> {
  const exercise = await loadExercise(entry);
  const verdict = isTouched({ entry, exercise })
    ? judge(exercise, await runSuite(entry, 'exercise'))
    : untouched(exercise);
  remember(entry, verdict);
  return firstOpenTask(verdict);
}

function parseTask(text: string, count: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= count) return number;
  throw new UserError(`a task is a number from 1 to ${count}, not '${text}'`);
}
