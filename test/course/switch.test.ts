import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { CatalogueEntry } from '#course/catalogue';
import type { Exercise } from '#course/exercise/exercise';
import { importsFor, loadExercises, replacementsOf } from '#course/exercise/switch';
import { ROOT } from '#course/paths';

const exercises = await loadExercises();
const imports = importsFor(exercises);
/** The names that the switch has, each with the file that it is by default. */
const switched = new Map(
  Object.entries(imports).flatMap(([name, targets]) =>
    typeof targets === 'string' ? [] : [[resolve(ROOT, targets.default ?? ''), name] as const],
  ),
);

test('the imports of package.json are those that follow from the exercises (npm run skeletons)', () => {
  const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { imports: unknown };
  expect(manifest.imports).toEqual(imports);
  // The order counts: the first condition that holds is taken.
  expect(JSON.stringify(manifest.imports)).toBe(JSON.stringify(imports));
});

test('every file that the switch may lead to is there, except what is the learner’s', () => {
  const targets = Object.values(imports).flatMap((entry) =>
    typeof entry === 'string' ? [] : Object.values(entry),
  );
  expect(targets.length).toBeGreaterThan(50);
  const gone = targets.filter(
    (path) => !path.startsWith('./exercises/') && !existsSync(`${ROOT}${path}`),
  );
  expect(gone).toEqual([]);
});

test('an exercise: its pieces, its stand-ins, and two lessons that share one', () => {
  const lesson = (number: number, exercise: Omit<Exercise, 'tasks'>) => ({
    entry: { number, folder: `${number}-a` } as CatalogueEntry,
    exercise: { ...exercise, tasks: [] },
  });
  const standIns = { '#x/fast': '#x/plain' };
  const placed = [
    lesson(10, { pieces: [{ name: '#x/a', file: 'a.ts', solution: 'own' }], standIns }),
    lesson(11, { pieces: [{ name: '#y/b', file: 'b.ts', solution: 'only' }], standIns }),
  ];
  expect(importsFor(placed)).toEqual({
    '#x/a': {
      'exercise-10': './exercises/10-a/a.ts',
      'solution-10': './solutions/10-a/a.ts',
      default: './src/x/a.ts',
    },
    '#x/fast': {
      'exercise-10': './src/x/plain.ts',
      'solution-10': './src/x/plain.ts',
      'exercise-11': './src/x/plain.ts',
      'solution-11': './src/x/plain.ts',
      default: './src/x/fast.ts',
    },
    '#y/b': {
      'exercise-11': './exercises/11-a/b.ts',
      'solution-11': './solutions/11-a/b.ts',
      default: './solutions/11-a/b.ts',
    },
    '#*': './src/*.ts',
  });
  expect([...replacementsOf(placed[0]!.exercise, (file) => `here/${file}`)]).toEqual([
    ['#x/a', 'here/a.ts'],
    ['#x/fast', 'src/x/plain.ts'],
  ]);
});

/** What a file imports, types too: `from '…'`, `import '…'`, `import('…')`. */
function importsOf(text: string): string[] {
  const found = text.matchAll(/\b(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g);
  return [...found].map((match) => match[2] ?? '');
}

/** The imports of `file` that reach a switched module without asking the switch. */
function aroundTheSwitch(file: string, text: string): string[] {
  return importsOf(text).flatMap((source) => {
    if (!source.startsWith('.')) return [];
    const name = switched.get(resolve(dirname(`${ROOT}${file}`), source));
    return name === undefined ? [] : [`${file} imports ${source}, which is ${name}`];
  });
}

test('what the switch replaces is imported by its name everywhere, its types too', () => {
  const files = ['src', 'lessons', 'solutions', 'test', 'docs'].flatMap((top) =>
    readdirSync(`${ROOT}${top}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|vue)$/.test(file) && !/node_modules|cache|dist/.test(file))
      .map((file) => `${top}/${file}`),
  );
  expect(files.length).toBeGreaterThan(500);
  const around = files.flatMap((file) =>
    aroundTheSwitch(file, readFileSync(`${ROOT}${file}`, 'utf8')),
  );
  expect(around).toEqual([]);
});

test.each([
  "import { FrameDecoder } from './frame.ts';",
  "import type { FrameDecoder } from './frame.ts';",
  "import {\n  FrameDecoder,\n} from './frame.ts';",
  "export * from '../framing/frame.ts';",
  "type Decoder = import('./frame.ts').FrameDecoder;",
  "await import('./frame.ts')",
])('this test can fail: %s', (line) => {
  expect(aroundTheSwitch('src/framing/line.ts', line)).toHaveLength(1);
});
