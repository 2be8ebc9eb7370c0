import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { STATE_FOLDER } from '#course/paths';
import { handOver, takeOver } from '../../../lessons/security/handover.ts';

const FOLDER = join(STATE_FOLDER, 'handover');

async function listen() {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { host: '127.0.0.1', port: (server.address() as { port: number }).port, server };
}

test('what a server leaves is its client’s, and gone when the server is', async () => {
  const at = await listen();
  const listeners = process.listenerCount('exit');
  const takeAway = handOver(99, at.port, { roots: 'an authority' });
  expect(await takeOver(99, at)).toEqual({ roots: 'an authority' });
  const file = join(FOLDER, `99-${at.port}.json`);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  takeAway();
  expect(readdirSync(FOLDER)).not.toContain(`99-${at.port}.json`);
  expect(process.listenerCount('exit')).toBe(listeners);
  await expect(takeOver(99, at)).rejects.toThrow('is not the server of lesson 99');
});

test('a file that was left behind does not stand for a server', async () => {
  const at = await listen();
  onTestFinished(handOver(99, at.port, {}));
  await new Promise((resolve) => at.server.close(resolve));
  await expect(takeOver(99, at)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
