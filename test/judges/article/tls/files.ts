import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Identity } from '../../../../lessons/security/certificates.ts';

/** Go’s programs read certificates and keys from files: of one run, and for nobody else. */
export interface Files {
  /** `-ca=…` for these authorities. */
  ca(roots: string): string;
  /** `-crt=… -key=…` for what somebody shows. */
  shows(identity: Identity): string[];
  remove(): void;
}

export function createFiles(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'judge-tls-'));
  let count = 0;
  const write = (text: string) => {
    const file = join(folder, `${++count}.pem`);
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  };
  return {
    ca: (roots) => `-ca=${write(roots)}`,
    shows: ({ certificate, privateKey }) => [
      `-crt=${write(certificate)}`,
      `-key=${write(privateKey)}`,
    ],
    remove: () => rmSync(folder, { recursive: true }),
  };
}
