import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, dns } from '../security/certificates.ts';

/** What a server shows, and what its clients trust. */
export interface Identity {
  readonly certificate: string;
  readonly privateKey: string;
  /** The certificate of the authority that has signed it: no secret. */
  readonly roots: string;
}

/** The name that the certificate is for. The lesson's clients call an address, and expect this name. */
export const NAME = 'localhost';

/** Made at start, in memory, good for a day. */
export async function createIdentity(): Promise<Identity> {
  const authority = await createAuthority('the shop’s authority');
  const signed = await authority.sign([dns(NAME)]);
  return { ...signed, roots: authority.certificate };
}

/** Where a server in one terminal leaves its authority's certificate for a client in another. */
const rootsFile = (port: number) => join(tmpdir(), `rpc-from-scratch-lesson-25-${port}.pem`);

/** @returns takes the file away again. */
export function publishRoots(port: number, roots: string): () => void {
  const file = rootsFile(port);
  rmSync(file, { force: true });
  // `wx`: nobody has put a link there in the meantime.
  writeFileSync(file, roots, { flag: 'wx' });
  return () => rmSync(file, { force: true });
}

/** @throws an error as of a connection that is refused: without the file there is no server. */
export function readRoots(port: number): string {
  try {
    return readFileSync(rootsFile(port), 'utf8');
  } catch (cause) {
    throw Object.assign(new Error('ECONNREFUSED', { cause }), { code: 'ECONNREFUSED' });
  }
}
