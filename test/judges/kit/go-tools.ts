import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Ends the judge with one line if Go is not there. */
export function requireGo(judge: string): void {
  try {
    execFileSync('go', ['version']);
  } catch {
    console.error(`${judge}: needs Go (https://go.dev/dl): \`go\` is not in PATH`);
    process.exit(1);
  }
}

/**
 * Installs a Go program into `folder`, unless it is there.
 * @param path its package with the version: `github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.4`
 * @returns the program
 */
export function installGoTool(path: string, folder: string): string {
  const program = join(folder, basename(path.split('@')[0]!));
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  console.log(`installing ${path} …`);
  execFileSync('go', ['install', path], {
    stdio: 'inherit',
    env: { ...process.env, GOBIN: folder },
  });
  return program;
}
