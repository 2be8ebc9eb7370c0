import { createTwoFilesPatch } from 'diff';
import { findLesson, loadCatalogue, loadExercise } from '#course/catalogue';
import { withoutMarks } from '#course/exercise/derive-skeleton';
import { type ExerciseFile, readExerciseFile, withoutFirstLine } from '#course/exercise/files';
import { nextExercise, taskCounts } from '#course/next';
import { readProgress } from '#course/progress';
import { terminalPaint } from '#course/terminal';
import { UserError } from '#course/user-error';
import { warn } from '#course/warn';

/** `npm run solution [N]`: the learner's files and ours, as a diff. */
export async function solution(
  wanted: string | undefined,
  { spoil = false }: { spoil?: boolean },
): Promise<void> {
  const catalogue = await loadCatalogue();
  const entry =
    wanted === undefined ? await nextExercise(catalogue) : findLesson(catalogue, wanted);
  const { passed, all } = await taskCounts(entry, readProgress(warn));
  if (passed < all && !spoil) {
    throw new UserError(
      `${passed} of ${all} tasks passed so far. Finish it first (npm run exercise ${entry.number}), take a hint (npm run hint ${entry.number}), or spoil it: npm run solution ${entry.number} -- --spoil`,
      1,
    );
  }
  for (const piece of (await loadExercise(entry)).pieces) {
    console.log(drawDiff(readExerciseFile(entry.folder, piece)));
  }
}

/** `-` is the learner's line, `+` is ours; what maintainers say in our file is left out. */
function drawDiff({ path, mine = '', solution }: ExerciseFile): string {
  const paint = terminalPaint();
  const ours = withoutMarks(withoutFirstLine(solution));
  if (mine === ours) return `exercises/${path}: the same as ours`;
  return createTwoFilesPatch(`exercises/${path}`, `solutions/${path}`, mine, ours, 'yours', 'ours')
    .split('\n')
    .map((line) => {
      if (/^(---|\+\+\+|===)/.test(line)) return paint.strong(line);
      if (line.startsWith('-')) return paint.bad(line);
      if (line.startsWith('+')) return paint.good(line);
      return line.startsWith('@@') ? paint.faint(line) : line;
    })
    .join('\n');
}
