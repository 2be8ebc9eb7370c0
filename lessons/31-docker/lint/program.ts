import type { Finding, Line, Stage } from './stages.ts';

/** They start the program, and stand between it and the signals. */
const IN_BETWEEN = new Set(['npm', 'npx', 'sh', 'bash', 'ash']);

/**
 * Whether what the last stage starts has been copied into it: node itself, and a file that one of
 * its COPYs brings. A folder that is copied may have anything in it.
 */
export function findProgram(stage: Stage): Finding[] {
  const starts = stage.lines.filter(({ keyword }) => ['ENTRYPOINT', 'CMD'].includes(keyword));
  const first = starts.find(({ keyword }) => keyword === 'ENTRYPOINT') ?? starts.at(-1);
  if (first === undefined) {
    return [{ line: stage.number, text: 'it starts nothing: ENTRYPOINT' }];
  }
  const words = starts
    .toSorted((a, b) => b.keyword.localeCompare(a.keyword))
    .flatMap((line) => line.words);
  const [program = '', ...rest] = words;
  const name = program.split('/').at(-1)!;
  if (program === '' || IN_BETWEEN.has(name)) {
    const text = `${program || 'nothing'} is process 1, and not the program: start it yourself`;
    return [{ line: first.number, text }];
  }
  const script = name === 'node' ? rest.find((word) => !word.startsWith('-')) : program;
  let folder = '/';
  const files: string[] = [];
  const folders: string[] = [];
  for (const line of stage.lines) {
    const [where = ''] = line.words;
    if (line.keyword === 'WORKDIR') folder = join(folder, where);
    if (line.keyword === 'COPY' || line.keyword === 'ADD') place(line, folder, files, folders);
  }
  const isBare = stage.base === 'scratch' && name === 'node';
  if (isBare && !files.some((file) => file.endsWith('/node'))) {
    return [{ line: first.number, text: 'there is no node in scratch' }];
  }
  if (script === undefined) return [{ line: first.number, text: 'node is told no file' }];
  const path = join(folder, script);
  if (files.includes(path) || folders.some((one) => path.startsWith(`${one}/`))) return [];
  const there = files.length > 0 ? `; there are ${files.join(', ')}` : '';
  return [{ line: first.number, text: `nobody has copied ${path} to this stage${there}` }];
}

/** Where the sources of a COPY go. */
function place(line: Line, folder: string, files: string[], folders: string[]): void {
  const target = line.words.at(-1) ?? '';
  const sources = line.words.slice(0, -1);
  const intoFolder = sources.length > 1 || /(^|\/)\.?$/.test(target);
  for (const source of sources) {
    const name = source.split('/').at(-1) ?? '';
    const whole = join(folder, target);
    // Without an ending it may be either, unless the place says that it is a folder.
    const isFile = /^[^.*?]+(\.[\w-]+)*$/.test(name);
    if (isFile) files.push(intoFolder ? join(whole, name) : whole);
    if (!isFile || !name.includes('.')) folders.push(whole);
  }
}

/** A path in the image: `join('/app', './server.cjs')`. */
export function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
