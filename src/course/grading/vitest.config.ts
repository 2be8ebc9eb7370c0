import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { ROOT } from '../paths.ts';
import { batchPlugin } from './batch.ts';
import { JOBS_VARIABLE, type Job, TEST_TIMEOUT_MS } from './job.ts';

/**
 * Runs graded suites. One job resolves its subject as every tool does, by the conditions of
 * package.json; several share this process, and a plugin keeps their subjects apart.
 * Threads, because the reports of a test's thread then go out on this process's own pipe.
 */
const given = process.env[JOBS_VARIABLE] ?? '[]';
const jobs = JSON.parse(given.startsWith('[') ? given : readFileSync(given, 'utf8')) as Job[];
const [only] = jobs.length === 1 ? jobs : [];

/**
 * Where transformed modules are kept from one verdict to the next (a fifth of the wait). vitest
 * tells them apart by their text and by the conditions and aliases that they are resolved with; what
 * `imports` in package.json says it does not know, so that is a part of the place.
 */
const manifest = createHash('sha1')
  .update(readFileSync(`${ROOT}package.json`))
  .digest('hex');
const moduleCache = `${ROOT}.course/modules/${manifest.slice(0, 12)}`;
const conditions = [...(only?.conditions ?? []), ...defaultServerConditions];

/** Hundreds of jobs share the machine: what is at once for one learner may take a while for them. */
const patience = only ? 1 : 4;

export default defineConfig({
  root: ROOT,
  cacheDir: `${ROOT}.course/vite`,
  plugins: only ? [] : [batchPlugin(jobs)],
  resolve: {
    conditions,
    alias: Object.entries(only?.replace ?? {}).map(([find, replacement]) => ({
      find,
      replacement,
    })),
  },
  ssr: { resolve: { conditions } },
  test: {
    watch: false,
    reporters: [`${ROOT}src/course/grading/reporter.ts`],
    include: jobs.map(({ suite, entry = suite }) => entry),
    setupFiles: [`${ROOT}src/course/grading/setup.ts`],
    // Not where a plugin of ours decides what a module is, nor while files change under it.
    experimental: {
      fsModuleCache: only !== undefined && !process.argv.includes('watch'),
      fsModuleCachePath: moduleCache,
    },
    pool: 'threads',
    // One file needs a thread of its own; many would spend their time with starting threads.
    isolate: only !== undefined,
    testTimeout: TEST_TIMEOUT_MS * patience,
    provide: { patience },
    // The learner fixes one thing at a time, and what comes after the first failure is noise.
    sequence: { concurrent: false },
  },
});
