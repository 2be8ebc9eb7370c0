import { join } from './program.ts';
import { at, installs, isPackageFile, linesOf, type Rule, sourcesOf } from './rule.ts';
import { chainOf, imageOf, type Line, type Stage } from './stages.ts';

/** What is installed, built and taken from one stage to the next has to fit together. */
export const BUILD_RULES: readonly Rule[] = [
  {
    id: 'lock-file',
    title: 'The lock file is there before npm ci',
    find: (stages) =>
      stages.flatMap((stage, i) => {
        const copies = stepsOf(stages, i).map(({ line }) => line);
        return installs(stage)
          .filter(({ line, verb }) => /^(ci|clean-install)$/.test(verb) && !isMounted(line))
          .filter(({ line }) => !copies.slice(0, copies.indexOf(line)).some(bringsLock))
          .map(({ line }) => at(line, 'npm ci fails without package-lock.json: nobody copied it'));
      }),
  },
  {
    id: 'tools',
    title: 'What it is built with is there',
    find: (stages) =>
      stages.flatMap((stage, i) => {
        let isLean = false;
        let isProduction = false;
        return stepsOf(stages, i).flatMap(({ line }) => {
          if (isForProduction(line)) isProduction = true;
          const [install] = installs({ ...stage, lines: [line] });
          if (install !== undefined) {
            isLean = /--omit[= ]dev|--production/.test(install.rest) || isProduction;
            if (/--include[= ]dev/.test(install.rest)) isLean = false;
          }
          const misses = isLean && stage.lines.includes(line) && isBuild(line);
          const text = `${isProduction ? 'NODE_ENV=production' : '--omit=dev'} has left the tools out, and esbuild is one of them: npm ci without it`;
          return misses ? [at(line, text)] : [];
        });
      }),
  },
  {
    id: 'sources',
    title: 'What is built is there',
    find: (stages) =>
      stages.flatMap((stage, i) => {
        const steps = stepsOf(stages, i);
        return steps.flatMap(({ line, folder }, step) => {
          if (!stage.lines.includes(line) || !isBuild(line) || isElse(line)) return [];
          const places = steps.slice(0, step).filter(({ line: one }) => bringsMore(one));
          const targets = places.map(({ line: one, folder: where }) => targetOf(one, where));
          if (isMounted(line) || steps.slice(0, step).some(({ line: one }) => isElse(one)))
            return [];
          return line.words
            .filter((word) => /^[^-][^=]*\.[cm]?[jt]sx?$/.test(word) && !word.includes('$'))
            .map((word) => join(folder, word))
            .filter((path) => !targets.some((target) => isIn(path, target)))
            .map((path) => at(line, `there is no ${path}: ${wentTo(targets)}`));
        });
      }),
  },
  {
    id: 'whole',
    title: 'Only what is needed is taken',
    find: (stages) =>
      taken(stages).flatMap(({ line, sources, steps }) => {
        const isBuilt = steps.some(({ line: one }) => isBuild(one) || bringsSources(one));
        const folders = steps
          .filter(({ line: one }) => installs({ ...stages[0]!, lines: [one] }).length > 0)
          .map(({ folder }) => folder);
        return sources
          .map((source) => join('/', source.replace(/\*+$/, '')))
          .filter((path) => isBuilt && folders.some((folder) => isIn(folder, path)))
          .map((path) =>
            at(
              line,
              `${path} has the packages and the sources in it, too: name what you want of it`,
            ),
          );
      }),
  },
  {
    id: 'taken',
    title: 'What is taken has been built',
    find: (stages) =>
      taken(stages).flatMap(({ line, sources, steps }) => {
        const written = steps.filter(({ line: one }) => isBuild(one)).flatMap(writtenBy);
        const there = written.map(({ path, ending }) => (ending ? `${path}/…${ending}` : path));
        if (there.length === 0 || steps.some(({ line: one }) => isElse(one))) return [];
        return sources
          .filter((source) => /\.[cm]?js$/.test(source) && !/[*?$]/.test(source))
          .map((source) => join('/', source))
          .filter((path) => !written.some((one) => isWritten(path, one)))
          .map((path) => at(line, `there is no ${path}: esbuild writes to ${there.join(', ')}`));
      }),
  },
];

/** A line, and the folder in which it is done. */
interface Step {
  line: Line;
  folder: string;
}

/** The lines of a stage and of those on which it stands, in their order. */
function stepsOf(stages: readonly Stage[], i: number): Step[] {
  let folder = '/';
  return chainOf(stages.slice(0, i + 1)).flatMap(({ lines }) =>
    lines.map((line) => {
      if (line.keyword === 'WORKDIR') folder = join(folder, line.words[0] ?? '');
      return { line, folder };
    }),
  );
}

/** Each COPY of the image that takes something from a stage of this file. */
function taken(stages: readonly Stage[]) {
  return linesOf(imageOf(stages), 'COPY').flatMap((line) => {
    const from = line.flags.get('from')?.toLowerCase();
    const i = stages.findIndex(({ name }, at) => from === name || from === String(at));
    if (from === undefined || i === -1) return [];
    return [{ line, sources: line.words.slice(0, -1), steps: stepsOf(stages, i) }];
  });
}

const textOf = ({ words }: Line) => words.join(' ');
const isBuild = (line: Line) => line.keyword === 'RUN' && /\besbuild\b/.test(textOf(line));
/** A RUN after which a file may stand somewhere else than where esbuild has written it. */
const isElse = (line: Line) => line.keyword === 'RUN' && /\b(cp|mv|ln|cd|tsc)\b/.test(textOf(line));
const isMounted = ({ flags }: Line) => /\btype=bind\b/.test(flags.get('mount') ?? '');
const isIn = (path: string, folder: string) =>
  path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
const isCopy = ({ keyword }: Line) => keyword === 'COPY' || keyword === 'ADD';
/** A COPY of more than package files, from wherever. */
const bringsMore = (line: Line) => isCopy(line) && (line.flags.has('from') || bringsSources(line));
/** The folder into which a COPY goes, or the file. */
const targetOf = (line: Line, folder: string) => join(folder, line.words.at(-1) ?? '');
const wentTo = (targets: string[]) =>
  targets.length === 0 ? 'no sources were copied' : `sources were copied to ${targets.join(', ')}`;
const isForProduction = (line: Line) =>
  line.keyword === 'ENV' && /^NODE_ENV[= ]production\b/.test(textOf(line));
const bringsSources = (line: Line) =>
  isCopy(line) && sourcesOf(line).some((source) => !isPackageFile(source));

/** Whether a COPY may bring the lock file: by its name, by a pattern, in a folder, from a stage. */
function bringsLock(line: Line): boolean {
  if (!isCopy(line)) return false;
  if (line.flags.has('from')) return true;
  return sourcesOf(line).some((source) => {
    const name = source.split('/').at(-1)!;
    if (!name.includes('.') || /^\.+$/.test(name)) return true;
    const pattern = name.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
    return /^[\w.*?\\-]+$/.test(pattern) && new RegExp(`^${pattern}$`).test('package-lock.json');
  });
}

/** Where one step with esbuild writes: a file, or all files with an ending in a folder. */
interface Written {
  path: string;
  ending?: string;
}

function writtenBy({ line, folder }: Step): Written[] {
  const text = textOf(line);
  const [, ending = '.js'] = /--out-extension:\.js=(\.\w+)/.exec(text) ?? [];
  return [...text.matchAll(/--(outfile|outdir)=["']?([^\s"']+)/g)].map(([, option, where]) => {
    const path = join(folder, where!);
    return option === 'outfile' ? { path } : { path, ending };
  });
}

const isWritten = (wanted: string, { path, ending }: Written) =>
  ending === undefined ? wanted === path : isIn(wanted, path) && wanted.endsWith(ending);
