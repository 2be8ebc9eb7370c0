import { existsSync, readFileSync } from 'node:fs';
import { type CatalogueEntry, loadLesson } from '#course/catalogue';
import { ROOT } from '#course/paths';
import type { Experiment, Lesson } from './define-lesson.ts';
import { parseExperiments } from './parse-experiments.ts';
import { type ShownCommand, shownCommand } from './shown-command.ts';
import { tell } from './tell.ts';

/** The commands of a lesson's page, each once. */
export function shownCommands({ folder }: CatalogueEntry): ShownCommand[] {
  const page = `${ROOT}docs/lessons/${folder}.md`;
  if (!existsSync(page)) return [];
  const lines = new Set(readFileSync(page, 'utf8').split('\n'));
  return [...lines].flatMap((line) => shownCommand(folder, line) ?? []);
}

/** What the command prints, as it is kept: what differs from run to run is left out. */
export async function recordOutput(
  entry: CatalogueEntry,
  { flags }: ShownCommand,
): Promise<string> {
  const lesson = await loadLesson(entry);
  return asRecorded(await tell(lesson, parseExperiments(lesson, flags)));
}

/** The experiment that is asked for: `--notice <ms>`, of `['--notice', '1000']`. */
export function experimentOf(
  { experiments }: Lesson,
  [given]: readonly string[],
): Experiment | undefined {
  return experiments.find(({ flag }) => flag.split(' ')[0] === given);
}

/** Whether what the command prints is another each time, apart from its words. */
export function varies(lesson: Lesson, { flags }: ShownCommand): boolean {
  return (flags.length === 0 ? lesson : experimentOf(lesson, flags))?.varies === true;
}

/** What a story says, without what it shows: its scenes and paragraphs, and no figure. */
export function wordsOf(output: string): string[] {
  return output
    .split('\n')
    .filter((line) => /^(?:──|[A-Za-z(])/.test(line) && !/^(?:client|server) .*[▶◀]/.test(line))
    .map((line) => line.replace(/[\d.,]+/g, '…'));
}

/**
 * A story as it is kept: without the ports and processes that the system chose, the times, and the
 * size of a header block (the Huffman code gives the `date` in it another length each second).
 */
export function asRecorded(story: string): string {
  return `${story
    .trim()
    .replace(/(127\.0\.0\.1|localhost|\[::1\]):\d+/g, '$1:…')
    .replace(/\bport \d{5}\b/g, 'port …')
    .replace(/\b(process|kill -9) \d+\b/g, '$1 …')
    .replace(/\bafter \d+ ms\b/g, 'after … ms')
    .replace(/\b(header block of) \d+/g, '$1 …')}\n`;
}
