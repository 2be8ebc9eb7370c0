import { expect, test } from 'vitest';
import { tellLearner } from '#course/program';

test.each([
  ['an Error', new Error('forged\u001b[2J', { cause: new Error('and\u0007') })],
  ['one whose message nobody may write', new DOMException('forged\u001b[2J', 'DataError')],
])('%s that is nobody’s fault is thrown again, and moves no cursor', async (_what, error) => {
  const thrown = await tellLearner(error).catch((again: unknown) => again);
  expect(thrown).toBe(error);
  expect(error.message).toContain('forged');
  expect(`${error.message}${error.stack}${error.cause}`).not.toMatch(/[\u001b\u0007]/);
});
