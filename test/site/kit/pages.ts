import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DOCS = join(import.meta.dirname, '../../../docs');
export const DIST = join(DOCS, '.vitepress/dist');

/** The address of every page that was built: `/`, `/lessons/03-framing.html`, … */
export function listPages(): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
}

export function readPage(page: string): string {
  return readFileSync(join(DIST, page.endsWith('/') ? `${page}index.html` : page), 'utf8');
}
