import { defaultServerConditions } from 'vite';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { ROOT } from '../paths.ts';
import { JOBS_VARIABLE, type Job, TEST_TIMEOUT_MS } from './job.ts';

/**
 * Runs graded suites: a vitest project for each job, which resolves the subject in its own way.
 * Threads, because the reports of a test's thread then go out on this process's own pipe.
 */
const jobs = JSON.parse(process.env[JOBS_VARIABLE] ?? '[]') as Job[];

export default defineConfig({
  root: ROOT,
  cacheDir: `${ROOT}.course/vite`,
  test: {
    reporters: [`${ROOT}src/course/grading/reporter.ts`],
    watch: false,
    projects: jobs.map(projectOf),
  },
});

function projectOf({ name, suite, conditions = [], replace = {} }: Job): TestProjectConfiguration {
  const allConditions = [...conditions, ...defaultServerConditions];
  return {
    root: ROOT,
    resolve: {
      conditions: allConditions,
      alias: Object.entries(replace).map(([find, replacement]) => ({ find, replacement })),
    },
    ssr: { resolve: { conditions: allConditions } },
    test: {
      name,
      include: [suite],
      setupFiles: [`${ROOT}src/course/grading/setup.ts`],
      env: { COURSE_JOB: name },
      pool: 'threads',
      testTimeout: TEST_TIMEOUT_MS,
      // The learner fixes one thing at a time, and what comes after the first failure is noise.
      sequence: { concurrent: false },
    },
  };
}
