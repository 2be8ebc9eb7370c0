import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runPlugin } from './plugin.ts';

/** Go's generators, as a Go program of today gets them; the article's `plugins=grpc` is gone. */
const PLUGINS = {
  'protoc-gen-go': 'google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.12',
  'protoc-gen-go-grpc': 'google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.6.2',
};
const work = resolve('.judges/article');
const sources = resolve(import.meta.dirname, 'go');

/** Generates the stubs of `proto/hello.proto` and builds both programs; @returns where they are. */
export function buildArticle(): { client: string; server: string } {
  try {
    execFileSync('go', ['version']);
  } catch {
    console.error('judge:article: needs Go (https://go.dev/dl): `go` is not in PATH');
    process.exit(1);
  }
  const module = join(work, 'module');
  mkdirSync(module, { recursive: true });
  cpSync(sources, module, { recursive: true });
  for (const [name, path] of Object.entries(PLUGINS)) {
    const plugin = join(work, path.split('@')[1]!, name);
    if (!existsSync(plugin)) {
      const env = { ...process.env, GOBIN: dirname(plugin) };
      execFileSync('go', ['install', path], { stdio: 'inherit', env });
    }
    const texts = runPlugin(plugin, {
      directory: resolve('proto'),
      proto: 'hello.proto',
      message: 'hello.HelloRequest',
      parameter: 'module=mygrpc,Mhello.proto=mygrpc/proto/hello',
    });
    for (const [file, text] of texts) {
      mkdirSync(dirname(join(module, file)), { recursive: true });
      writeFileSync(join(module, file), text);
    }
  }
  const build = (name: 'client' | 'server') => {
    const program = join(work, name);
    const args = ['build', '-mod=readonly', '-o', program, `./${name}`];
    execFileSync('go', args, { stdio: 'inherit', cwd: module });
    return program;
  };
  return { client: build('client'), server: build('server') };
}
