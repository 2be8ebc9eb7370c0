import { taskProgress, updateProgress } from '#course/progress';
import { terminalPaint, terminalWidth } from '#course/terminal';
import { warn } from '#course/warn';
import { wrap } from '#inspect/draw/wrap';

/** The text of the next hint, which is counted as shown. */
export function nextHint(
  lesson: number,
  number: number,
  task: { title: string; hints: readonly string[] } | undefined,
): string {
  if (task === undefined) return '';
  const paint = terminalPaint();
  let shown = 0;
  updateProgress(warn, (progress) => {
    const state = taskProgress(progress, lesson, number);
    shown = Math.min((state.hints ?? 0) + 1, task.hints.length);
    state.hints = shown;
  });
  const lines = [paint.strong(`Task ${number} · ${task.title}`)];
  task.hints.slice(0, shown).forEach((text, index) => {
    const [first = '', ...rest] = wrap(text, terminalWidth() - 12);
    const label = `  hint ${index + 1}:  `;
    lines.push(index + 1 === shown ? `${label}${first}` : paint.faint(`${label}${first}`));
    for (const line of rest) lines.push(`${' '.repeat(label.length)}${line}`);
  });
  const left = task.hints.length - shown;
  if (left > 0) lines.push('', `(${left} more: npm run hint ${lesson} ${number})`);
  else
    lines.push('', `(that was the last one; to see ours: npm run solution ${lesson} -- --spoil)`);
  return lines.join('\n');
}
