import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const PAGE = '/lessons/10-hello-grpc.html';

describe('the four pairings', () => {
  const title = (page: Page) => page.locator('.pairings .trace .title').innerText();
  const choice = (page: Page, name: string) =>
    page.locator('.pairings').getByRole('radio', { name, exact: true });
  /** The request's headers, whole: choosing the frame shows them. */
  const request = (page: Page) =>
    page
      .locator('.pairings .trace')
      .getByText(/POST \/hello/)
      .first();

  test('by mouse: another pairing is another recording', async () => {
    const { page, problems } = await visit(PAGE);
    expect(await title(page)).toContain('grpc-js/grpc-js');
    await choice(page, 'ours → grpc-js').check();
    expect(await title(page)).toContain('ours/grpc-js');
    await request(page).click();
    const fields = page.locator('.pairings .trace .stage');
    expect(await fields.innerText()).toContain('grpc-node-from-scratch');
    await choice(page, 'grpc-js → ours').check();
    await request(page).click();
    expect(await fields.innerText()).toContain('grpc-node-js');
    expect(problems).toEqual([]);
  });

  test('by keyboard: arrows walk through them', async () => {
    const { page, problems } = await visit(PAGE);
    await choice(page, 'grpc-js → grpc-js').focus();
    for (const expected of ['grpc-js/ours', 'ours/grpc-js', 'ours/ours']) {
      await page.keyboard.press('ArrowDown');
      expect(await title(page)).toContain(expected);
    }
    expect(problems).toEqual([]);
  });

  test('what a client sends does not depend on the server', async () => {
    const { page } = await visit(PAGE);
    const rows = await page.locator('.pairings tbody tr').allInnerTexts();
    const numbers = rows.map((row) => row.match(/\d+$|\d+(?=\s)/g)!.map(Number));
    expect(numbers).toHaveLength(4);
    const [jsToJs, jsToOurs, oursToJs, oursToOurs] = numbers as number[][];
    expect(jsToJs![0]).toBe(jsToOurs![0]);
    expect(oursToJs![0]).toBe(oursToOurs![0]);
    expect(jsToJs![1]).toBe(oursToJs![1]);
    expect(jsToOurs![1]).toBe(oursToOurs![1]);
    const headers = await page.locator('.headers.widget').innerText();
    expect(headers).toMatch(/grpc-message\s+OK 14 bytes\s+not sent/);
  });
});
