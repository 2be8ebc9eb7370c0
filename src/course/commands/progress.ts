import { type CatalogueEntry, loadCatalogue } from '../catalogue.ts';
import { firstOpenExercise, taskCounts } from '../next.ts';
import { readProgress } from '../progress.ts';
import { terminalPaint } from '../terminal.ts';
import { warn } from '../warn.ts';

const BAR_WIDTH = 20;

/** `npm run progress`: a row for each lesson that is written, and how far it is to the end. */
export async function progress(): Promise<void> {
  const paint = terminalPaint();
  const state = readProgress(warn);
  const written = (await loadCatalogue()).filter((entry) => entry.written);
  let passed = 0;
  let all = 0;
  console.log(paint.strong(' N  lesson                                    run   tasks'));
  for (const entry of written) {
    const counts = await taskCounts(entry, state);
    passed += counts.passed;
    all += counts.all;
    const run = state.lessons[entry.number]?.run === undefined ? '·' : '✓';
    const row = `${String(entry.number).padStart(2)}  ${entry.title.padEnd(42)}${run}     ${counts.passed}/${counts.all}`;
    console.log(counts.passed === counts.all ? paint.good(row) : row);
  }
  const filled = all === 0 ? 0 : Math.floor((BAR_WIDTH * passed) / all);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`;
  console.log(`\n${bar}  ${passed} of ${all} tasks in ${written.length} lessons`);
  console.log(sayNext(written, passed === all, await firstOpenExercise(written, state)));
}

function sayNext(written: CatalogueEntry[], finished: boolean, next?: CatalogueEntry): string {
  if (finished) {
    return `You have built everything that is written so far, lessons 1 to ${written.length}. Well done.`;
  }
  return next ? `Next:  npm run lesson ${next.number}, then  npm run exercise ${next.number}` : '';
}
