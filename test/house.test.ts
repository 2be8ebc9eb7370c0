import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { basename, dirname } from 'node:path';
import { preview } from 'vite';
import { expect, test } from 'vitest';
import { MOCKING } from '../vitest.config.ts';

/** TypeScript files below `folder`, without those that a tool writes. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'));
}

const MAX_LINES = 200;
const MAX_FILES = 12;

/**
 * What is larger all the same. A number here may shrink; to add one needs a reason as good as these.
 */
const LARGER: Readonly<Record<string, number>> = {
  'src/course/grading/run-jobs.ts': 230,
  // The reader's fast path: V8 inlines within one class, and cut in two it is slower (`npm run bench:codec`).
  'src/protobuf/fast/cursor.ts': 283,
  // HTTP/2 has ten kinds of frames, and each has its file.
  'src/http2/frames': 13,
};

test('a file can be read in one sitting, and a folder taken in at a glance', () => {
  const files = sources('src');
  expect(files.length).toBeGreaterThan(200);
  const counts = new Map<string, number>();
  const tooLarge = files.flatMap((file) => {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const lines = readFileSync(file, 'utf8').split('\n').length - 1;
    return lines > (LARGER[file] ?? MAX_LINES) ? [`${file}: ${lines} lines`] : [];
  });
  for (const [folder, count] of counts) {
    if (count > (LARGER[folder] ?? MAX_FILES)) tooLarge.push(`${folder}: ${count} files`);
  }
  expect(tooLarge).toEqual([]);
});

test('names are kebab-case, and a file of another folder is imported as #folder/file', () => {
  const files = sources('src');
  expect(files.filter((file) => !/^[a-z0-9.-]+$/.test(basename(file)))).toEqual([]);
  const climbs = /(?:from|import) '\.\.\//;
  expect(files.filter((file) => climbs.test(readFileSync(file, 'utf8')))).toEqual([]);
});

/**
 * A lock file made where some platform's package could not be had leaves it out, and `npm ci` then
 * fails for everybody. So whatever a package may need on some platform has to be named.
 */
test('npm run docs:preview listens on this machine only, until --host asks for more', async () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [program, command, ...rest] = scripts['docs:preview'].split(' ');
  // VitePress' own preview listens on all interfaces, and cannot be told not to.
  expect([program, command]).toEqual(['vite', 'preview']);
  expect(rest.filter((word: string) => word.startsWith('--host'))).toEqual([]);
  const server = await preview({ configFile: false, preview: { port: 0 }, logLevel: 'silent' });
  expect((server.httpServer.address() as AddressInfo).address).toMatch(/^(127\.|::1$)/);
  await server.close();
});

test('the lock file names every platform', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

/** Otherwise what was loaded before stays, and their cases run without the mock, or not at all. */
test('test files that put a module in the place of another have modules of their own', () => {
  const mocking = sources('test').filter((file) => /^vi\.mock\(/m.test(readFileSync(file, 'utf8')));
  expect(mocking).toEqual(MOCKING);
});

/** A class may install without development's tools (`npm ci --omit=dev`), and every lesson runs. */
test('what lessons, graders and the site run on is a dependency', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const files = ['src', 'lessons', 'solutions', 'exercises', 'test/graded', 'docs/.vitepress/theme']
    .flatMap(sources)
    // Compared by nobody but our own tests.
    .filter((file) => !file.endsWith('.mistakes.ts'));
  const packages = files.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /^(?:import|export) (?!type\b).*?from '(@?[a-z][^']*)'/gms,
      ),
    ]
      .map(([, name = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0])
      .filter((name) => !name.startsWith('node:') && name !== 'rpc-from-scratch'),
  );
  expect(packages).toContain('vitest');
  expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
});
