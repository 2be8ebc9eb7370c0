/**
 * npm run judge:connect: connectrpc's conformance suite, gRPC protocol, our client and our server.
 * Exits 0 only if as many cases have passed as there are.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireGo } from '../kit/go-tools.ts';

const VERSION = 'v1.0.5';
const MODULE = 'connectrpc.com/conformance';
/** How many cases the suite has for what `grpc.yaml` claims. */
const EXPECTED = { client: 634, server: 566 };

const here = dirname(fileURLToPath(import.meta.url));
const work = resolve('.judges/connect');
const runner = join(work, 'connectconformance');

function install(): string {
  requireGo('judge:connect');
  if (!existsSync(runner)) {
    mkdirSync(work, { recursive: true });
    execFileSync('go', ['install', `${MODULE}/cmd/connectconformance@${VERSION}`], {
      stdio: 'inherit',
      env: { ...process.env, GOBIN: work },
    });
  }
  const cache = execFileSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' }).trim();
  return join(cache, `${MODULE}@${VERSION}`, 'proto');
}

function generate(protos: string): void {
  const files = ['client_compat', 'server_compat', 'service', 'config'];
  const paths = files.map((name) => `connectrpc/conformance/v1/${name}.proto`);
  const args = ['--to', join(work, 'generated'), '--from', protos, '--also', 'proto', ...paths];
  execFileSync('npm', ['run', '--silent', 'generate', '--', ...args]);
}

async function judge(mode: 'client' | 'server'): Promise<boolean> {
  const program = [process.execPath, '--import', 'tsx', join(here, `${mode}.ts`)];
  const args = ['--mode', mode, '--conf', join(here, 'grpc.yaml'), '-v', '--', ...program];
  const child = spawn(runner, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  await once(child, 'close');
  writeFileSync(join(work, `${mode}.log`), output);
  const passed = Number(/(\d+) passed/.exec(output)?.[1] ?? 0);
  const failed = Number(/(\d+) failed/.exec(output)?.[1] ?? 0);
  const expected = EXPECTED[mode];
  const skipped = Math.max(0, expected - passed - failed);
  console.log(
    `judge:connect: our ${mode}: ${passed} passed, ${failed} failed, ${skipped} skipped, of ${expected}`,
  );
  if (passed !== expected) console.error(output.slice(-6000));
  return passed === expected;
}

generate(install());
const results = [await judge('client'), await judge('server')];
process.exitCode = results.every(Boolean) ? 0 : 1;
