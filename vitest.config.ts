import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `npm test`: everything that needs Node and nothing else. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/site/**', 'test/judges/**'],
    // The tests of the program mostly wait for processes of theirs, so a core less is no use.
    maxWorkers: availableParallelism(),
    // A hang ends; a machine that is busy with other things is no failure.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
