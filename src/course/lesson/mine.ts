import { spawn } from 'node:child_process';
import type { CatalogueEntry } from '#course/catalogue';
import { isPassed } from '#course/grading/verdict';
import { conditionsOfPassed, type Graded, gradeAll } from '#course/learner/grade-all';
import { ROOT } from '#course/paths';
import { terminalWidth } from '#course/terminal';
import { flagsOf } from '#course/tiers/layers';
import { wrap } from '#inspect/draw/wrap';

/**
 * `npm run lesson N -- --mine`: the same program once more, with every layer of the learner's that
 * passes now in the place of ours. Says whose they are, and resolves with the exit code.
 *
 * @param layers name every layer, not only how many of each lesson
 */
export async function runOnMyLayers(
  lesson: CatalogueEntry,
  args: string[],
  layers: boolean,
): Promise<number> {
  const graded = await gradeAll();
  const whose = layers ? everyLayer(graded) : inOneLine(lesson, graded);
  console.log(`${whose}\n`);
  const program = ['--import', 'tsx', 'src/course/main.ts', 'lesson', ...args];
  const child = spawn(process.execPath, [...flagsOf(conditionsOfPassed(graded)), ...program], {
    cwd: ROOT,
    // By the channel it notices that this process is gone, however that ended.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches the child by itself; this process only waits to hear how it ended.
  process.on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** This lesson's own layers by name, and how many of the others are the learner's. */
function inOneLine(lesson: CatalogueEntry, graded: readonly Graded[]): string {
  const own = graded.find(({ entry }) => entry.number === lesson.number);
  const names = own?.exercise.pieces.map(({ file }) => file.replace(/\.ts$/, '')).join(', ');
  const whose =
    own && isPassed(own.verdict) ? 'yours' : `ours: exercise ${lesson.number} does not pass`;
  const others = graded.filter(({ entry }) => entry.number !== lesson.number);
  const mine = others.filter(({ verdict }) => isPassed(verdict)).map(({ entry }) => entry.number);
  const rest = mine.length === 0 ? 'none' : `those of ${mine.join(', ')}`;
  const line = `On your layers: ${names} (${whose}); of the other lessons ${rest}. All: --layers`;
  return wrap(line, terminalWidth()).join('\n');
}

function everyLayer(graded: readonly Graded[]): string {
  const rows = graded.flatMap(({ entry, exercise, verdict }) =>
    exercise.pieces.map(({ name }) => ({
      name,
      whose: isPassed(verdict) ? 'yours' : `ours (exercise ${entry.number} does not pass)`,
    })),
  );
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map(({ name, whose }) => `  ${name.padEnd(width)}  ${whose}`).join('\n');
}
