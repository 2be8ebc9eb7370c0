import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nextState, type StreamEvent, type StreamState } from '#http2/streams/stream-state';
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const PAGE = '/lessons/07-http2-frames.html';

describe('the life of a stream', () => {
  const button = (page: Page, side: string, frame: string) =>
    page.getByRole('group', { name: side }).getByRole('button', { name: frame, exact: true });
  const here = async (page: Page) =>
    (await page.locator('.stream-life .state.here').textContent())?.trim();
  const status = (page: Page) => page.locator('.stream-life [role=status]').innerText();
  const click = (page: Page, name: string) =>
    page.locator('.stream-life').getByRole('button', { name, exact: true }).click();

  test('frames move it, as the course’s own table says', async () => {
    const { page, problems } = await visit(PAGE);
    expect(await here(page)).toBe('idle');
    await button(page, 'You send', 'HEADERS').click();
    expect(await here(page)).toBe('open');
    await button(page, 'You send', 'END_STREAM').click();
    expect(await here(page)).toBe('half-closed (local)');
    await button(page, 'The peer sends', 'END_STREAM').click();
    expect(await status(page)).toContain('half-closed (local) → closed');
    expect(problems).toEqual([]);
  });

  test('with the keyboard', async () => {
    const { page } = await visit(PAGE);
    await button(page, 'The peer sends', 'HEADERS').focus();
    await page.keyboard.press('Enter');
    expect(await here(page)).toBe('open');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await here(page)).toBe('half-closed (remote)');
  });

  test('what is not allowed says why, and moves nothing', async () => {
    const { page } = await visit(PAGE);
    const early = button(page, 'You send', 'DATA');
    expect(await early.getAttribute('aria-disabled')).toBe('true');
    await early.click({ force: true });
    expect(await status(page)).toContain('Not when idle');
    expect(await here(page)).toBe('idle');
  });

  test.each([
    ['A request, its answer', 5],
    ['A cancelled one', 5],
    ['As the server', 5],
  ])('%s ends closed, and can be begun again', async (preset, steps) => {
    const { page } = await visit(PAGE);
    await click(page, preset);
    expect(await here(page)).toBe('closed');
    expect(await page.locator('.stream-life .log li').count()).toBe(steps);
    await click(page, 'Begin again');
    expect(await here(page)).toBe('idle');
  });

  test('the picture has a way for every step from one state to another', async () => {
    const states: StreamState[] = ['idle', 'open', 'half-closed-local', 'half-closed-remote'];
    const events = ['send', 'receive'].flatMap((who) =>
      ['headers', 'data', 'end', 'reset'].map((what) => `${who} ${what}` as StreamEvent),
    );
    const steps = states.flatMap((state) =>
      events.flatMap((event) => {
        const to = nextState(state, event);
        return to === undefined || to === state ? [] : [`${state} ${to}`];
      }),
    );
    const { page } = await visit(PAGE);
    expect(await page.locator('.stream-life .way').count()).toBe(new Set(steps).size);
  });
});
