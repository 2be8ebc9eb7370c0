import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import grown from '../../lessons/05-messages/grown.trace.json' with { type: 'json' };
import { useBrowser } from './kit/browser.ts';
import { listPages, readPage } from './kit/pages.ts';

const visit = useBrowser();
const CALLS = '/lessons/01-local-to-remote.html';
const MESSAGES = '/lessons/05-messages.html';

const rows = (trace: Locator) => trace.locator('[role=row]');
/** The bytes that are lit, as one reads them. */
const lit = async (trace: Locator) => (await trace.locator('.run.on').allTextContents()).join(' ');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const note = (trace: Locator) => trace.locator('.field-note').innerText();

describe('the trace explorer', () => {
  test('lights a field and its bytes together, by mouse from either side', async () => {
    const { page, problems } = await visit(CALLS);
    const trace = page.locator('.trace');
    await rows(trace).nth(1).hover();
    expect(await lit(trace)).toMatch(/^2c 22 70 .* 5d$/);
    expect(await note(trace)).toContain('the arguments, in order');
    await trace.locator('.run').first().hover();
    expect(await lit(trace)).toMatch(/^7b 22 /);
    expect(await rows(trace).first().getAttribute('class')).toContain('on');
    expect(problems).toEqual([]);
  });

  test('the bytes of a part are lit in the field, and its line in the note', async () => {
    const { page } = await visit(MESSAGES);
    const trace = page.locator('#grown');
    await trace.locator('.run').filter({ hasText: '74 65 61' }).first().click();
    expect(await trace.locator('[role=row].on').innerText()).toContain('items = "tea"');
    expect(await lit(trace)).toBe('12 03 74 65 61');
    expect(await trace.locator('.run.here').innerText()).toBe('74 65 61');
    expect(await trace.locator('.field-note li.here').innerText()).toContain('text in UTF-8');
  });

  test('by keyboard: up and down, into a field and its parts, and out; folds', async () => {
    const { page } = await visit(MESSAGES);
    const trace = page.locator('#grown');
    await rows(trace).first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('payload');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator(':focus').getAttribute('aria-expanded')).toBe('false');
    expect(await rows(trace).filter({ visible: true }).count()).toBe(2);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toContain('put');
    await page.keyboard.press('ArrowRight');
    expect(await trace.locator('.run.here').allTextContents()).toEqual(['0a']);
    await page.keyboard.press('ArrowRight');
    expect(await trace.locator('.run.here').allTextContents()).toEqual(['3e']);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toContain('id = "o-7"');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await trace.locator('.run.here').count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toContain('put');
    await page.keyboard.press('End');
    expect(await lit(trace)).toBe('10 1e');
    expect(await trace.locator('[role=row][tabindex="0"]').count()).toBe(1);
    expect(await page.locator(':focus').getAttribute('aria-describedby')).toBe(
      await trace.locator('.field-note').getAttribute('id'),
    );
  });

  test('shows another message, chosen with the arrow keys', async () => {
    const { page } = await visit(CALLS);
    const trace = page.locator('.trace');
    await trace.locator('input[type=radio]').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await rows(trace).first().textContent()).toContain('Remember the milk');
  });

  test('copies the bytes of the chosen field in one line, and a link that leads back', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page } = await visit(MESSAGES, { permissions });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const trace = page.locator('#grown');
    await rows(trace).filter({ hasText: 'destination' }).click();
    await trace.getByRole('button', { name: 'Copy as hex' }).click();
    await expect.poll(copied).toBe('2a 05 52 75 65 20 31');
    await trace.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(copied).toContain('#grown/1/9');

    const link = new URL(await copied());
    const other = await visit(link.pathname + link.hash, { asleep: true });
    const there = other.page.locator('#grown');
    await there.locator('[role=row].on').filter({ hasText: 'destination' }).waitFor();
    await expect.poll(() => isInView(there.locator('.run.on').first())).toBe(true);
  });

  test('what one selects in the bytes and copies is a line of hex', async () => {
    const { page } = await visit(MESSAGES);
    const selected = await page.locator('#grown .dump').evaluate((dump) => {
      getSelection()?.selectAllChildren(dump);
      return getSelection()?.toString().trim();
    });
    expect(selected).toBe(grown.events[0]!.bytes.match(/../g)!.join(' '));
  });

  test.each([
    [1280, 16],
    [390, 8],
  ])('at %i px: %i bytes a line, each above its character', async (width, bytes) => {
    const { page } = await visit(CALLS, { viewport: { width, height: 800 } });
    const dump = page.locator('.trace .dump');
    const tops = await dump.evaluate((element) => {
      const range = document.createRange();
      const found = new Map<number, number>();
      for (const run of element.querySelectorAll('.run')) {
        const text = run.firstChild!;
        for (let at = 0; at < text.textContent!.length; at += 3) {
          range.setStart(text, at);
          range.setEnd(text, at + 2);
          const top = Math.round(range.getBoundingClientRect().top);
          found.set(top, (found.get(top) ?? 0) + 1);
        }
      }
      return [...found.values()];
    });
    expect(tops.slice(0, -1).every((count) => count === bytes)).toBe(true);
    const offsets = await page.locator('.trace .offsets').filter({ visible: true }).innerText();
    expect(offsets.split('\n')).toHaveLength(tops.length);
    expect(offsets.split('\n')[1]).toBe(bytes.toString(16).padStart(4, '0'));
  });

  test('a lesson of many messages has a widget of a few hundred pixels, which keeps its height', async () => {
    const { page } = await visit(MESSAGES, { viewport: { width: 1280, height: 800 } });
    const height = async () => (await page.locator('#order').boundingBox())!.height;
    const before = await height();
    expect(before).toBeLessThan(800);
    await page.locator('#order input[type=radio]').nth(2).check();
    expect(await height()).toBe(before);
  });
});

/** Whether some of an element is on the screen, and not behind the edge of what it scrolls in. */
function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((run) => {
    const [first] = run.getClientRects();
    if (first === undefined) return false;
    const [x, y] = [first.left + first.width / 2, first.top + first.height / 2];
    return document.elementFromPoint(x, y) === run;
  });
}

const withExplorer = listPages().filter((path) => readPage(path).includes('class="trace-message'));

describe.each([1280, 390])('at %i px the bytes of the chosen field are in view', (width) => {
  test.each(withExplorer)('%s', async (path) => {
    const { page } = await visit(path, { viewport: { width, height: 800 } });
    const { fields, hidden } = await page.evaluate(walkThroughAll);
    expect(fields).toBeGreaterThan(3);
    expect(hidden).toEqual([]);
  });
});

/**
 * In the page: goes by keyboard through every field of every message of every explorer, and says
 * of which no byte can be seen.
 */
async function walkThroughAll(): Promise<{ fields: number; hidden: string[] }> {
  const drawn = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const isSeen = (run: Element): boolean => {
    const [first] = run.getClientRects();
    if (first === undefined) return false;
    const [x, y] = [first.left + first.width / 2, first.top + first.height / 2];
    return document.elementFromPoint(x, y) === run;
  };
  const hidden: string[] = [];
  let fields = 0;
  for (const trace of document.querySelectorAll('.trace')) {
    trace.scrollIntoView();
    for (const radio of trace.querySelectorAll<HTMLElement>('input[type=radio]')) {
      radio.click();
      await drawn();
      const rows = trace.querySelectorAll<HTMLElement>('[role=row]');
      rows[0]?.focus();
      for (const row of rows) {
        await drawn();
        fields++;
        const name = `${trace.id} ${radio.parentElement?.textContent} ${row.textContent}`;
        if (document.activeElement !== row) hidden.push(`${name}: not reached`);
        const lit = trace.querySelector('.run.on');
        const isEmpty = trace.querySelector('.field-note')?.textContent?.includes('no byte');
        if (lit === null ? !isEmpty : !isSeen(lit)) hidden.push(name);
        row.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      }
    }
  }
  return { fields, hidden };
}

test('the home page’s tour moves by itself, and stops for the reader', async () => {
  const { page } = await visit('/', { viewport: { width: 1280, height: 900 } });
  const current = () => page.locator('.trace .row.on').textContent();
  const first = await current();
  await page.mouse.move(100, 600);
  await expect.poll(current, { timeout: 5_000 }).not.toBe(first);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1);
});
