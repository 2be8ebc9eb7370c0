import { defineConfig } from 'vitest/config';

/** The browser tests: `npm run test:site`. `npm test` must run without a browser, and knows nothing of them. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.site.ts'],
    globalSetup: ['kit/setup.ts'],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
