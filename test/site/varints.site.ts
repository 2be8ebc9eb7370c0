import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toHex } from '#bytes/hex';
import { encodeScalar } from '#protobuf/fields/scalar';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const PAGE = '/lessons/04-varints.html';

describe('the varint playground', () => {
  const number = (page: Page) => page.getByLabel('A number', { exact: true });
  const hex = (page: Page) => page.getByLabel('Its bytes, in hex');
  const result = (page: Page) => page.locator('.varints [role=status]').innerText();
  const type = (page: Page, name: string) =>
    page.locator('.varints').getByRole('radio', { name, exact: true });

  test('a number becomes the bytes that the encoder writes, in each type', async () => {
    const { page, problems } = await visit(PAGE);
    await number(page).fill('-3');
    expect(await hex(page).inputValue()).toBe(toHex(encodeScalar('int32', -3)));
    await type(page, 'sint32').check();
    expect(await hex(page).inputValue()).toBe('05');
    await type(page, 'fixed64').check();
    expect(await result(page)).toContain('-3 does not fit into fixed64');
    await number(page).fill('9007199254740993');
    expect(await hex(page).inputValue()).toBe('01 00 00 00 00 00 20 00');
    await type(page, 'uint64').check();
    expect(await hex(page).inputValue()).toBe(toHex(encodeScalar('uint64', 2n ** 53n + 1n)));
    expect(await number(page).inputValue()).toBe('9007199254740993');
    expect(problems).toEqual([]);
  });

  test('bytes become a number, and say what they are in other types', async () => {
    const { page } = await visit(PAGE);
    await hex(page).fill('05');
    expect(await number(page).inputValue()).toBe('5');
    const row = page.locator('.varints tr').filter({ hasText: 'sint32' });
    expect(await row.innerText()).toMatch(/1 byte\s+-3/);
    await hex(page).fill('ac 02 08');
    expect(await result(page)).toMatch(/300 · 2 bytes\s+1 byte follows/);
  });

  test.each([
    ['Truncated', 'it has not ended'],
    ['Eleven bytes', 'DecodeError'],
    ['More than 64 bits', 'more than 64 bits'],
    ['Longer than need be', 'It would fit into 2 bytes'],
    ['−1 as int32', '-1 · 10 bytes'],
    ['−1 as sint32', '-1 · 1 byte'],
  ])('%s: %s', async (preset, words) => {
    const { page } = await visit(PAGE);
    await page.getByRole('button', { name: preset, exact: true }).click();
    expect(await result(page)).toContain(words);
  });

  test('what is neither a number nor hex is said where it was typed, and mends itself', async () => {
    const { page } = await visit(PAGE);
    await number(page).fill('3.5');
    expect(await result(page)).toContain('A whole number');
    await number(page).fill('2147483648');
    expect(await result(page)).toContain('does not fit into int32');
    await hex(page).fill('xy');
    expect(await result(page)).toContain('hex digits');
    await hex(page).fill('01');
    expect(await result(page)).toContain('1 · 1 byte');
  });

  test('a bit is flipped with the mouse', async () => {
    const { page } = await visit(PAGE);
    await page.getByRole('button', { name: 'Byte 2, bit 7 of the number: 0' }).click();
    expect(await number(page).inputValue()).toBe('428');
    await page.getByRole('button', { name: /^Byte 1, the mark/ }).click();
    expect(await result(page)).toContain('44 · 1 byte');
  });

  test('and by keyboard: one stop, then arrow keys', async () => {
    const { page, problems } = await visit(PAGE);
    await hex(page).focus();
    await page.keyboard.press('Tab');
    const now = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await now()).toBe('Byte 1, the mark: 1, another follows');
    await page.keyboard.press('ArrowDown');
    await expect.poll(now).toBe('Byte 2, the mark: 0, the last byte');
    await page.keyboard.press('End');
    await expect.poll(now).toBe('Byte 2, bit 7 of the number: 0');
    await page.keyboard.press('Space');
    await expect.poll(now).toBe('Byte 2, bit 7 of the number: 1');
    expect(await number(page).inputValue()).toBe('428');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type))
      .toBe('radio');
    expect(problems).toEqual([]);
  });
});

test('the quiz knows the bytes of a field', async () => {
  const { page } = await visit(PAGE);
  const form = page.locator('#question-sint-minus-two');
  const answer = async (text: string) => {
    await form.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
    return form.getByRole('status').innerText();
  };
  expect(await answer('18 02')).toMatch(/Byte 1 is not 02.*value/);
  expect(await answer('18 03')).toContain('Right.');
});
