import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CANNOT_RUN } from '#course/exercise/exercise';

/** What the tiers of lesson 33 share: each is a program that ends with a code. */

/** It may fetch what it lacks. */
export const mayInstall = process.argv.includes('--install');

/** Ends at once: something is not on this machine. */
export function cannotRun(what: string): never {
  console.log(what);
  process.exit(CANNOT_RUN);
}

/** The last line, and the code. */
export function finish(passed: boolean, text: string): void {
  console.log(text);
  process.exitCode = passed ? 0 : 1;
}

/** `go` as it is found: in PATH, or where Go's own installer puts it. */
export function findGo(): string | undefined {
  const name = process.platform === 'win32' ? 'go.exe' : 'go';
  const folders = [...(process.env.PATH ?? '').split(/[:;]/), '/usr/local/go/bin'];
  return folders.map((folder) => resolve(folder, name)).find((path) => existsSync(path));
}

/** Go's own folder goes into PATH, so that what installs with it finds it. */
export function requireGo(what: string): void {
  const go = findGo();
  if (go === undefined)
    cannotRun(`${what}: that needs Go, which is not on this machine (https://go.dev/dl)`);
  process.env.PATH = `${process.env.PATH}:${resolve(go, '..')}`;
}

// The program that has started this one is gone: so is its reason.
if (process.channel) {
  process.once('disconnect', () => process.exit(1));
  process.channel.unref();
}
