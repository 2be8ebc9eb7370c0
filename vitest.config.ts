import { defineConfig } from 'vitest/config';

const c = process.env.COND ? [process.env.COND] : [];
export default defineConfig({
  resolve: { conditions: [...c, 'module', 'node'] },
  ssr: { resolve: { conditions: [...c, 'module', 'node'] } },
  test: { pool: 'threads', isolate: false },
});
