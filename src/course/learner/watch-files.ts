import { existsSync, type FSWatcher, watch } from 'node:fs';

/** An editor writes a file in several steps; this many ms after the last one it is done. */
const SETTLE_MS = 50;
/** How often to look for a file that is gone, in ms. */
const LOOK_MS = 100;

export interface FileEvents {
  /** Something was written, and nothing more has been for a moment. */
  changed(): void;
  /** A file is not there any more. It may come back at once: some editors replace it, git too. */
  gone(file: string): void;
  /** All files that were gone are there again. Who watched them by name may have lost sight of them. */
  back(): void;
}

/**
 * Watches the files of a folder, through everything that programs do to save one: writing over it,
 * putting another in its place, and taking it away for a while, with its folder or without.
 */
export function watchFiles(
  folder: string,
  files: readonly string[],
  { changed, gone, back }: FileEvents,
): { close(): void } {
  let settle: NodeJS.Timeout | undefined;
  let look: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;

  const missing = () => files.find((file) => !existsSync(`${folder}/${file}`));

  function begin(): void {
    try {
      watcher = watch(folder, notice);
      watcher.on('error', notice);
    } catch {
      // The folder itself is gone.
      notice();
    }
  }

  function notice(): void {
    clearTimeout(settle);
    const file = missing();
    if (file === undefined) {
      if (look === undefined) settle = setTimeout(changed, SETTLE_MS);
    } else if (look === undefined) {
      gone(file);
      look = setInterval(seeWhetherBack, LOOK_MS);
    }
  }

  function seeWhetherBack(): void {
    if (missing() !== undefined) return;
    clearInterval(look);
    look = undefined;
    // The folder may be another one of the same name.
    watcher?.close();
    begin();
    settle = setTimeout(back, SETTLE_MS);
  }

  begin();
  return {
    close() {
      clearTimeout(settle);
      clearInterval(look);
      watcher?.close();
    },
  };
}
