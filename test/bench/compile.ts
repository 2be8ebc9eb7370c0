import { join } from 'node:path';
import { build } from 'vite';

const OUT = '.judges/bench';

/**
 * The worker as JavaScript. A server in production is compiled too, and `tsx`, which runs
 * everything else here, gives every function a `name` of its own when it is made: a quarter of a
 * kilobyte for each closure of ours, and none for the peers, who come compiled.
 */
export async function compileWorker(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: 'test/bench/worker.ts',
      outDir: OUT,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'worker.mjs', chunkFileNames: '[name].mjs' } },
    },
  });
  return join(OUT, 'worker.mjs');
}
