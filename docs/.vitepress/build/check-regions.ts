import { existsSync, readFileSync } from 'node:fs';
import type { MarkdownRenderer } from 'vitepress';

/**
 * `<<< @/../src/framing/frame.ts#decoder` cuts a region out of a real file. VitePress shows the
 * *whole* file when there is no such region; here that is an error, so that a page cannot go on
 * quoting what has been renamed or removed.
 */
export function checkRegions(md: MarkdownRenderer): void {
  md.core.ruler.push('check-regions', ({ tokens, env }) => {
    for (const token of tokens) {
      const { src } = token as { src?: [path: string, region: string] };
      if (src === undefined) continue;
      const problem = findProblem(...src);
      if (problem !== undefined) throw new Error(`${env.relativePath ?? 'a page'}: ${problem}`);
    }
  });
}

/** What is wrong with an inclusion, or `undefined`. */
export function findProblem(path: string, region: string): string | undefined {
  if (!existsSync(path)) return `there is no file ${path}`;
  if (region === '') return undefined;
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const start = lines.findIndex((line) => isMark(line, 'region', region));
  if (start < 0) return `${path} has no '#region ${region}'`;
  const end = lines.findIndex((line, at) => at > start && isMark(line, 'endregion', region));
  if (end < 0) return `${path} has no '#endregion ${region}'`;
  return end === start + 1 ? `the region '${region}' of ${path} is empty` : undefined;
}

const isMark = (line: string, kind: string, region: string) =>
  line.trim() === `// #${kind} ${region}`;
