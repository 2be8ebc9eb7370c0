import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toHex } from '#bytes/hex';
import { Order } from '#protobuf/generated/ecommerce';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const PAGE = '/lessons/05-messages.html';

describe('the message playground', () => {
  /** The playground, once it has loaded its parser. */
  async function open(): Promise<{ page: Page; problems: string[] }> {
    const visited = await visit(PAGE);
    await visited.page.locator('.message-playground').scrollIntoViewIfNeeded();
    await visited.page.locator('.message-playground[aria-busy=false]').waitFor();
    return visited;
  }
  const schema = (page: Page) => page.getByLabel('The schema', { exact: true });
  const value = (page: Page) => page.getByLabel('A value, as JSON', { exact: true });
  const hex = (page: Page) => page.getByLabel('The bytes, in hex', { exact: true });
  const status = (page: Page) => page.locator('.message-playground .status').innerText();
  const theirs = (page: Page) => page.locator('.message-playground .theirs').innerText();
  const fields = (page: Page) =>
    page.locator('.message-playground [role=row] .name:visible').allInnerTexts();
  const preset = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();

  test('protobufjs is loaded when it is looked at, and not before', async () => {
    const { page } = await visit(PAGE, { asleep: true });
    const loaded = () =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => /\/tools\.[^/]*js/.test(name)),
      );
    expect(await loaded()).toBe(false);
    await page.locator('.message-playground').scrollIntoViewIfNeeded();
    await expect.poll(loaded).toBe(true);
  });

  test('a value becomes bytes, and protobufjs reads them', async () => {
    const { page, problems } = await open();
    await value(page).fill('{ "id": "o-7", "items": ["tea"], "price": 4.5 }');
    const order = Order.create({ id: 'o-7', items: ['tea'], price: 4.5 });
    expect(await hex(page).inputValue()).toBe(toHex(Order.encode(order)));
    expect(await fields(page)).toEqual(['id', 'items', 'price']);
    expect(await theirs(page)).toMatch(/"items": \["tea"\][\s\S]*The same as ours/);
    expect(problems).toEqual([]);
  });

  test('bytes become a value', async () => {
    const { page } = await open();
    await hex(page).fill('0a 01 61 48 01');
    expect(JSON.parse(await value(page).inputValue())).toEqual({ id: 'a', status: 'SENT' });
    await hex(page).fill('0a 09 61');
    expect(await status(page)).toContain('Order.id: the message ends inside the value');
    expect(await fields(page)).toEqual(['id']);
    await hex(page).fill('0a 0');
    expect(await status(page)).toContain('Only pairs of hex digits');
  });

  test('another schema reads the same bytes anew, and keeps what it does not know', async () => {
    const { page, problems } = await open();
    await value(page).fill('{ "id": "a", "price": 4.5 }');
    const before = await hex(page).inputValue();
    const text = await schema(page).inputValue();
    await schema(page).fill(text.replace('string id = 1;', 'string name = 1;'));
    expect(JSON.parse(await value(page).inputValue())).toEqual({ name: 'a', price: 4.5 });
    await schema(page).fill(text.replace('string id = 1;', 'string id = 15;'));
    expect(JSON.parse(await value(page).inputValue())).toEqual({ price: 4.5 });
    expect(await status(page)).toContain('3 bytes are of fields that the schema does not have');
    expect(await hex(page).inputValue()).toBe(before);
    await value(page).fill('{ "price": 2 }');
    expect(await hex(page).inputValue()).toBe('25 00 00 00 40 0a 01 61');
    await schema(page).fill(text);
    expect(JSON.parse(await value(page).inputValue())).toEqual({ id: 'a', price: 2 });
    expect(problems).toEqual([]);
  });

  test.each([
    ['required string id = 1;', 'proto3 has no required fields'],
    ['string id = 1 [default = "x"];', 'has a default: in proto3 it is always zero'],
    ['reserved 1; string id = 1;', 'number 1 is reserved'],
    ['string id = 2;', 'number 2 is already that of id'],
  ])('a schema that is wrong: %s', async (line, words) => {
    const { page } = await open();
    const text = await schema(page).inputValue();
    await schema(page).fill(text.replace('string id = 1;', line));
    expect(await status(page)).toContain(words);
    await schema(page).fill(text);
    expect(await status(page)).toContain('Schema, value and bytes go together.');
  });

  test('a value that is wrong says where, and mends itself', async () => {
    const { page } = await open();
    await value(page).fill('{ "counts": [1, -1] }');
    expect(await status(page)).toContain('Order.counts[1]: -1 is not of type uint32');
    await value(page).fill('{ "nobody": 1 }');
    expect(await status(page)).toContain('there is no field nobody');
    await value(page).fill('{');
    expect(await status(page)).toContain('JSON');
    await value(page).fill('{}');
    expect(await hex(page).inputValue()).toBe('');
    expect(await status(page)).toContain('go together');
  });

  test.each([
    ['Set, and zero', '"card": ""', 'The same as ours'],
    ['An old schema', '"price": 4.5', 'The same as ours'],
    // protobufjs puts the second part in the place of the first, where the format merges them.
    ['Two messages as one', '"to": "Ada", "days": -3', 'Not the same as ours'],
    ['float read as fixed32', '1083179008', 'The same as ours'],
  ])('%s', async (name, words, verdict) => {
    const { page, problems } = await open();
    await preset(page, name);
    expect(await value(page).inputValue()).toContain(words);
    expect(await theirs(page)).toContain(verdict);
    expect(problems).toEqual([]);
  });

  test('another message of the schema: the same bytes mean something else', async () => {
    const { page } = await open();
    await page.getByLabel('The message', { exact: true }).selectOption('Invoice');
    expect(JSON.parse(await value(page).inputValue())).toEqual({ to: 'o-7' });
    await hex(page).fill('');
    await value(page).fill('{ "to": "Ada", "days": -3 }');
    expect(await hex(page).inputValue()).toBe('0a 03 41 64 61 10 05');
  });

  test('by keyboard: from the buttons to the schema, the value, the bytes and their fields', async () => {
    const { page, problems } = await open();
    await page.getByRole('button', { name: 'Set, and zero' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => hex(page).inputValue()).toBe('1a 00 3a 00');
    await schema(page).focus();
    const tag = () => page.evaluate(() => document.activeElement?.tagName);
    await page.keyboard.press('Tab');
    expect(await tag()).toBe('SELECT');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('{"id":"a"}');
    await expect.poll(() => hex(page).inputValue()).toBe('0a 01 61');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('0a 01 62');
    await expect.poll(() => value(page).inputValue()).toContain('"b"');
    // Past the note, and the button that copies what is chosen.
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    const row = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
    await expect.poll(row).toBe('row');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.message-playground li.here').innerText()).toContain('tag');
    expect(problems).toEqual([]);
  });
});

test('two readers of the same bytes, also without JavaScript', async () => {
  const { page } = await visit(PAGE, { javaScriptEnabled: false });
  const rows = page.locator('.two-readers tbody tr');
  expect(await rows.count()).toBe(11);
  expect(await rows.nth(6).innerText()).toMatch(/30 c2 03\s+cents 450\s+field 6 kept/);
  await expect
    .poll(() => page.locator('.against .parts').first().innerText())
    .toContain('"id":"o-7"');
});

test('the speed is measured when it is asked for', async () => {
  const { page, problems } = await visit(PAGE);
  await page.getByRole('button', { name: 'Measure the speed, here' }).click();
  const rows = page.locator('.against tbody tr');
  await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(3);
  await expect.poll(() => page.locator('.against [role=status]').innerText()).toContain('just now');
  expect(await rows.first().innerText()).toMatch(/JSON\s+[\d,]+\s+[\d,]+/);
  expect(problems).toEqual([]);
});

test('the quiz knows the bytes of a map', async () => {
  const { page } = await visit(PAGE);
  const form = page.locator('#question-map-entry');
  const answer = async (text: string) => {
    await form.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
    return form.getByRole('status').innerText();
  };
  expect(await answer('0a 02 08 05')).toContain('Byte 1');
  expect(await answer('0a 04 08 05 10 00')).toContain('Right.');
});
