import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { findLesson, loadCatalogue, loadLesson } from '#course/catalogue';
import { recordOutput, shownCommands } from '#course/lesson/outputs';
import { ROOT } from '#course/paths';

/**
 * `npm run record [N]`: runs what the pages show; writes traces and outputs beside their lessons.
 * @param wanted a lesson's number or name; all if left out
 * @throws UserError if there is no such lesson
 */
export async function record(wanted?: string): Promise<void> {
  const catalogue = await loadCatalogue();
  const only = wanted === undefined ? undefined : findLesson(catalogue, wanted);
  for (const entry of catalogue) {
    if (!entry.written || (only !== undefined && entry !== only)) continue;
    const { traces } = await loadLesson(entry);
    for (const [name, run] of Object.entries(traces)) {
      const path = traceFile(entry.folder, name);
      writeFileSync(`${ROOT}${path}`, `${JSON.stringify(await run(), null, 1)}\n`);
      console.log(path);
    }
    for (const command of shownCommands(entry)) {
      mkdirSync(dirname(`${ROOT}${command.file}`), { recursive: true });
      writeFileSync(`${ROOT}${command.file}`, await recordOutput(entry, command));
      console.log(command.file);
    }
  }
}

export function traceFile(folder: string, name: string): string {
  return `lessons/${folder}/${name}.trace.json`;
}
