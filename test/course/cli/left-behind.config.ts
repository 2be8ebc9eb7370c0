import { defineConfig } from 'vitest/config';

/** For `left-behind.test.ts` alone: a test run that is there to be killed. */
export default defineConfig({
  test: {
    include: ['test/course/cli/left-behind.fixture.ts'],
    setupFiles: ['test/end-with-vitest.ts'],
    testTimeout: 0,
  },
});
