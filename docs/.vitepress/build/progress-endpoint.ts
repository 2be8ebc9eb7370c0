import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { PROGRESS_PATH } from '../progress/course-progress.ts';

const FILE = join(import.meta.dirname, '../../../.course/progress.json');

/**
 * Lets the progress page, while it is served from the learner's own machine by `npm start`, see
 * what the course's commands have recorded. A missing file is no progress yet; a damaged one is
 * the command line's to mend, the page says only that it cannot be read.
 */
export function progressEndpoint(): Plugin {
  return {
    name: 'course-progress',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(PROGRESS_PATH, async (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.setHeader('cache-control', 'no-store');
        response.end(JSON.stringify(await readProgress()));
      });
    },
  };
}

async function readProgress(): Promise<{ progress?: unknown; problem?: 'missing' | 'damaged' }> {
  try {
    return { progress: JSON.parse(await readFile(FILE, 'utf8')) };
  } catch (error) {
    return { problem: (error as { code?: string }).code === 'ENOENT' ? 'missing' : 'damaged' };
  }
}
