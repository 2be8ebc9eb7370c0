import { describe, expect, test } from 'vitest';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();

describe('a playground keeps its state in the address', () => {
  test('framing: texts and chunks come back with a reload, and go with the first preset', async () => {
    const { page, problems } = await visit('/lessons/03-framing.html');
    await page.getByLabel('Message 1', { exact: true }).fill('crêpe');
    await page.getByRole('button', { name: 'Next chunk' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has('framing')).toBe(true);
    const shown = await page.locator('.strip').innerText();
    const state = await page.locator('.decoder [role=status]').innerText();
    await page.reload();
    await expect
      .poll(() => page.getByLabel('Message 1', { exact: true }).inputValue())
      .toBe('crêpe');
    expect(await page.locator('.strip').innerText()).toBe(shown);
    expect(await page.locator('.decoder [role=status]').innerText()).toBe(state);
    await page.getByRole('button', { name: 'Cut inside the length' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(problems).toEqual([]);
  });

  test('varint: a type and bytes', async () => {
    const { page } = await visit('/lessons/04-varints.html');
    const hex = page.locator('.varints input.hex');
    await hex.fill('96 01');
    await expect.poll(() => new URL(page.url()).searchParams.has('varint')).toBe(true);
    await page.reload();
    await expect.poll(() => hex.inputValue()).toBe('96 01');
  });

  test('streams: where a stream has got to', async () => {
    const { page } = await visit('/lessons/07-http2-frames.html');
    const life = page.locator('.stream-life');
    await life.locator('.side.send button').first().click();
    await expect.poll(() => new URL(page.url()).searchParams.has('stream')).toBe(true);
    const before = await life.innerText();
    await page.reload();
    await expect.poll(() => life.innerText()).toBe(before);
  });

  test('HPACK: what was sent, with the table as it was', async () => {
    const { page } = await visit('/lessons/08-hpack.html');
    const table = page.locator('.hpack');
    await table.getByRole('combobox').selectOption('200');
    await expect.poll(() => new URL(page.url()).searchParams.has('hpack')).toBe(true);
    const before = await table.innerText();
    await page.reload();
    await expect.poll(() => table.innerText()).toBe(before);
  });

  test('an address that somebody has cut is passed over', async () => {
    const { page, problems } = await visit('/lessons/03-framing.html?framing=eyJkcm&varint=%%');
    expect(await page.getByLabel('Message 1', { exact: true }).inputValue()).toBe('milk');
    expect(problems).toEqual([]);
  });
});

test('the schema’s wrong line is marked', async () => {
  const { page } = await visit('/lessons/05-messages.html');
  const playground = page.locator('.message-playground');
  await playground.scrollIntoViewIfNeeded();
  const schema = playground.getByLabel('The schema');
  await expect.poll(() => schema.isEditable()).toBe(true);
  await schema.fill('syntax = "proto3";\nmessage A {\n  int32 x = ;\n}\n');
  const mark = playground.locator('.wrong-line');
  await mark.waitFor();
  expect(await mark.evaluate((line) => line.style.getPropertyValue('--line'))).toBe('2');
  await schema.fill('syntax = "proto3";\nmessage A {\n  int32 x = 1;\n}\n');
  await expect.poll(() => mark.count()).toBe(0);
});

test('the search finds a sentence, and shows it', async () => {
  const { page, problems } = await visit('/');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('the peer died, or the connection broke');
  const first = page.locator('.result').first();
  await expect.poll(() => first.getAttribute('href')).toContain('03-framing');
  await expect.poll(() => first.innerText()).toContain('the peer died');
  expect(problems).toEqual([]);
});

test('on a phone the table of limits has a block a limit, and nothing sticks out', async () => {
  const { page } = await visit('/stack.html', { viewport: { width: 390, height: 800 } });
  const cells = page.locator('.limit-table tbody tr').first().locator('td');
  const [name, value] = await Promise.all([cells.nth(0).boundingBox(), cells.nth(1).boundingBox()]);
  expect(value!.y).toBeGreaterThan(name!.y);
  const wide = await page
    .locator('.limit-table')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(wide).toBe(0);
});
