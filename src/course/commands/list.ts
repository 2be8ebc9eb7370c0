import { Command } from 'commander';
import type { CatalogueEntry } from '../catalogue.ts';
import { taskCounts } from '../next.ts';
import { readProgress } from '../progress.ts';
import { terminalPaint } from '../terminal.ts';
import { warn } from '../warn.ts';

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
    const { passed, all } = await taskCounts(entry, progress);
    const row = `${number}  ${entry.title.padEnd(42)} ${passed}/${all} tasks`;
    console.log(passed === all ? paint.good(`${row}  ✓`) : row);
    if (passed < all) next ??= entry;
  }
  console.log(
    next
      ? `\nNext:  npm run lesson ${next.number}      ${next.question}`
      : '\nEverything that is written is done. Well done.',
  );
}
