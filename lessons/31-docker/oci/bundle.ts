import { build } from 'esbuild';
import { ROOT } from '#course/paths';
import { oneFile } from '../../shop/one-file.ts';

/** The programs of the images, each in one file with all that it imports, by name: `server.cjs`. */
export async function bundle(...names: string[]): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => `lessons/31-docker/programs/${name}.ts`),
    outdir: 'out',
    outExtension: { '.js': '.cjs' },
    ...oneFile(),
    minifyWhitespace: true,
    legalComments: 'none',
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.split(/[/\\]/).at(-1)!, contents]));
}
