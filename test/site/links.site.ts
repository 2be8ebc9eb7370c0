import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DIST, listPages, readPage } from './kit/pages.ts';

const BASE = 'http://site';

function findAll(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, found]) => (found ?? '').replaceAll('&amp;', '&'));
}

/** What is wrong with a link, or `undefined`. Links to other sites are not followed. */
function findProblem(from: string, href: string): string | undefined {
  const { origin, pathname, hash } = new URL(href, BASE + from);
  if (origin !== BASE) return undefined;
  const path = decodeURIComponent(pathname);
  const file = join(DIST, path.endsWith('/') ? `${path}index.html` : path);
  const page = existsSync(file) ? path : `${path}.html`;
  if (!existsSync(join(DIST, page.endsWith('/') ? `${page}index.html` : page))) {
    return `${from}: ${href} leads nowhere`;
  }
  if (hash === '' || !/(\/|\.html)$/.test(page)) return undefined;
  const ids = findAll(readPage(page), /\sid="([^"]+)"/g);
  return ids.includes(decodeURIComponent(hash.slice(1)))
    ? undefined
    : `${from}: ${href}: no such place`;
}

test.each(listPages())('every link and picture on %s holds', (page) => {
  const html = readPage(page);
  const links = findAll(html, /\s(?:href|src)="([^"]+)"/g);
  expect(links.length).toBeGreaterThan(5);
  expect(
    links.map((link) => findProblem(page, link)).filter((problem) => problem !== undefined),
  ).toEqual([]);
});

test('a link that leads nowhere would be found', () => {
  expect(findProblem('/', '/lessons/99-nothing.html')).toContain('leads nowhere');
  expect(findProblem('/', '/#no-such-place')).toContain('no such place');
});
