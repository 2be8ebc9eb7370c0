import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from './kit/browser.ts';
import { listPages } from './kit/pages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.each(listPages())('%s', (path) => {
  const visit = useBrowser();

  test.each([360, 1280])(
    '%i px wide: whole, accessible by day and by night, no wider than the screen',
    async (width) => {
      const { page, problems } = await visit(path, {
        viewport: { width, height: 800 },
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, 'pixels that stick out to the right').toBe(0);

      await page.evaluate(AXE);
      expect(await runAxe(page)).toEqual([]);
      // By night the same elements have other colours; nothing else can have become wrong.
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForFunction(() => document.documentElement.classList.contains('dark'));
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
      );
      expect(await runAxe(page, ['color-contrast'])).toEqual([]);
      expect(problems).toEqual([]);
    },
  );
});

/** What axe finds wrong, one line and its reason each. */
async function runAxe(page: Page, rules?: string[]): Promise<string[]> {
  const { violations, passes } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(
        only === undefined ? {} : { runOnly: only },
      ),
    rules,
  );
  expect(passes.length, 'rules that axe could check').toBeGreaterThanOrEqual(rules?.length ?? 15);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
}

describe('a page that does not exist', () => {
  const visit = useBrowser();

  test('says so, and leads back', async () => {
    const { page } = await visit('/no-such-page');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'There is no such page',
    );
    await page.getByRole('link', { name: 'Back to the beginning' }).click();
    await page.waitForURL(`${inject('origin')}/`);
  });

  test('does so without JavaScript, too', async () => {
    const { page } = await visit('/no-such-page', { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('There is no such page');
    await page.getByRole('link', { name: 'Back to the beginning' }).click();
    await page.waitForURL(`${inject('origin')}/`);
  });
});
