import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ProxyServer } from './proxies.ts';

// #region config
const configFor = (folder: string, servers: readonly string[]) => `
error_log stderr notice;
pid ${folder}/nginx.pid;
worker_processes 1;
events {}
http {
  access_log off;
  upstream shop {
    ${servers.join('\n    ')}
    keepalive 3;
  }
  server {
    listen unix:${folder}/nginx.sock http2;
    location / { grpc_pass grpc://shop; }
  }
}
`;
// #endregion config

/** Where Debian puts it is not in everybody's PATH. */
const PROGRAMS = ['nginx', '/usr/sbin/nginx'];

/** nginx before these servers; `undefined` if it is not installed, or does not start. */
export async function startNginx(
  servers: readonly { host: string; port: number }[],
): Promise<ProxyServer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'rpc-nginx-'));
  await chmod(folder, 0o755);
  const lines = servers.map(({ host, port }) => `server ${host}:${port};`);
  await writeFile(join(folder, 'nginx.conf'), configFor(folder, lines));
  for (const program of PROGRAMS) {
    const running = await start(program, folder);
    if (running === undefined) continue;
    return {
      target: `unix:${folder}/nginx.sock`,
      async close() {
        await running.end();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
  await rm(folder, { recursive: true, force: true });
  return undefined;
}

/** Starts it, and waits until it says that it works. It opens its socket before that. */
async function start(program: string, folder: string) {
  const args = ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr', '-g', 'daemon off;'];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'close').catch(() => {});
  const end = async () => {
    child.kill();
    await ended;
  };
  const works = await new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', () => resolve(false));
    const lines = createInterface({ input: child.stderr });
    lines.on('line', (line) => {
      if (line.includes('start worker process ')) resolve(true);
    });
  });
  return works ? { end } : undefined;
}
