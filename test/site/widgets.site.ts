import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toHex } from '#bytes/hex';
import { encodeUtf8 } from '#bytes/utf8';
import { encodeFrame } from '#framing/frame';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const CALLS = '/lessons/01-local-to-remote.html';
const FRAMING = '/lessons/03-framing.html';

describe('the trace explorer', () => {
  const rows = (page: Page) => page.locator('.trace .shown:not(.off) .row');
  const lit = (page: Page) => page.locator('.trace .shown:not(.off) .byte.on').allTextContents();
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

  test('lights a field and its bytes together, by mouse from either side', async () => {
    const { page, problems } = await visit(CALLS);
    await rows(page).nth(1).hover();
    const bytes = await lit(page);
    expect(bytes.slice(0, 2)).toEqual(['2c', '22']);
    expect(await rows(page).nth(1).getAttribute('class')).toContain('on');
    await page.locator('.trace .shown:not(.off) .byte').first().hover();
    expect((await lit(page))[0]).toBe('7b');
    expect(await rows(page).first().getAttribute('class')).toContain('on');
    expect(problems).toEqual([]);
  });

  test('moves, folds and unfolds by keyboard', async () => {
    const { page } = await visit(CALLS);
    await rows(page).first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('params');
    // The trace says that the list is for who looks closely: folded at first, and passed over.
    expect(await page.locator('[role=row]:focus').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('end of object');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[role=row]:focus').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[role=row]:focus').getAttribute('aria-level')).toBe('2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('[role=row]:focus').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('End');
    expect(await lit(page)).toEqual(['0a']);
    expect(await page.locator('.trace .shown:not(.off) [role=row][tabindex="0"]').count()).toBe(1);
  });

  test('shows another message, chosen with the arrow keys', async () => {
    const { page } = await visit(CALLS);
    await page.locator('.trace input[type=radio]').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await rows(page).first().textContent()).toContain('Remember the milk');
  });
});

test('the home page’s tour moves by itself, and stops for the reader', async () => {
  const { page } = await visit('/', { viewport: { width: 1280, height: 900 } });
  const current = () => page.locator('.shown:not(.off) .row.on').textContent();
  const first = await current();
  await page.mouse.move(100, 600);
  await expect.poll(current, { timeout: 5_000 }).not.toBe(first);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1);
});

describe('the framing playground', () => {
  const step = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  const state = (page: Page) => page.locator('.decoder [role=status]').innerText();

  test('cut inside the length: the decoder waits, then gives the frame', async () => {
    const { page, problems } = await visit(FRAMING);
    await step(page, 'Next chunk');
    expect(await state(page)).toContain('2 bytes of it are missing');
    await step(page, 'Next chunk');
    expect(await state(page)).toMatch(/Frames out\s+milk/);
    await step(page, 'All');
    expect(await page.locator('.decoder .payload').allTextContents()).toEqual([
      'milk',
      'crème brûlée',
      'tea',
    ]);
    expect(await state(page)).toContain('All is well');
    expect(problems).toEqual([]);
  });

  test.each([
    ['One byte at a time', 'All is well'],
    ['Glued together', 'All is well'],
    ['A lying length', 'too-large'],
    ['The end in the middle', 'truncated'],
  ])('%s ends in: %s', async (preset, end) => {
    const { page } = await visit(FRAMING);
    await step(page, preset);
    await step(page, 'All');
    expect(await state(page)).toContain(end);
  });

  test('the stream is what the encoder writes, also of what is typed', async () => {
    const { page } = await visit(FRAMING);
    await page.getByLabel('Message 1', { exact: true }).fill('é');
    const shown = await page.locator('.strip .byte').allTextContents();
    const frame = encodeFrame(encodeUtf8('é'));
    expect(shown.slice(0, frame.length).join(' ')).toBe(toHex(frame));
  });

  test('cuts move by keyboard and keep the focus, and go with Delete', async () => {
    const { page } = await visit(FRAMING);
    const cut = page.getByRole('slider').first();
    await cut.focus();
    expect(await cut.getAttribute('aria-valuenow')).toBe('2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const now = page.locator('[role=slider]:focus');
    await expect
      .poll(() => now.getAttribute('aria-valuetext'))
      .toContain('between length and payload');
    const before = await page.getByRole('slider').count();
    await page.keyboard.press('Delete');
    await expect.poll(() => page.getByRole('slider').count()).toBe(before - 1);
  });

  test('a cut is dragged with the mouse', async () => {
    const { page } = await visit(FRAMING);
    await page.locator('.strip').scrollIntoViewIfNeeded();
    const cut = await page.getByRole('slider').first().boundingBox();
    const target = await page.locator('[data-byte="5"]').boundingBox();
    if (cut === null || target === null) throw new Error('nothing to drag');
    await page.mouse.move(cut.x + cut.width / 2, cut.y + cut.height / 2);
    await page.mouse.down();
    await page.mouse.move(target.x + 2, target.y + target.height / 2, { steps: 5 });
    await page.mouse.up();
    expect(await page.getByRole('slider').first().getAttribute('aria-valuenow')).toBe('5');
  });
});

describe('the quiz', () => {
  test('predict the bytes: names the first wrong byte and its field, then says that it is right', async () => {
    const { page, problems } = await visit(FRAMING);
    const form = page.locator('.quiz form').first();
    const answer = async (hex: string) => {
      await form.getByRole('textbox').fill(hex);
      await page.keyboard.press('Enter');
      return form.getByRole('status').innerText();
    };
    expect(await answer('02 00 00 00 68 69')).toMatch(/Byte 0 is not 02.*length/);
    expect(await answer('00 00 00 02 68 6a')).toMatch(/Byte 5 is not 6a.*payload/);
    expect(await answer('00 00 00')).toContain('3 more to come');
    expect(await answer('zz')).toContain('hex digits');
    expect(await answer(toHex(encodeFrame(encodeUtf8('hi'))))).toContain('Right.');
    expect(problems).toEqual([]);
  });

  test('a choice: the reason of a wrong answer, another try, remembered on the progress page', async () => {
    const { page } = await visit(FRAMING);
    const form = page.locator('.quiz form:has(input[type=radio])').first();
    await form.getByRole('button').click();
    expect(await form.getByRole('status').innerText()).toContain('Choose an answer first');
    await form.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    expect(await form.getByRole('status').innerText()).toContain('Not quite');
    for (let i = 0; i < 4 && !(await form.innerText()).includes('Right.'); i++) {
      await form.getByRole('radio').nth(i).check();
      await form.getByRole('button').click();
    }
    expect(await form.getByRole('status').innerText()).toContain('Right.');
    await page.goto('/progress.html');
    const row = page.getByRole('row', { name: /^3 Framing/ });
    await expect.poll(() => row.innerText()).toContain('1 right');
  });
});

test('the sequence picture: arrow keys go from message to message and say what each is', async () => {
  const { page } = await visit('/lessons/02-many-calls.html');
  await page.locator('.sequence .step').first().focus();
  await page.keyboard.press('ArrowDown');
  const step = page.locator('.sequence .step:focus');
  expect(await step.getAttribute('aria-label')).toMatch(
    /^client to server: call 2.*waiting: call 1, call 2/,
  );
  expect(await page.locator('.sequence .now').first().innerText()).toContain('call 2');
});

test('the commands of a lesson are copied', async () => {
  const { page } = await visit(FRAMING, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy npm run exercise 3' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('npm run exercise 3');
});

test('the search finds a word inside a lesson', async () => {
  const { page, problems } = await visit('/');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('framing');
  await page.locator('.result').first().waitFor();
  expect(await page.locator('.result').first().getAttribute('href')).toContain('03-framing');
  expect(problems).toEqual([]);
});

describe('without JavaScript', () => {
  test('a lesson’s text, every message of its trace and the answers can be read', async () => {
    const { page } = await visit(CALLS, { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('remote call');
    const messages = page.locator('.trace .trace-message');
    expect(await messages.count()).toBeGreaterThan(1);
    for (const message of await messages.all()) expect(await message.isVisible()).toBe(true);
    expect(await page.locator('.quiz .no-js-only').first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
  });
});
