import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the course is kept, if package.json says so. */
export interface Repository {
  /** For people, without an ending: `https://host/owner/name`. */
  url: string;
  /** The folder that a clone of it makes. */
  folder: string;
}

const MANIFEST = join(import.meta.dirname, '../../package.json');

export function readRepository(): Repository | undefined {
  return parseRepository(JSON.parse(readFileSync(MANIFEST, 'utf8')).repository);
}

/** Reads package.json's `repository`: an address or `{ url }`; `github:owner/name` for short. */
export function parseRepository(value: unknown): Repository | undefined {
  const text = typeof value === 'string' ? value : (value as { url?: unknown } | undefined)?.url;
  if (typeof text !== 'string') return undefined;
  const url = text
    .replace(/^github:|^(?=[\w-]+\/[\w.-]+$)/, 'https://github.com/')
    .replace(/^git\+/, '')
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/^git:/, 'https:')
    .replace(/\/?(\.git)?$/, '');
  const folder = url.split('/').at(-1);
  return url.startsWith('https://') && folder ? { url, folder } : undefined;
}
