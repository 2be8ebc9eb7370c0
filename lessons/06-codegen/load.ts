import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STATE_FOLDER } from '#course/paths';
import { generateFrom, KITCHEN } from './generate.ts';

/** What a generated file exports, as TypeScript knows it from the one that is kept in `src/`. */
export type KitchenModule = typeof import('#protobuf/generated/kitchen/kitchen');

/**
 * Generates the kitchen's code now, with the emitters that the switch has chosen, compiles it
 * (`tsx` takes the types away, as for every file here) and loads it. It is on the disk for a moment
 * only, below the package, so that its own imports are found.
 */
export async function loadKitchen(): Promise<KitchenModule> {
  mkdirSync(STATE_FOLDER, { recursive: true });
  const folder = mkdtempSync(`${STATE_FOLDER}codegen-`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // A reader that has gone away (`| head`) ends the program while it waits for the import.
  process.once('exit', remove);
  try {
    for (const [path, text] of generateFrom(KITCHEN)) {
      mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
      writeFileSync(`${folder}/${path}`, text);
    }
    const main = pathToFileURL(`${folder}/${KITCHEN.replace('.proto', '.ts')}`);
    return (await import(main.href)) as KitchenModule;
  } finally {
    remove();
    process.off('exit', remove);
  }
}
