import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wrapComments } from '../../docs/.vitepress/build/narrow.ts';
import { findNext } from '../../docs/.vitepress/progress/browser-progress.ts';
import { parseRepository, readRepository } from '../../docs/.vitepress/repository.ts';
import { useBrowser } from './kit/browser.ts';
import { DIST, listPages, readPage } from './kit/pages.ts';

const visit = useBrowser();
const FRAMING = '/lessons/03-framing.html';
const LESSONS = listPages().filter((path) => path.startsWith('/lessons/'));

describe('the code on a page', () => {
  test.each([...LESSONS, '/stack.html'])('%s: all of it fits at 1280', async (path) => {
    const { page } = await visit(path, { asleep: true, viewport: { width: 1280, height: 800 } });
    const blocks = await page.locator('.vp-doc div[class*="language-"] pre').evaluateAll((all) =>
      all.map(({ scrollWidth, clientWidth, textContent }) => {
        return { cut: scrollWidth - clientWidth, begins: textContent?.slice(0, 60) };
      }),
    );
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.filter(({ cut }) => cut > 0)).toEqual([]);
  });

  test('the weights and slants of its theme are to be seen', async () => {
    const { page } = await visit(FRAMING, { asleep: true });
    const style = (text: string) =>
      page
        .locator('.vp-code span span')
        .filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) })
        .first()
        .evaluate((span) => {
          const { fontWeight, fontStyle } = getComputedStyle(span);
          return `${fontWeight} ${fontStyle}`;
        });
    expect(await style('return')).toBe('700 normal');
    expect(await style('\\* The next `size` bytes.*')).toBe('400 italic');
    expect(await style('\\.#chunks\\.push\\(chunk\\);')).toBe('400 normal');
  });

  test('each excerpt has its file’s name, and a link to the whole of it', () => {
    for (const path of LESSONS) {
      const html = readPage(path);
      const links = [...html.matchAll(/<p class="file"><a href="([^"]+)"[^>]*>([^<]+)</g)];
      expect(links.length, path).toBeGreaterThan(0);
      for (const [, href = '', file = ''] of links) {
        expect(existsSync(file), file).toBe(true);
        if (readRepository() !== undefined) expect(href).toMatch(/^https:/);
        else expect(readFileSync(join(DIST, href), 'utf8')).toBe(readFileSync(file, 'utf8'));
      }
    }
  });

  test('what is long is folded, and unfolds without JavaScript, by keyboard', async () => {
    const { page } = await visit(FRAMING, { javaScriptEnabled: false });
    const excerpt = page.locator('.excerpt.long').first();
    const height = async () => (await excerpt.locator('pre').boundingBox())!.height;
    const folded = await height();
    await excerpt.getByRole('checkbox', { name: /^Show all \d+ lines$/ }).focus();
    await page.keyboard.press('Space');
    expect(await height()).toBeGreaterThan(folded + 50);
  });

  test('comments are broken by words; lists, drawings and tags keep their shape', () => {
    const long = `${'word '.repeat(20)}end`;
    const wrapped = wrapComments(
      `  // ${long}\n  code();\n  /** ${long} */\n// a   table    of  ${long}`,
    );
    const lines = wrapped.split('\n');
    expect(lines.slice(0, 2).every((line) => line.length <= 70)).toBe(true);
    expect(lines[2]).toBe('  code();');
    expect(lines[3]).toBe('  /**');
    expect(lines.at(-2)).toBe('   */');
    expect(lines.at(-1)!.length).toBeGreaterThan(70);
    expect(wrapComments('/**\n * Short.\n * @throws Error\n */')).toBe(
      '/**\n * Short.\n * @throws Error\n */',
    );
  });
});

/** Adds up what moves by itself while a page comes, its fonts last. */
async function shiftOf(page: Page, path: string): Promise<number> {
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { shift: number };
    counted.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        counted.shift += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let letFontsCome = () => {};
  const held = new Promise<void>((resolve) => {
    letFontsCome = resolve;
  });
  await page.route('**/*.woff2', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  const drawn = () =>
    page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    );
  await drawn();
  letFontsCome();
  await page.evaluate(() => document.fonts.ready);
  await drawn();
  return page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
}

describe.each([390, 1280])('at %i px nothing jumps when the fonts come', (width) => {
  test.each(listPages())('%s', async (path) => {
    const { page } = await visit('/404.html', { asleep: true, viewport: { width, height: 800 } });
    expect(await shiftOf(page, path)).toBeLessThan(0.05);
  });
});

test('a page needs no font but the four that were cut for it', async () => {
  const { page } = await visit(FRAMING);
  const fonts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /([\w-]+)\.[\w-]+\.woff2$/.exec(name)?.[1])
      .filter((name) => name !== undefined),
  );
  expect([...new Set(fonts)].sort()).toEqual(['mono', 'mono-bold', 'serif', 'serif-italic']);
});

describe('what a page weighs, compressed', () => {
  const weigh = (url: string) => gzipSync(readFileSync(join(DIST, url))).length;

  test.each(listPages())('%s: less than 90 KB of script before one touches it', (path) => {
    // What `build/late-start.ts` names: the program, and the parts of it that this page needs.
    const [, start = ''] = /<script type="module">(.*?)<\/script>/.exec(readPage(path)) ?? [];
    const urls = new Set([...start.matchAll(/"([^"]+\.js)"/g)].map(([, url]) => url!));
    expect(urls.size).toBeGreaterThan(0);
    expect([...urls].reduce((sum, url) => sum + weigh(url), 0)).toBeLessThan(90_000);
  });

  test('the styles of what is not used are not there', () => {
    const [, sheet = ''] =
      /<link rel="preload stylesheet" href="([^"]+)"/.exec(readPage('/')) ?? [];
    const text = readFileSync(join(DIST, sheet), 'utf8');
    expect(text).toContain('.VPNavBar');
    expect(text).not.toMatch(/\.VPHero|\.vp-sponsor|\.VPFeatures/);
  });
});

describe('the way in', () => {
  test('a button begins with lesson 1, and goes on where one was; what is read has a tick', async () => {
    const { page, problems } = await visit('/');
    await page.getByRole('link', { name: 'Start lesson 1' }).click();
    await page.waitForURL('**/01-local-to-remote.html');
    // The address changes first. Where one is, is kept once the page is there.
    await page.locator('.lesson-end').waitFor({ state: 'attached' });
    await page.goto('/');
    await page.getByRole('link', { name: 'Continue with lesson 1' }).click();
    await page.waitForURL('**/01-local-to-remote.html');
    await page.locator('.lesson-end').scrollIntoViewIfNeeded();
    const tick = page.locator('.sidebar a').filter({ hasText: 'From a function call' });
    await expect.poll(() => tick.innerText()).toContain('✓');
    await page.goto('/');
    await page.getByRole('link', { name: 'Continue with lesson 2' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('where to go on: the last one opened, or the one behind it once it is read', () => {
    const lessons = [1, 2, 3].map((number) => ({ number }));
    const next = (progress: Parameters<typeof findNext>[1]) => findNext(lessons, progress)?.number;
    expect(next({})).toBe(1);
    expect(next({ 2: { opened: '2026-01-02' } })).toBe(2);
    expect(next({ 2: { opened: '2026-01-02', read: '2026-01-02' } })).toBe(3);
    expect(next({ 1: { opened: '2026-01-03' }, 3: { opened: '2026-01-02' } })).toBe(1);
    expect(next({ 3: { opened: '2026-01-03', read: '2026-01-03' } })).toBe(3);
  });

  test.each([
    ['https://host/owner/name.git', 'https://host/owner/name'],
    ['git+https://host/owner/name.git', 'https://host/owner/name'],
    ['git@host:owner/name.git', 'https://host/owner/name'],
    ['git+ssh://git@host/owner/name.git', 'https://host/owner/name'],
    ['github:owner/name', 'https://github.com/owner/name'],
    ['owner/name', 'https://github.com/owner/name'],
    ['nonsense', undefined],
    [undefined, undefined],
  ])('package.json’s repository %s is %s', (value, url) => {
    expect(parseRepository(value)?.url).toBe(url);
    expect(parseRepository({ url: value })?.url).toBe(url);
  });

  test('home and lesson 1 say how to get the course', () => {
    for (const path of ['/', '/lessons/01-local-to-remote.html']) {
      const html = readPage(path);
      expect(html).toContain('npm ci &amp;&amp; npm run lesson 1');
      const repository = readRepository();
      if (repository) expect(html).toContain(`git clone ${repository.url}`);
      else expect(html).toContain('You need a copy of the course’s repository');
    }
  });
});
