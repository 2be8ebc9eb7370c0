import { describe, expect, test } from 'vitest';
import { toHex } from '#bytes/hex';
import { encode } from '../../docs/.vitepress/quiz/encoders.ts';
import twice from '../../lessons/09-grpc-by-hand/twice.trace.json' with { type: 'json' };
import { useBrowser } from './kit/browser.ts';

const visit = useBrowser();
const PAGE = '/lessons/09-grpc-by-hand.html';

test('the anatomy of a call counts every byte of the recorded run', async () => {
  const { page, problems } = await visit(PAGE);
  const said = await page.locator('.call-anatomy .call').allInnerTexts();
  const sizes = twice.events.map(({ bytes }) => bytes.length / 2);
  const sum = (some: number[]) => some.reduce((all, one) => all + one, 0);
  expect(said).toHaveLength(2);
  expect(said[0]).toContain(`${sum(sizes.slice(0, 5))} bytes, 17 of them messages`);
  expect(said[1]).toContain(`${sum(sizes.slice(5))} bytes, 17 of them messages`);
  expect(await page.locator('.call-anatomy ol li').count()).toBe(10);
  expect(problems).toEqual([]);
});

describe('the quiz predicts bytes', () => {
  test.each([
    [{ encoder: 'greeting', message: 'request', text: 'Bo' }, '00 00 00 00 04 0a 02 42 6f'],
    [{ encoder: 'cancel', stream: 3 }, '00 00 04 03 00 00 00 00 03 00 00 00 08'],
  ] as const)('%j', async (encoding, hex) => {
    expect(toHex(encode(encoding).bytes)).toBe(hex);
    const { page } = await visit(PAGE);
    const question = page.locator('.quiz .question').filter({
      hasText:
        encoding.encoder === 'cancel' ? 'cancels the call on stream 3' : 'calls SayHello for Bo',
    });
    await question
      .getByLabel(/^Your bytes/)
      .first()
      .fill(hex);
    await question.getByRole('button', { name: 'Check' }).first().click();
    await expect.poll(() => question.first().innerText()).toContain('Right.');
  });
});
