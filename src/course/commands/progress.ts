import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type CatalogueEntry, loadCatalogue } from '#course/catalogue';
import { firstOpenExercise, sayTasks, taskCounts } from '#course/next';
import { type Progress, readProgress } from '#course/progress';
import { terminalPaint, terminalWidth } from '#course/terminal';
import { UserError } from '#course/user-error';
import { warn } from '#course/warn';

const BAR_WIDTH = 20;

export interface ProgressOptions {
  /** Write how far one is to this file; `-` is the terminal. */
  export?: string;
  /** Files that were written so: a table of them. */
  table?: string[];
}

/** `npm run progress`: a row for each lesson that is written, and how far it is to the end. */
export async function progress(options: ProgressOptions = {}): Promise<void> {
  if (options.table !== undefined) return showClass(options.table);
  const state = readProgress(warn);
  if (options.export !== undefined) return writeExport(options.export, state);
  await showMine(state);
}

async function writeExport(file: string, state: Progress): Promise<void> {
  const { exportProgress } = await import('#course/learner/progress-export');
  const text = `${JSON.stringify(await exportProgress(state, new Date()), null, 2)}\n`;
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UserError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code})`, 1);
  }
  console.log(`your progress is in ${file}`);
}

async function showClass(files: readonly string[]): Promise<void> {
  const { parseExport } = await import('#course/learner/progress-export');
  const { drawClass } = await import('#course/learner/class-table');
  const members = files.map((file) => {
    try {
      const text = readFileSync(file, 'utf8');
      return { name: basename(file, extname(file)), progress: parseExport(file, text) };
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw new UserError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, 1);
    }
  });
  console.log(drawClass(members, terminalWidth()));
}

async function showMine(state: Progress): Promise<void> {
  const paint = terminalPaint();
  const written = (await loadCatalogue()).filter((entry) => entry.written);
  let passed = 0;
  let all = 0;
  console.log(paint.strong(' N  lesson                                    run   tasks'));
  for (const entry of written) {
    const counts = await taskCounts(entry, state);
    passed += counts.passed;
    all += counts.all;
    const run = state.lessons[entry.number]?.run === undefined ? '·' : '✓';
    const row = `${String(entry.number).padStart(2)}  ${entry.title.padEnd(42)}${run}     ${sayTasks(counts)}`;
    const isDone = counts.passed === counts.all && counts.failing.length === 0;
    console.log(isDone ? paint.good(row) : row);
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
