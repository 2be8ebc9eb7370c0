import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Entry } from '#image/layer';
import { describeOrder } from '../../shop/orders.ts';
import { getOrder } from '../get-order.ts';
import type { Tell } from './engines.ts';

/** What the server is told, wherever it runs here. */
export const ENVIRONMENT = { SHOP_REGION: 'eu-west', SHOP_NOTICE_MS: '200' };

/** Puts files into a folder that is gone afterwards. */
export async function withFiles<T>(
  entries: readonly Entry[],
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rpc-image-'));
  try {
    for (const { path, bytes } of entries) {
      await writeFile(join(folder, path.split('/').at(-1)!), bytes);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where there is no engine: the program of the upper layer as an ordinary process. */
export function runAsProcess(app: readonly Entry[], port: number, tell: Tell): Promise<void> {
  return withFiles(app, async (folder) => {
    const child = spawn(process.execPath, [join(folder, 'server.cjs')], {
      env: { ...ENVIRONMENT, SHOP_HOST: '127.0.0.1', SHOP_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const closed = once(child, 'close');
      const lines: string[] = [];
      await new Promise<void>((resolve, reject) => {
        closed.then(() => reject(new Error(lines.at(-1) ?? 'it ended at once')), reject);
        createInterface(child.stdout).on('line', (line) => {
          lines.push(line);
          if (line.startsWith('listening')) resolve();
        });
      });
      tell('node server.cjs', lines.at(-1)!);
      tell('a call', describeOrder(await getOrder(`127.0.0.1:${port}`, '101')));
      child.kill('SIGTERM');
      const [code] = await closed;
      tell('SIGTERM', `${lines.at(-1)}, exit code ${code}`);
    } finally {
      child.kill('SIGKILL');
    }
  });
}
