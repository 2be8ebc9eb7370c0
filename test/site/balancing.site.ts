import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  allPolicies,
  type BalancingSettings,
  runBalancing,
  settingsOf,
} from '../../docs/.vitepress/components/playground/balancing.ts';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const PAGE = '/lessons/21-load-balancing.html';

describe('four servers, and six ways to choose one', () => {
  const widget = (page: Page) => page.locator('.balancing');
  const slider = (page: Page, name: string) => widget(page).getByRole('slider', { name });
  const status = (page: Page) => widget(page).locator('[role=status]').innerText();
  const choose = (page: Page, name: string) =>
    widget(page).getByRole('button', { name, exact: true }).click();
  const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
  const sentence = (settings: BalancingSettings, name: string) => {
    const { median, p99 } = runBalancing(settings);
    return `${name}: half of the calls are back after ${ms(median)}, 99 of 100 after ${ms(p99)}.`;
  };

  test('the page’s figures are those of the stack', async () => {
    const { page, problems } = await visit(PAGE);
    const slow = settingsOf('slow');
    expect(await status(page)).toContain(sentence(slow, 'round_robin'));
    await choose(page, 'two choices');
    const two = { ...slow, policy: 'least_request_experimental' as const };
    expect(await status(page)).toContain(sentence(two, 'two choices'));
    const table = await widget(page).locator('tbody td:nth-child(2)').allInnerTexts();
    expect(table.map((text) => text.trim())).toEqual(allPolicies(slow).map(({ p99 }) => ms(p99)));
    await choose(page, 'One fails fast');
    const { failed, total } = runBalancing(settingsOf('failing'));
    expect(await status(page)).toContain(
      `${failed} of ${total.toLocaleString('en')} calls failed.`,
    );
    expect(problems).toEqual([]);
  });

  test('with the keyboard', async () => {
    const { page } = await visit(PAGE);
    const speed = slider(page, 'Server 4: calls that it can do');
    await speed.focus();
    await page.keyboard.press('End');
    expect(await speed.getAttribute('aria-valuetext')).toBe('120/s');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    const fails = slider(page, 'Server 4: calls that it fails');
    expect(await fails.getAttribute('aria-valuetext')).toBe('5 %');
    const check = widget(page).getByRole('checkbox', { name: 'outlier detection' });
    await check.focus();
    await page.keyboard.press('Space');
    expect(await check.isChecked()).toBe(true);
    const preset = widget(page).getByRole('button', { name: 'One is slow' });
    expect(await preset.getAttribute('aria-pressed')).toBe('false');
  });

  test('with the mouse, and the address keeps it', async () => {
    const { page, problems } = await visit(PAGE);
    const clients = slider(page, 'Clients');
    const box = (await clients.boundingBox())!;
    await clients.click({ position: { x: box.width - 9, y: box.height / 2 } });
    expect(Number(await clients.inputValue())).toBeGreaterThan(25);
    await choose(page, 'weighted');
    await expect.poll(() => new URL(page.url()).searchParams.has('balancing')).toBe(true);
    const before = await status(page);
    await page.reload();
    await expect.poll(() => status(page)).toBe(before);
    await choose(page, 'One is slow');
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(problems).toEqual([]);
  });
});
