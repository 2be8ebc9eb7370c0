import { spawn } from 'node:child_process';

/** What kubectl says of the cluster that it knows. */
export interface Found {
  kubectl: boolean;
  /** `kind-kind`; empty if it knows none. */
  context: string;
  server: string;
  /** A cluster on this machine: nobody else's work is there. */
  isLocal: boolean;
}

/** Looks, and changes nothing: no cluster is asked. */
export async function findCluster(): Promise<Found> {
  const version = await kubectl(['version', '--client', '-o', 'json']);
  const none = { kubectl: version.code === 0, context: '', server: '', isLocal: false };
  if (version.code !== 0) return none;
  const config = await kubectl(['config', 'view', '--minify', '-o', 'json']);
  if (config.code !== 0) return none;
  const parsed = JSON.parse(config.out) as {
    'current-context'?: string;
    clusters?: { cluster?: { server?: string } }[] | null;
  };
  const context = parsed['current-context'] ?? '';
  const server = parsed.clusters?.[0]?.cluster?.server ?? '';
  return {
    kubectl: true,
    context,
    server,
    isLocal: /^https?:\/\/(127\.|localhost|\[::1\])/.test(server),
  };
}

/** An answer of the API server. */
export interface Answer {
  what: string;
  taken: boolean;
  text: string;
}

/**
 * Asks the real API server whether it would take it: strictly, and without keeping anything
 * (`--dry-run=server`).
 */
export async function dryRun(what: string, manifest: unknown): Promise<Answer> {
  const args = ['apply', '--dry-run=server', '--validate=strict', '-f', '-'];
  const { code, out, err } = await kubectl(args, JSON.stringify(manifest));
  const [line = ''] = (code === 0 ? out : err).trim().split('\n').slice(-1);
  return { what, taken: code === 0, text: line };
}

/** How long kubectl may take: a cluster that is gone does not answer. */
const PATIENCE_MS = 5_000;

function kubectl(
  args: readonly string[],
  input = '',
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn('kubectl', [...args, `--request-timeout=${PATIENCE_MS}ms`], {
      timeout: 2 * PATIENCE_MS,
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdin.on('error', () => {});
    child.once('error', () => resolve({ code: 1, out, err: 'kubectl is not installed' }));
    child.once('close', (code) => resolve({ code: code ?? 1, out, err }));
    child.stdin.end(input);
  });
}
