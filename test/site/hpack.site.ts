import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { HpackEncoder } from '#hpack/encoder';
import { requestHeaders } from '../../lessons/08-hpack/headers.ts';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const PAGE = '/lessons/08-hpack.html';

/** The sizes of the blocks for these shelves, by the encoder itself. */
function sizesOf(shelves: number[], tableSize = 4096): number[] {
  const encoder = new HpackEncoder();
  encoder.setMaxTableSize(tableSize);
  const out = new ByteWriter();
  return shelves.map((shelf, i) => {
    encoder.encode(requestHeaders(shelf, i + 1), out);
    return out.take().length;
  });
}

describe('the dynamic table', () => {
  const widget = (page: Page) => page.locator('.hpack');
  const sizes = async (page: Page) =>
    (await widget(page).locator('.amount b').allInnerTexts()).map(Number);
  const rows = (page: Page) => widget(page).locator('tbody td.line').allInnerTexts();
  const ask = (page: Page, name: string) => widget(page).getByRole('button', { name, exact: true });

  test('each request costs what the encoder makes of it, and the table fills', async () => {
    const { page, problems } = await visit(PAGE);
    expect(await sizes(page)).toEqual(sizesOf([300, 300]));
    expect(await rows(page)).toHaveLength(4);
    await ask(page, 'shelf 301').click();
    expect(await sizes(page)).toEqual(sizesOf([300, 300, 301]));
    expect((await rows(page))[0]).toMatch(/:path: \/shelves\/301\s+new/);
    await ask(page, 'shelf 301').click();
    expect(await sizes(page)).toEqual(sizesOf([300, 300, 301, 301]));
    expect(await widget(page).locator('em').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('a small table: what goes is shown, and a new connection begins with it', async () => {
    const { page } = await visit(PAGE);
    const before = await sizes(page);
    await widget(page).getByRole('combobox').selectOption('200');
    // At once: the next block says the new size in front.
    expect(await sizes(page)).toHaveLength(before.length + 1);
    expect(await widget(page).locator('.headers .size').count()).toBe(1);
    expect(await widget(page).locator('.gone').count()).toBe(1);
    await ask(page, 'New connection').click();
    expect(await sizes(page)).toEqual(sizesOf([300, 300], 200));
    expect(await widget(page).locator('.gone').innerText()).toContain(':authority: pantry.example');
    expect(await widget(page).locator('.used').innerText()).toMatch(/^\d+ of 200 octets$/);
    await widget(page).getByRole('combobox').selectOption('0');
    expect(await rows(page)).toEqual([]);
    expect(await widget(page).innerText()).toContain('Nothing stands in it.');
  });

  test('an older request shows its own block and table again', async () => {
    const { page } = await visit(PAGE);
    await ask(page, 'Five more').click();
    expect((await sizes(page)).length).toBe(7);
    await widget(page)
      .getByRole('button', { name: /^Request 1 / })
      .click();
    expect(await rows(page)).toHaveLength(4);
    expect(await widget(page).locator('.headers .added').count()).toBe(4);
    expect(await widget(page).locator('.headers .never').innerText()).toContain('authorization');
  });

  test('by keyboard alone', async () => {
    const { page, problems } = await visit(PAGE);
    await ask(page, 'shelf 300').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await sizes(page)).toEqual(sizesOf([300, 300, 301]));
    expect(await widget(page).getByRole('status').innerText()).toMatch(
      /Request 3: \d+ bytes. 1 added to the table, 0 gone./,
    );
    await widget(page)
      .getByRole('button', { name: /^Request 2 / })
      .focus();
    await page.keyboard.press('Space');
    expect(await widget(page).innerText()).toContain('What request 2 sends');
    await widget(page).getByRole('combobox').focus();
    await page.keyboard.press('Home');
    await ask(page, 'New connection').focus();
    await page.keyboard.press('Enter');
    expect(await sizes(page)).toEqual(sizesOf([300, 300], 0));
    expect(problems).toEqual([]);
  });
});

test('the quiz knows the second block', async () => {
  const { page } = await visit(PAGE);
  const form = page.locator('#question-second-time');
  const answer = async (text: string) => {
    await form.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
    return form.getByRole('status').innerText();
  };
  expect(await answer('82 be bf')).toMatch(/Byte 1 is not be/);
  expect(await answer('82 bf be')).toContain('Right.');
});
