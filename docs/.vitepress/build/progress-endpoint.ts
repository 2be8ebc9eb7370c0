import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { taskProgress, updateProgress } from '../../../src/course/progress.ts';
import { isRecord, type PassedInPage, PROGRESS_PATH } from '../progress/course-progress.ts';

const FILE = join(import.meta.dirname, '../../../.course/progress.json');

/** More than any lesson's tasks take. */
const MAX_BODY = 10_000;

/**
 * Lets the pages, while they are served from the learner's own machine by `npm start`, see what the
 * course's commands have recorded, and record there what passed in the page. A missing file is not
 * progress yet; a damaged one is the command line's to mend, the page says only that it cannot be
 * read.
 */
export function progressEndpoint(): Plugin {
  return {
    name: 'course-progress',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(PROGRESS_PATH, async (request, response) => {
        response.setHeader('content-type', 'application/json');
        response.setHeader('cache-control', 'no-store');
        if (request.method === 'POST') {
          const passed = isOurs(request) ? parsePassed(await readBody(request)) : undefined;
          if (passed) record(passed);
          response.statusCode = passed ? 204 : 400;
          response.end();
          return;
        }
        response.end(JSON.stringify(await readProgress()));
      });
    },
  };
}

/** Another site must not write here: its pages cannot send JSON without asking first. */
function isOurs({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return headers['content-type'] === 'application/json' && (!site || site === 'same-origin');
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > MAX_BODY) return '';
  }
  return body;
}

export function parsePassed(body: string): PassedInPage | undefined {
  try {
    const value: unknown = JSON.parse(body);
    if (!isRecord(value) || !Array.isArray(value.tasks)) return undefined;
    const isCount = (one: unknown): one is number => Number.isInteger(one) && (one as number) > 0;
    if (!isCount(value.lesson) || !value.tasks.every(isCount)) return undefined;
    return { lesson: value.lesson, tasks: value.tasks };
  } catch {
    return undefined;
  }
}

function record({ lesson, tasks }: PassedInPage): void {
  updateProgress(console.warn, (progress) => {
    for (const task of tasks) {
      taskProgress(progress, lesson, task).passed ??= new Date().toISOString();
    }
  });
}

async function readProgress(): Promise<{ progress?: unknown; problem?: 'missing' | 'damaged' }> {
  try {
    return { progress: JSON.parse(await readFile(FILE, 'utf8')) };
  } catch (error) {
    return { problem: (error as { code?: string }).code === 'ENOENT' ? 'missing' : 'damaged' };
  }
}
