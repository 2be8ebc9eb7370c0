import { createTwoFilesPatch } from 'diff';
import { findLesson, loadCatalogue, loadExercise } from '../catalogue.ts';
import { type ExerciseFile, readExerciseFile } from '../exercise/files.ts';
import { nextExercise, taskCounts } from '../next.ts';
import { readProgress } from '../progress.ts';
import { terminalPaint } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { warn } from '../warn.ts';

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
  for (const file of (await loadExercise(entry)).files) {
    console.log(drawDiff(readExerciseFile(entry.folder, file)));
  }
}

/** `-` is the learner's line, `+` is ours; the marks of our file are left out. */
function drawDiff({ path, mine = '', solution }: ExerciseFile): string {
  const paint = terminalPaint();
  const ours = solution.replace(/^ *\/\/ <\/?task.*>\n/gm, '').replace(/^ *\/\/\? .*\n/gm, '');
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
