import { basename, dirname } from 'node:path';
import type { Plugin } from 'vite';
import { bundleSuite } from './bundle-suite.ts';
import { readExercise } from './read-exercise.ts';

const DATA = 'exercise-data/';
const HANDLE = '\0exercise-handle:';
/** Where the dev server has the suites. */
const SUITES = '/__course/suites/';

/**
 * An exercise.ts that a page imports becomes a handle (`handle.ts`). Behind it stand its tasks, its
 * skeletons, and the address of its suite: a bundle for the browser, fetched when a reader begins.
 */
export function exercises(): Plugin {
  let isServed = false;
  let isForServer = false;
  return {
    name: 'exercises',
    enforce: 'pre',
    configResolved({ command, build }) {
      isServed = command === 'serve';
      isForServer = Boolean(build.ssr);
    },
    resolveId(source, importer) {
      if (source.startsWith(DATA)) return `\0${source}`;
      if (importer?.split('?')[0]?.endsWith('.md') !== true) return;
      const [, folder] = /\/solutions\/([^/]+)\/exercise\.ts$/.exec(source) ?? [];
      return folder && HANDLE + folder;
    },
    async load(id) {
      if (id.startsWith(HANDLE)) {
        const folder = id.slice(HANDLE.length);
        const data = `${DATA}${folder}.exercise.js`;
        const load = `() => import(${JSON.stringify(data)}).then((exercise) => exercise.default)`;
        return `export default { kind: 'handle', id: ${JSON.stringify(folder)}, load: ${load} };`;
      }
      if (!id.startsWith(`\0${DATA}`)) return;
      const folder = basename(id, '.exercise.js');
      const lesson = await readExercise(folder);
      for (const { name } of lesson.files) this.addWatchFile(fileOfPiece(name));
      const { number, title, exercise, files } = lesson;
      const { code, needs } = await bundleSuite(lesson);
      const { tasks } = exercise;
      const data = JSON.stringify({ number, title, folder, tasks, files, needs });
      const address = () => {
        if (needs !== undefined || isForServer) return 'undefined';
        if (isServed) return JSON.stringify(`${SUITES}${folder}.js`);
        const asset = this.emitFile({ type: 'asset', name: `${folder}.suite.js`, source: code });
        return `import.meta.ROLLUP_FILE_URL_${asset}`;
      };
      return `export default { ...${data}, suite: ${address()} };`;
    },
    configureServer(server) {
      server.middlewares.use(SUITES, async ({ url = '' }, response, next) => {
        try {
          const { code } = await bundleSuite(
            await readExercise(basename(url.split('?')[0]!, '.js')),
          );
          response.setHeader('content-type', 'text/javascript');
          response.setHeader('cache-control', 'no-store');
          response.end(code);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

const fileOfPiece = (name: string) =>
  `${dirname(dirname(dirname(dirname(import.meta.dirname))))}/src/${name.slice(1)}.ts`;
