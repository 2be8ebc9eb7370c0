import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '#course/user-error';
import type { Credentials } from './token-client.ts';

/** What the client's terminal has to know before its first call. */
export interface Handover {
  readonly issuer: string;
  readonly credentials: Credentials;
  readonly roots: string;
}

/**
 * A program gets its secret from whoever runs it, by a way that is not the network: a file that only
 * this user may read. It is gone when the server ends.
 */
const fileOf = (port: number) => join(tmpdir(), `rpc-from-scratch-26-${port}.json`);

export async function leave(port: number, handover: Handover): Promise<() => Promise<void>> {
  const file = fileOf(port);
  // One that somebody else has put there would keep its owner, and its readers.
  await rm(file, { force: true });
  await writeFile(file, JSON.stringify(handover), { mode: 0o600, flag: 'wx' });
  return () => rm(file, { force: true });
}

/** @throws UserError if no server of this lesson has left anything for this port. */
export async function take(port: number): Promise<Handover> {
  const text = await readFile(fileOf(port), 'utf8').catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as Handover;
  throw new UserError(
    `what listens at port ${port} is not the server of lesson 26, or not on this machine: it has left no secret for the client`,
  );
}
