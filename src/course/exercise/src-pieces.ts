import { readFileSync } from 'node:fs';
import { type CatalogueEntry, conditionOf } from '../catalogue.ts';
import { ROOT } from '../paths.ts';

/**
 * Whether src/ has the pieces that do an exercise's job for real. Where an exercise is about using
 * somebody else's library there are none: what everybody imports by default is the solution, and
 * the suite has two subjects instead of three.
 */
export function hasSrcPieces(entry: CatalogueEntry): boolean {
  const { imports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    imports: Record<string, string | Record<string, string>>;
  };
  const condition = conditionOf(entry, 'exercise');
  return Object.values(imports).every(
    (target) =>
      typeof target === 'string' ||
      !(condition in target) ||
      target.default?.startsWith('./src/') === true,
  );
}
