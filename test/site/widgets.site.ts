import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toHex } from '#bytes/hex';
import { encodeUtf8 } from '#bytes/utf8';
import { encodeFrame } from '#framing/frame';
import type { Quiz } from '../../docs/.vitepress/quiz/quiz.ts';
import calls from '../../lessons/01-local-to-remote/calls.trace.json' with { type: 'json' };
import { useBrowser } from './kit/browser.ts';
import { DOCS, listPages, readPage } from './kit/pages.ts';

const visit = useBrowser();
const CALLS = '/lessons/01-local-to-remote.html';
const FRAMING = '/lessons/03-framing.html';

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
    ['One byte at a time', 'All is well', 'none: no frame follows'],
    ['Glued together', 'All is well', 'none: no frame follows'],
    ['A lying length', 'too-large', '4,294,967,295: refused, and not waited for'],
    ['The end in the middle', 'truncated', '8, but 5 bytes of the payload never came'],
  ])('%s ends in: %s', async (preset, end, length) => {
    const { page } = await visit(FRAMING);
    await step(page, preset);
    await step(page, 'All');
    expect(await state(page)).toContain(end);
    expect(await state(page)).toContain(length);
    expect(await state(page)).not.toMatch(/wait for|are missing/);
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
    const form = page.locator('#question-frame-hi');
    const answer = async (hex: string) => {
      await form.getByRole('textbox').fill(hex);
      await page.keyboard.press('Enter');
      return form.getByRole('status').innerText();
    };
    expect(await answer('02 00 00 00 68 69')).toMatch(/Byte 0 is not 02.*length/);
    expect(await answer('00 00 00 02 68 6a')).toMatch(/Byte 5 is not 6a.*payload/);
    expect(await answer('00 00 00')).toContain('3 more to come');
    expect(await answer('zz')).toContain('hex digits');
    expect(await answer('0000 0002 "ho"')).toMatch(/Byte 5 is not 6f.*payload/);
    expect(await answer('0000 0002 "hi"')).toContain('Right.');
    expect(await answer(toHex(encodeFrame(encodeUtf8('hi'))))).toContain('Right.');
    expect(problems).toEqual([]);
  });

  test('a choice: the reason of a wrong answer, another try, remembered on the progress page', async () => {
    const { page } = await visit(FRAMING);
    const form = page.locator('#question-chunks');
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

  test('an answer and the score survive a reload, and a question is found from the score', async () => {
    const { page, problems } = await visit(FRAMING);
    const score = page.locator('.quiz-score');
    expect(await score.innerText()).toContain(
      'Of the 5 questions on this page you have answered 0',
    );
    const bytes = page.locator('#question-frame-hi');
    await bytes.getByRole('textbox').fill('00000002 "hi"');
    await page.keyboard.press('Enter');
    const choice = page.locator('#question-limit-when');
    await choice.getByRole('radio').first().check();
    await choice.getByRole('button').click();
    await page.reload();
    await expect.poll(() => bytes.getByRole('textbox').inputValue()).toBe('00000002 "hi"');
    await expect.poll(() => bytes.getByRole('status').innerText()).toContain('Right.');
    await expect.poll(() => choice.getByRole('status').innerText()).toContain('Not quite');
    await expect.poll(() => score.innerText()).toContain('answered 1 rightly');
    await score.locator('a[href="#question-limit-when"]').click();
    expect(new URL(page.url()).hash).toBe('#question-limit-when');
    expect(problems).toEqual([]);
  });

  test('every question of a lesson stands on its page, once', async () => {
    for (const path of listPages().filter((one) => one.startsWith('/lessons/'))) {
      const module = await import(`${DOCS}${path.replace('.html', '.quiz.ts')}`);
      const ids = (module.default as Quiz).map(({ id }) => `question-${id}`);
      const shown = [...readPage(path).matchAll(/id="(question-[^"]+)"/g)].map(([, id]) => id);
      expect(shown.sort(), path).toEqual(ids.sort());
    }
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

test.each([
  ['/lessons/09-grpc-by-hand.html', 'trailers: 0 OK'],
  ['/lessons/02-many-calls.html', 'cook("salad")'],
])('the sequence picture of %s says “%s” on a phone, too', async (path, words) => {
  const { page } = await visit(path, { viewport: { width: 390, height: 800 } });
  const title = page.locator('.sequence .title.short').filter({ hasText: words }).first();
  expect(await title.isVisible()).toBe(true);
  const edges = await title.evaluate((text) => {
    const [own, svg] = [text, text.closest('svg')!].map((one) => one.getBoundingClientRect());
    return [own!.left - svg!.left, svg!.right - own!.right];
  });
  expect(Math.min(...edges)).toBeGreaterThanOrEqual(0);
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
    const whole = await page.locator('.trace .whole').innerText();
    for (const event of calls.events) {
      for (const { name } of event.fields) expect(whole).toContain(name);
      expect(whole).toContain(event.title);
    }
    expect(await page.locator('.quiz .no-js-only').first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
  });
});
