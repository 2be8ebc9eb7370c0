import { writeFileSync } from 'node:fs';
import { loadCatalogue, loadLesson } from '../catalogue.ts';
import { ROOT } from '../paths.ts';

/** `npm run record`: runs what the pages show and writes each trace beside its lesson. */
export async function record(): Promise<void> {
  for (const entry of await loadCatalogue()) {
    if (!entry.written) continue;
    const { traces } = await loadLesson(entry);
    for (const [name, run] of Object.entries(traces)) {
      const path = traceFile(entry.folder, name);
      writeFileSync(`${ROOT}${path}`, `${JSON.stringify(await run(), null, 1)}\n`);
      console.log(path);
    }
  }
}

export function traceFile(folder: string, name: string): string {
  return `lessons/${folder}/${name}.trace.json`;
}
