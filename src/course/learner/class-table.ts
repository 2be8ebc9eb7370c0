import { fill } from '#inspect/draw/columns';
import type { ProgressExport } from './progress-export.ts';

/** A learner of a class, by the name of the file that came from them. */
export interface ClassMember {
  name: string;
  progress: ProgressExport;
}

const NAME_WIDTH = 18;
const CELL_WIDTH = 6;

/**
 * A row a learner, a column a lesson: tasks passed of tasks, with a `!` if one fails again. As many
 * lessons stand side by side as `width` columns hold; the rest below.
 */
export function drawClass(members: readonly ClassMember[], width: number): string {
  const sorted = [...members].sort((a, b) => a.name.localeCompare(b.name));
  const numbers = [
    ...new Set(sorted.flatMap(({ progress }) => progress.lessons.map(({ number }) => number))),
  ].sort((a, b) => a - b);
  const perBlock = Math.max(1, Math.floor((width - NAME_WIDTH - CELL_WIDTH) / CELL_WIDTH));
  const blocks: string[] = [];
  for (let at = 0; at < numbers.length; at += perBlock) {
    const columns = numbers.slice(at, at + perBlock);
    const head = ['lesson', ...columns.map(String), ...(at === 0 ? ['all'] : [])];
    const rows = sorted.map(({ name, progress }) => [
      name,
      ...columns.map((number) => cell(progress, number)),
      ...(at === 0 ? [total(progress)] : []),
    ]);
    blocks.push([head, ...rows].map(drawRow).join('\n'));
  }
  return blocks.join('\n\n');
}

function drawRow([name = '', ...cells]: string[]): string {
  const rest = cells.map((text) => text.padStart(CELL_WIDTH)).join('');
  return `${fill(name, NAME_WIDTH)}${rest}`.trimEnd();
}

function cell({ lessons }: ProgressExport, number: number): string {
  const lesson = lessons.find((one) => one.number === number);
  if (lesson === undefined) return '–';
  const { passed, tasks, failing, run } = lesson;
  if (passed === 0) return run === null ? '·' : 'run';
  return `${passed}/${tasks}${failing.length > 0 ? '!' : ''}`;
}

function total({ lessons }: ProgressExport): string {
  return String(lessons.reduce((sum, { passed }) => sum + passed, 0));
}
