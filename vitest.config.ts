import { defineConfig } from 'vitest/config';

/** `npm test`: everything that needs Node and nothing else. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/site/**', 'test/judges/**'],
  },
});
