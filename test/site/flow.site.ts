import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  FLOW_PRESETS,
  type FlowSettings,
  runFlow,
} from '../../docs/.vitepress/components/playground/flow.ts';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const PAGE = '/lessons/14-flow-control.html';

describe('two streams and their windows', () => {
  const flow = (page: Page) => page.locator('.flow');
  const slider = (page: Page, name: string) => flow(page).getByRole('slider', { name });
  const status = (page: Page) => page.locator('.flow [role=status]').innerText();
  const choose = (page: Page, name: string) =>
    flow(page).getByRole('button', { name, exact: true }).click();
  /** `Stream 1: 715 kB/s.`, as the page says it. */
  const sentences = (settings: FlowSettings) =>
    runFlow(settings).streams.map(
      ({ id, rate }) => `Stream ${id}: ${Math.round(rate / 1000).toLocaleString('en')} kB/s.`,
    );

  test('the page’s figures are those of the stack', async () => {
    const { page, problems } = await visit(PAGE);
    for (const [name, preset] of [
      ['Both are read', FLOW_PRESETS.both],
      ['Far away', FLOW_PRESETS.far],
      ['A large window', FLOW_PRESETS.large],
    ] as const) {
      await choose(page, name);
      const said = await status(page);
      for (const sentence of sentences(preset)) expect(said).toContain(sentence);
    }
    expect(problems).toEqual([]);
  });

  test('a reader that stops the other, and the rule that lets it go on', async () => {
    const { page } = await visit(PAGE);
    await choose(page, 'And stops the other');
    expect(await status(page)).toContain('Stream 3: 0 kB/s. It waits for the connection’s window.');
    await choose(page, 'when DATA has come');
    expect(await status(page)).toContain('It waits for its window');
    const pressed = flow(page).getByRole('button', { name: 'And stops the other' });
    expect(await pressed.getAttribute('aria-pressed')).toBe('false');
  });

  test('with the keyboard', async () => {
    const { page } = await visit(PAGE);
    await choose(page, 'Both are read');
    const reader = slider(page, 'Reader of stream 1');
    await reader.focus();
    await page.keyboard.press('Home');
    expect(await reader.getAttribute('aria-valuetext')).toBe('stands still');
    expect(await status(page)).toContain('Stream 1: 0 kB/s. Its reader holds it up.');
    const window = slider(page, 'Window of each stream');
    await window.focus();
    await page.keyboard.press('End');
    expect(await window.getAttribute('aria-valuetext')).toBe('524,288 octets');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    expect(await slider(page, 'Delay, one way').getAttribute('aria-valuetext')).toBe('19 ms');
  });

  test('with the mouse', async () => {
    const { page } = await visit(PAGE);
    const delay = slider(page, 'Delay, one way');
    const box = (await delay.boundingBox())!;
    await delay.click({ position: { x: box.width - 9, y: box.height / 2 } });
    expect(Number(await delay.inputValue())).toBeGreaterThan(90);
  });

  test('any moment can be looked at', async () => {
    const { page } = await visit(PAGE);
    const settings = FLOW_PRESETS.stopped;
    await slider(page, 'Look at').fill('100');
    const { unread } = runFlow(settings).samples[99]!.streams[0]!;
    const shown = await flow(page).locator('.stream-0 dd').first().innerText();
    expect(shown.trim()).toBe(unread.toLocaleString('en'));
  });
});
