import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATE_FOLDER } from '#course/paths';
import { UserError } from '#course/user-error';
import { connectTcp } from '#transport/tcp';
import type { Papers } from './papers.ts';

/** What a client in another terminal needs: whom to trust, and what to show. */
export type ClientPapers = Pick<Papers, 'roots' | 'till' | 'office'>;

const fileOf = (port: number) => join(STATE_FOLDER, 'tls', `${port}.json`);

/**
 * Two terminals are two processes, so the papers of the client have to get to it somehow. In a file
 * that nobody else on this machine can read, until the server ends; they are worth nothing later.
 */
export function hideOnDisk(port: number, { roots, till, office }: Papers) {
  const file = fileOf(port);
  mkdirSync(join(STATE_FOLDER, 'tls'), { recursive: true, mode: 0o700 });
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ roots, till, office }), { mode: 0o600 });
  const remove = () => rmSync(file, { force: true });
  process.once('exit', remove);
  return {
    remove() {
      process.off('exit', remove);
      remove();
    },
  };
}

/**
 * What the server at this port has left.
 * @throws the system's error if nobody listens there; UserError if it is somebody else
 */
export async function findOnDisk(host: string, port: number): Promise<ClientPapers> {
  try {
    return JSON.parse(readFileSync(fileOf(port), 'utf8')) as ClientPapers;
  } catch {
    (await connectTcp({ host, port })).destroy();
    throw new UserError(
      `who listens at port ${port} is no server of this lesson on this machine: its client has nobody to trust`,
      1,
    );
  }
}
