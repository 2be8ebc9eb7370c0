import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a client in another terminal has to know, and would otherwise be set up with. */
export interface Handoff {
  /** The authority’s certificate: whom to trust. */
  readonly roots: string;
  /** Where tokens are to be had, for programs on this machine. */
  readonly issuer: string;
  readonly id: string;
  readonly secret: string;
}

/** Only its owner may read it, and it goes when the server ends. */
const fileFor = (port: number) => join(tmpdir(), `rpc-from-scratch-27-${port}.json`);
const OWNER_ONLY = 0o600;

/** Leaves it for the client; @returns takes it away again */
export async function leave(port: number, handoff: Handoff): Promise<() => Promise<void>> {
  const file = fileFor(port);
  await rm(file, { force: true });
  await writeFile(file, JSON.stringify(handoff), { mode: OWNER_ONLY });
  return () => rm(file, { force: true });
}

/** @throws Error with the code ECONNREFUSED if no server of this lesson has left any */
export async function find(port: number): Promise<Handoff> {
  try {
    return JSON.parse(await readFile(fileFor(port), 'utf8')) as Handoff;
  } catch (cause) {
    throw Object.assign(new Error('no server', { cause }), { code: 'ECONNREFUSED' });
  }
}
