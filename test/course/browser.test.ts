import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { build as Build, BuildFailure, Plugin } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { conditionOf, loadExercise } from '#course/catalogue';
import { ROOT } from '#course/paths';
import { suiteOf, writtenLessons } from './subjects.ts';

// The bundler that vite brings: it resolves as a browser's bundle would, by conditions and all.
const vite = createRequire(fileURLToPath(import.meta.resolve('vite')));
const { build } = vite('esbuild') as { build: typeof Build };

/** What stands on Node: sockets, and the programs at the terminal. */
const NEEDS_NODE = [
  'index.ts',
  'transport/',
  'course/',
  'protobuf/compiler/generate-files.ts',
  'protobuf/compiler/main.ts',
  // The platform's compression.
  'grpc/compression/gzip.ts',
  'grpc/compression/plain-gzip.ts',
  // The front doors of gRPC, which open sockets; every room behind them is pure.
  'grpc/server/server.ts',
  'channel/balancing/resolving-balancer.ts',
  'channel/channel-dial.ts',
  'channel/channel.ts',
  'channel/connections/dial.ts',
];
/** What is pure all the same in there. */
const PURE = [
  'transport/connection.ts',
  'transport/memory.ts',
  'course/exercise/not-yet.ts',
  ...typescriptIn(`${ROOT}src/course/kit`).map((file) => `course/kit/${file}`),
];

/** The TypeScript files below a folder, with their paths from there. */
function typescriptIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.ts'));
}

/** Says by whom a module of Node is imported. */
const refuseNode: Plugin = {
  name: 'refuse-node',
  setup({ onResolve }) {
    onResolve({ filter: /^node:/ }, ({ path, importer }) => ({
      errors: [{ text: `${importer.replace(ROOT, '')} imports ${path}` }],
    }));
  },
};

/** What keeps `files` from being bundled for a browser. */
async function findNode(files: string[], conditions: string[] = []): Promise<string[]> {
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: files,
      outdir: `${ROOT}.course/never-written`,
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      logLevel: 'silent',
      conditions,
      // Where a suite ends at a stranger's, that part stands in a file of its own, NN-slug.node.ts.
      external: ['vitest', './*.node.ts'],
      plugins: [refuseNode],
    });
    return [];
  } catch (error) {
    return (error as BuildFailure).errors.map(({ text }) => text);
  }
}

const lessons = await Promise.all(
  (await writtenLessons()).map(async (entry) => ({ entry, ...(await loadExercise(entry)) })),
);
const pure = lessons.filter(({ needsNode }) => !needsNode).map(({ entry }) => entry);
const bound = lessons.filter(({ needsNode }) => needsNode).map(({ entry }) => entry);

test.runIf(bound.length > 0).each(bound)(
  'the suite of $folder says that it needs Node, and does',
  async (entry) => {
    expect(await findNode([suiteOf(entry)])).not.toEqual([]);
  },
);

describe.each(pure)('the suite of $folder needs no Node', (entry) => {
  const suite = [suiteOf(entry)];
  test('on src', async () => expect(await findNode(suite)).toEqual([]));
  test('on solution', async () =>
    expect(await findNode(suite, [conditionOf(entry, 'solution')])).toEqual([]));
});

test('the pure layers need no Node', async () => {
  const layers = typescriptIn(`${ROOT}src`).filter(
    (file) => !NEEDS_NODE.some((path) => file.startsWith(path)),
  );
  expect(layers.length).toBeGreaterThan(20);
  expect(await findNode([...layers, ...PURE].map((file) => `src/${file}`))).toEqual([]);
});

test('this test can fail', async () => {
  expect(await findNode(['src/transport/tcp.ts'])).toContain(
    'src/transport/tcp.ts imports node:net',
  );
});
