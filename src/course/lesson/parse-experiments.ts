import { Command } from 'commander';
import type { Lesson, RunOptions } from './define-lesson.ts';

/**
 * The experiments that the flags of a story ask for, by name: `{ chunk: '1' }`, `{ kill: true }`.
 * @throws CommanderError for a flag that the lesson does not have
 */
export function parseExperiments(lesson: Lesson, flags: string[]): RunOptions['experiments'] {
  const parser = new Command().exitOverride().allowExcessArguments(false);
  for (const { flag, about } of lesson.experiments) parser.option(flag, about);
  parser.parse(flags, { from: 'user' });
  return parser.opts();
}
