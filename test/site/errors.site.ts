import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const PAGE = '/lessons/18-errors.html';

describe('which code?', () => {
  const widget = (page: Page) => page.locator('.which-code');
  const answer = (page: Page, name: string) =>
    widget(page).getByRole('button', { name, exact: true }).click();

  test('answers lead to a code, and can be taken back', async () => {
    const { page, problems } = await visit(PAGE);
    await answer(page, 'Us');
    await answer(page, 'A call of ours, to a server behind us, has failed');
    await answer(page, 'It refused what we sent');
    expect(await widget(page).getByRole('status').innerText()).toContain('INTERNAL');
    expect(await widget(page).locator('.path li').count()).toBe(3);
    await widget(page).locator('.path button').nth(1).click();
    await answer(page, 'It may be over in a moment');
    expect(await widget(page).getByRole('status').innerText()).toContain('UNAVAILABLE');
    await answer(page, 'Begin again');
    expect(await widget(page).locator('.path li').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('with the keyboard: the next question has the focus', async () => {
    const { page } = await visit(PAGE);
    await widget(page).getByRole('button', { name: 'Who they are', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await widget(page).getByRole('status').innerText()).toContain('UNAUTHENTICATED');
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe('UNAUTHENTICATED');
  });

  test('keeps its answers in the address', async () => {
    const { page } = await visit(PAGE);
    await answer(page, 'Time: nobody waits any more');
    await answer(page, 'The caller has given up');
    await expect.poll(() => new URL(page.url()).searchParams.has('code')).toBe(true);
    await page.reload();
    const told = () => widget(page).getByRole('status').innerText();
    await expect.poll(told, { timeout: 10_000 }).toContain('CANCELLED');
  });
});
