import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { endWithParent } from '#course/end-with-parent';
import { CACHE_FOLDER, ROOT } from '#course/paths';
import { RUN_VARIABLE, type RunSettings, TEST_TIMEOUT_MS } from './job.ts';

/**
 * Runs graded suites. A job with conditions has this process to itself, and resolves its subject as
 * every tool does, by the conditions of package.json. Those without share the process; each loads
 * its suite with modules of its own.
 * Threads, because the reports of a test's thread then go out on this process's own pipe.
 */
const settings = JSON.parse(process.env[RUN_VARIABLE] ?? '{}') as RunSettings;
const isAlone = settings.conditions !== undefined;
if (RUN_VARIABLE in process.env) endWithParent();

/**
 * Where transformed modules are kept from one verdict to the next (a fifth of the wait). vitest
 * tells them apart by their text and by the conditions and aliases that they are resolved with; what
 * `imports` in package.json says it does not know, so that is a part of the place. So is what is
 * installed: vitest takes the folder away when that has changed, and then cannot write into it.
 */
const INSTALLED = `${ROOT}node_modules/.package-lock.json`;
const manifest = createHash('sha1').update(readFileSync(`${ROOT}package.json`));
if (existsSync(INSTALLED)) manifest.update(readFileSync(INSTALLED));
const moduleCache = `${CACHE_FOLDER}modules/${manifest.digest('hex').slice(0, 12)}`;
const conditions = [...(settings.conditions ?? []), ...defaultServerConditions];

const { patience = 1 } = settings;

export default defineConfig({
  root: ROOT,
  cacheDir: `${CACHE_FOLDER}vite`,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    watch: false,
    reporters: [`${ROOT}src/course/grading/reporter.ts`],
    include: [settings.include],
    setupFiles: [`${ROOT}src/course/grading/setup.ts`],
    // Not while files change under it.
    experimental: {
      fsModuleCache: isAlone && !process.argv.includes('watch'),
      fsModuleCachePath: moduleCache,
    },
    pool: 'threads',
    // One file needs a thread of its own; many would spend their time with starting threads.
    isolate: isAlone,
    testTimeout: TEST_TIMEOUT_MS * patience,
    provide: { patience },
    // The learner fixes one thing at a time, and what comes after the first failure is noise.
    sequence: { concurrent: false },
  },
});
