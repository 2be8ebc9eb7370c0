import { Command } from 'commander';
import type { CatalogueEntry } from '#course/catalogue';
import { minutesToRead } from '#course/lesson/minutes';
import { sayTasks, taskCounts } from '#course/next';
import { readProgress } from '#course/progress';
import { terminalPaint } from '#course/terminal';
import { warn } from '#course/warn';

/** `npm run lesson`: the parts, the lessons, what is done, and what to do next. */
export async function list(catalogue: CatalogueEntry[], flags: string[]): Promise<void> {
  new Command('npm run lesson [N or name] [server|client] --')
    .description('Without a lesson: the list of them.')
    .exitOverride()
    .parse(flags, { from: 'user' });

  const paint = terminalPaint();
  const progress = readProgress(warn);
  let part: string | undefined;
  let next: CatalogueEntry | undefined;
  for (const entry of catalogue) {
    if (entry.part.number !== part) {
      part = entry.part.number;
      console.log(paint.strong(`\n${part.padStart(4)}  ${entry.part.title}`));
    }
    const number = String(entry.number).padStart(4);
    if (!entry.written) {
      console.log(paint.faint(`${number}  ${entry.title}  (not written yet)`));
      continue;
    }
    const counts = await taskCounts(entry, progress);
    const { passed, all, failing } = counts;
    const isDone = passed === all && failing.length === 0;
    const row = `${number}  ${entry.title.padEnd(44)}${sayTasks(counts)}`;
    console.log(isDone ? paint.good(`${row}  ✓`) : row);
    if (!isDone) next ??= entry;
  }
  if (next === undefined) {
    console.log('\nEverything that is written is done. Well done.');
    return;
  }
  const { all } = await taskCounts(next, progress);
  console.log(`\nNext:  npm run lesson ${next.number}      ${next.question}`);
  console.log(
    `       About ${minutesToRead(next)} minutes to read, and ${all} tasks to build in npm run exercise ${next.number}`,
  );
}
