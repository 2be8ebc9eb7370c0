import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireGo } from '../kit/go-tools.ts';

/** Other people's programs, into the git-ignored `.judges/`; what they need must be there. */
const GO_VERSION = 'v1.83.0';
const PYTHON_PACKAGES = ['grpcio==1.85.1', 'grpcio-tools==1.85.1', 'protobuf==7.36.2'];
export const goPrograms = resolve('.judges/interop');

/** @returns the folder with grpc-go's test certificates. */
export function installGo(): string {
  requireGo('judge:interop');
  if (!existsSync(join(goPrograms, 'client')) || !existsSync(join(goPrograms, 'server'))) {
    mkdirSync(goPrograms, { recursive: true });
    const module = 'google.golang.org/grpc/interop';
    const programs = ['client', 'server'].map((name) => `${module}/${name}@${GO_VERSION}`);
    execFileSync('go', ['install', ...programs], {
      stdio: 'inherit',
      env: { ...process.env, GOBIN: goPrograms },
    });
  }
  const cache = execFileSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' }).trim();
  return join(cache, `google.golang.org/grpc@${GO_VERSION}`, 'testdata');
}

/** @returns the Python that has grpcio. */
export function installPython(): string {
  const folder = resolve('.judges/python');
  const python = join(folder, 'bin', 'python');
  const wanted = PYTHON_PACKAGES.join(' ');
  const stamp = join(folder, 'installed.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  try {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
  } catch {
    console.error('judge:interop: needs Python 3 with its module venv: `python3 -m venv` fails');
    process.exit(1);
  }
  try {
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', ...PYTHON_PACKAGES], {
      stdio: 'inherit',
    });
  } catch {
    console.error(`judge:interop: pip could not install ${wanted}`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  return python;
}
