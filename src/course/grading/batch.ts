import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT, STATE_FOLDER } from '../paths.ts';
import type { Job } from './job.ts';

/**
 * Many jobs in one process: to prove the graders takes hundreds, and a server for each would take
 * minutes. Each job gets an entry, a file that does nothing but import its suite as
 * `…/03-framing.test.ts?job=7`. What is imported from there on carries the same tag, so that every
 * job has its own copy of the suite, of the layers below and of its subject.
 */
const TAG = /\?job=(\d+)$/;

/** The job whose entry, or whose tagged module, this is. */
export function jobIn(path: string): number | undefined {
  const match = TAG.exec(path) ?? /\/batches\/[^/]+\/(\d+)\.test\.ts$/.exec(path);
  return match === null ? undefined : Number(match[1]);
}

/**
 * Writes the jobs, each with its entry, into a folder that `remove` removes.
 * @returns the file that has them all
 */
export function writeBatch(jobs: Job[]): { file: string; remove(): void } {
  mkdirSync(`${STATE_FOLDER}batches`, { recursive: true });
  const folder = mkdtempSync(`${STATE_FOLDER}batches/`);
  const withEntries = jobs.map((job, index) => {
    if (job.conditions !== undefined) throw new Error(`${job.name}: conditions need their own run`);
    const entry = `${folder}/${index}.test.ts`;
    writeFileSync(entry, `import '${ROOT}${job.suite}?job=${index}';\n`);
    return { ...job, entry: entry.slice(ROOT.length) };
  });
  const file = `${folder}/jobs.json`;
  writeFileSync(file, JSON.stringify(withEntries));
  return {
    file,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Passes the tag on from importer to imported, and puts each job's own modules in place. A module
 * from which no replaced one can be reached stays without a tag: all jobs share it.
 */
export function batchPlugin(jobs: Job[]): Plugin {
  const replaced = new Set(jobs.flatMap(({ replace = {} }) => Object.keys(replace)));
  return {
    name: 'course:batch',
    enforce: 'pre',
    async resolveId(source, importer) {
      const index = importer === undefined ? undefined : jobIn(importer);
      if (index === undefined) return;
      const own = jobs[index]?.replace?.[source];
      if (own !== undefined) return `${own}?job=${index}`;
      const found = await this.resolve(source.replace(TAG, ''), importer?.replace(TAG, ''), {
        skipSelf: true,
      });
      return found && isOurs(found.id) && reaches(found.id, replaced)
        ? `${found.id}?job=${index}`
        : found;
    },
  };
}

function isOurs(id: string): boolean {
  return id.startsWith(ROOT) && id.endsWith('.ts') && !id.includes('/node_modules/');
}

/** Whether the module `file` imports one of `names`, directly or through others. */
function reaches(file: string, names: Set<string>): boolean {
  const seen = new Set([file]);
  for (const at of seen) {
    const sources = importsOf(at);
    if (sources.some((source) => names.has(source))) return true;
    for (const source of sources) {
      if (source.startsWith('#')) seen.add(`${ROOT}src/${source.slice(1)}.ts`);
      else if (source.startsWith('.')) seen.add(resolve(dirname(at), source));
    }
  }
  return false;
}

const importsRead = new Map<string, string[]>();

function importsOf(file: string): string[] {
  const known = importsRead.get(file);
  if (known !== undefined) return known;
  const code = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const found = code.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  const sources = [...found].map((match) => match[1] ?? '');
  importsRead.set(file, sources);
  return sources;
}
