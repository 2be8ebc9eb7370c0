import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { transformWithEsbuild } from 'vite';
import { type LessonExercise, ROOT } from './read-exercise.ts';

/**
 * A graded suite for a browser: the suite as it is, and every module below it, each a function that
 * is called with `require`. So a learner's file can stand in the place of any of them, also where
 * two import each other, and none of it has to be read as text and run (`eval`).
 *
 *     export const suite = 'test/graded/03-framing.test';
 *     export const modules = { '#bytes/hex': (module, exports, require) => { … }, … };
 */
export interface SuiteBundle {
  code: string;
  /** What it cannot do without and a browser does not have; then there is no code. */
  needs?: string;
}

/** A folder whose modules a learner may import although ours did without them. */
const AT_HAND = 'src/bytes';

/** Every skeleton imports it, and no solution does. */
const NOT_YET = 'src/course/exercise/not-yet.ts';

/** What the page has in the place of a package. */
const IN_THE_PAGE = new Set(['vitest']);

/** Packages that need nothing of Node: a suite takes them along, each as one module. */
const TAKEN_ALONG = new Set(['dockerfile-ast']);

export async function bundleSuite({ folder, exercise }: LessonExercise): Promise<SuiteBundle> {
  if (exercise.needsNode) return { code: '', needs: 'node' };
  const learners = new Set(exercise.pieces.map(({ name }) => name));
  const standIns = exercise.standIns ?? {};
  const suite = join(ROOT, `test/graded/${folder}.test.ts`);
  const modules = new Map<string, string>();
  const packages = new Set<string>();
  const files = [
    suite,
    join(ROOT, NOT_YET),
    ...below(exercise.pieces.map(({ name }) => fileOf(name))),
    ...readdirSync(join(ROOT, AT_HAND))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(ROOT, AT_HAND, file)),
  ];

  for (let file = files.pop(); file !== undefined; file = files.pop()) {
    const key = keyOf(file);
    if (modules.has(key)) continue;
    if (file.endsWith('.node.ts')) {
      modules.set(key, needsNode(readFileSync(file, 'utf8')));
      continue;
    }
    let needs: string | undefined;
    const code = (await compile(file)).replace(/\brequire\("([^"]+)"\)/g, (_, source) => {
      if (learners.has(source) || IN_THE_PAGE.has(source)) return `require("${source}")`;
      if (TAKEN_ALONG.has(source)) {
        packages.add(source);
        return `require("${source}")`;
      }
      const name = standIns[source] ?? source;
      const target = fileOf(name, file);
      if (target === undefined) needs ??= source;
      else files.push(target);
      return `require("${target === undefined ? source : keyOf(target)}")`;
    });
    if (needs !== undefined) return { code: '', needs };
    modules.set(key, code);
  }
  for (const name of packages) modules.set(name, await bundlePackage(name));
  return { code: await write(keyOf(suite), modules) };

  /** What the pieces of src/ import: the learner's are likely to do so too. */
  function below(pieces: (string | undefined)[]): string[] {
    return pieces.flatMap((piece) => {
      if (piece === undefined || !existsSync(piece)) return [];
      const imports = readFileSync(piece, 'utf8').matchAll(/^import (?!type\b)[^;]*'([^']+)';/gm);
      return [...imports].flatMap(([, source = '']) => {
        const target = fileOf(source, piece);
        return target === undefined || learners.has(keyOf(target)) ? [] : [target];
      });
    });
  }
}

/** The name by which a module is known: that by which everybody may import it, if there is one. */
function keyOf(file: string): string {
  const path = relative(ROOT, file).split(sep).join('/').replace(/\.ts$/, '');
  return path.startsWith('src/') ? `#${path.slice('src/'.length)}` : path;
}

const { resolve } = createRequire(join(ROOT, 'package.json'));

/** The file of this repository that an import means, `undefined` for a package. */
function fileOf(source: string, importer = ROOT): string | undefined {
  if (source.startsWith('#')) return resolve(source);
  return source.startsWith('.') ? join(dirname(importer), source) : undefined;
}

async function compile(file: string): Promise<string> {
  const { code } = await transformWithEsbuild(readFileSync(file, 'utf8'), file, {
    format: 'cjs',
    target: 'es2022',
    sourcemap: false,
    // Imports of types only are gone, those too that do not say so.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
  });
  return code;
}

/** A package with all that it imports, as one module. */
async function bundlePackage(name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir: ROOT },
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    // dockerfile-ast asks it for the bytes of a character, and nothing else.
    banner: { js: 'const Buffer = { from: (text) => new TextEncoder().encode(text) };' },
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/** In the place of what a suite does with Node: whoever calls it learns that it is not here. */
function needsNode(text: string): string {
  const own = [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)];
  const passedOn = [...text.matchAll(/^export \{ ([\w, ]+) \} from/gm)];
  const names = [
    ...own.map(([, name]) => name),
    ...passedOn.flatMap(([, list]) => list!.split(', ')),
  ];
  const refuse = `() => { throw Object.assign(new Error('needs Node'), { name: 'NeedsNodeError' }); }`;
  return names.map((name) => `exports.${name} = ${refuse};`).join('\n');
}

async function write(suite: string, modules: Map<string, string>): Promise<string> {
  const functions = [...modules].map(
    ([key, code]) => `${JSON.stringify(key)}: (module, exports, require) => {\n${code}\n}`,
  );
  const text = `export const suite = ${JSON.stringify(suite)};\nexport const modules = {\n${functions.join(',\n')}\n};\n`;
  const { code } = await transformWithEsbuild(text, 'suite.js', {
    // Names stay: a verdict may say the name of a class.
    minifyWhitespace: true,
    minifySyntax: true,
    target: 'es2022',
    sourcemap: false,
    legalComments: 'none',
  });
  return code;
}
