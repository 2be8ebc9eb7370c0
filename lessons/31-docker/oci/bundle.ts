import { build } from 'esbuild';
import { ROOT } from '#course/paths';

/** The programs of the images, each in one file with all that it imports, by name: `server.cjs`. */
export async function bundle(...names: string[]): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => `lessons/31-docker/programs/${name}.ts`),
    outdir: 'out',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    legalComments: 'none',
    // The learner's layers are chosen by conditions of the process (--mine).
    conditions: process.execArgv.flatMap((arg) => /^--conditions=(.+)/.exec(arg)?.[1] ?? []),
    write: false,
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.split(/[/\\]/).at(-1)!, contents]));
}
