import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';

/** The whole protocol, as one script; anything of `node:` in it would stay an import. */
async function bundle(): Promise<string> {
  const entry = resolve(import.meta.dirname, 'in-browser.ts');
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'protocol' },
    },
  })) as Rollup.RollupOutput[];
  expect(output[0]!.output).toHaveLength(1);
  return output[0]!.output[0].code;
}

test('both ends run in a world without Node: no process, no Buffer, no timers, no modules', async () => {
  const code = await bundle();
  // What the protocol may use of its surroundings, beside the language itself.
  const world = createContext({ TextEncoder, TextDecoder, queueMicrotask });
  const result = runInContext(`${code}; protocol.greet('browser')`, world);
  expect(result).toBe('200 hello browser 0');
});
