import { readFileSync } from 'node:fs';
import type { CatalogueEntry } from '#course/catalogue';
import { ROOT } from '#course/paths';

/** Technical prose is read slowly, and more so in a language that one learned at school. */
const WORDS_A_MINUTE = 120;
/** Rounded, because nobody reads to the minute. */
const STEP = 5;

/** About how long the page of a lesson takes to read, in minutes, by the number of its words. */
export function minutesToRead({ folder }: CatalogueEntry): number {
  const page = readFileSync(`${ROOT}docs/lessons/${folder}.md`, 'utf8');
  const words = page.replace(/^---[\s\S]*?^---/m, '').split(/\s+/).length;
  return Math.max(STEP, STEP * Math.round(words / WORDS_A_MINUTE / STEP));
}
