import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateGo } from '../kit/go-plugins.ts';
import { requireGo } from '../kit/go-tools.ts';

const work = resolve('.judges/article');
const sources = resolve(import.meta.dirname, 'go');

/** The programs, by the folder in `go/` in which each stands. */
const PROGRAMS = [
  'client',
  'server',
  'orders/search',
  'orders/update',
  'orders/process',
  'orders/add',
  'orders/server',
  'multiplex/client',
  'multiplex/server',
  'gzip/client',
  'gzip/server',
  'tls/client',
  'tls/server',
  'basic/client',
  'basic/server',
  'oauth2/client',
  'oauth2/server',
  'balance',
  'jwt',
] as const;
export type Programs = Record<(typeof PROGRAMS)[number], string>;

/** Generates the stubs of both `.proto` files and builds all programs; @returns where they are. */
export function buildArticle(): Programs {
  requireGo('judge:article');
  const module = join(work, 'module');
  // What is no longer in go/ would be built all the same.
  rmSync(module, { recursive: true, force: true });
  mkdirSync(module, { recursive: true });
  cpSync(sources, module, { recursive: true });
  const wrappers =
    'Mgoogle/protobuf/wrappers.proto=google.golang.org/protobuf/types/known/wrapperspb';
  for (const name of ['hello', 'ecommerce']) {
    generateGo(module, {
      directory: resolve('proto'),
      proto: `${name}.proto`,
      parameter: `module=mygrpc,M${name}.proto=mygrpc/proto/${name},${wrappers}`,
    });
  }
  const build = (name: string) => {
    const program = join(work, 'programs', name);
    const args = ['build', '-mod=readonly', '-o', program, `./${name}`];
    execFileSync('go', args, { stdio: 'inherit', cwd: module });
    return program;
  };
  return Object.fromEntries(PROGRAMS.map((name) => [name, build(name)])) as Programs;
}
