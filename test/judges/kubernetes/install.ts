import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kubernetes, and the modules that are published from its repository beside it. */
const KUBERNETES = 'v1.36.3';
const STAGED = 'v0.36.3';
export const GATEWAY = 'v1.6.3';
export const ORIGIN = `Kubernetes ${KUBERNETES.slice(1)} and Gateway API ${GATEWAY.slice(1)}`;

const env = { ...process.env, CGO_ENABLED: '0' };
const source = join(import.meta.dirname, 'control-plane/main.go');

/**
 * Builds the control plane, unless it is there: some minutes of CPU, once.
 *
 * k8s.io/kubernetes names the modules beside it in a version that exists only in its repository. So
 * each of them gets the version that is published.
 */
export function buildControlPlane(folder: string): string {
  const program = join(folder, 'control-plane');
  const module = join(folder, 'module');
  const copy = join(module, 'main.go');
  const isFresh = existsSync(copy) && readFileSync(copy, 'utf8') === readFileSync(source, 'utf8');
  if (isFresh && existsSync(program)) return program;
  mkdirSync(module, { recursive: true });
  console.log('building the API server, its controllers and the kubelet’s probe (minutes, once) …');
  const info = run(['mod', 'download', '-json', `k8s.io/kubernetes@${KUBERNETES}`], folder);
  const { GoMod } = JSON.parse(info) as { GoMod: string };
  const mod = readFileSync(GoMod, 'utf8');
  const staged = [...mod.matchAll(/^\t(k8s\.io\/\S+) v0\.0\.0$/gm)].map(([, name]) => name!);
  const lines = staged.flatMap((name) => [
    `require ${name} ${STAGED}`,
    `replace ${name} => ${name} ${STAGED}`,
  ]);
  const [, go = '1.26.0'] = /^go (\S+)$/m.exec(mod) ?? [];
  const head = ['module control-plane', `go ${go}`, `require k8s.io/kubernetes ${KUBERNETES}`];
  writeFileSync(join(module, 'go.mod'), `${[...head, ...lines].join('\n')}\n`);
  copyFileSync(source, copy);
  run(['mod', 'tidy'], module);
  run(['build', '-o', program, '.'], module);
  return program;
}

/** The definition of GRPCRoute, as the Gateway API's module has it. */
export function gatewayDefinition(folder: string): string {
  const module = `sigs.k8s.io/gateway-api@${GATEWAY}`;
  const { Dir } = JSON.parse(run(['mod', 'download', '-json', module], folder)) as { Dir: string };
  return join(Dir, 'config/crd/standard/gateway.networking.k8s.io_grpcroutes.yaml');
}

function run(args: string[], cwd: string): string {
  return execFileSync('go', args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
}
