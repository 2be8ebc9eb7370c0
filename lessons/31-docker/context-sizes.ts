import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Size {
  files: number;
  bytes: number;
}

/**
 * What a builder would get of a folder: all of it, and what its `.dockerignore` leaves. That one has
 * to be a list of what may go along: `*`, then paths behind `!`, and node_modules nowhere.
 */
export function contextSizes(root: string): {
  whole: Size;
  kept: Size;
  /** The three largest things at the top. */
  worst: [name: string, bytes: number][];
} {
  const lines = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  const allowed = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const [whole, kept] = [
    { files: 0, bytes: 0 },
    { files: 0, bytes: 0 },
  ];
  const tops = new Map<string, number>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        walk(path);
        continue;
      }
      const { size } = lstatSync(join(root, path));
      whole.files++;
      whole.bytes += size;
      const top = path.split('/')[0]!;
      tops.set(top, (tops.get(top) ?? 0) + size);
      const goes = allowed.some((one) => path === one || path.startsWith(`${one}/`));
      if (!goes || /(^|\/)node_modules\//.test(path)) continue;
      kept.files++;
      kept.bytes += size;
    }
  };
  walk('');
  const worst = [...tops].sort(([, a], [, b]) => b - a).slice(0, 3);
  return { whole, kept, worst };
}
