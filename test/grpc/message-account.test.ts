import { expect, test } from 'vitest';
import { MessageAccount, OverBudget } from '#grpc/messages/message-account';
import { Budget } from '#http2/limits/budget';
import { collectGarbage } from '../collect-garbage.ts';

test('what is unfinished, waits and is in hand is charged as it changes', () => {
  const budget = new Budget(1000);
  const account = new MessageAccount(budget);
  account.setUnfinished(300);
  account.setWaiting(200);
  account.setInHand(100);
  expect(budget.used).toBe(600);
  account.setUnfinished(0);
  account.setWaiting(-5); // HTTP/2 has charged more than that already.
  expect(budget.used).toBe(100);
  account.setInHand(0);
  expect(budget.used).toBe(0);
});

test('what does not fit changes nothing', () => {
  const budget = new Budget(800);
  const account = new MessageAccount(budget);
  account.setWaiting(600);
  expect(() => account.setUnfinished(201)).toThrow(OverBudget);
  // The last eighth is for those who have nothing yet.
  expect(() => account.setWaiting(701)).toThrow(OverBudget);
  expect(budget.used).toBe(600);
  new MessageAccount(budget).setWaiting(150);
  expect(budget.used).toBe(750);
  account.setWaiting(0);
  expect(budget.used).toBe(150);
});

test('what waits after the end of its call is released when it is read', () => {
  const budget = new Budget(1e6);
  const account = new MessageAccount(budget);
  account.setWaiting(100);
  account.outlive(100_000);
  expect(budget.used).toBe(100_000);
  account.setWaiting(0);
  expect(budget.used).toBe(0);
  // A little is not counted any more.
  account.setWaiting(100);
  account.outlive(5000);
  expect(budget.used).toBe(0);
});

test('or when its reader has forgotten it', async () => {
  const budget = new Budget(1e6);
  const forget = () => {
    const account = new MessageAccount(budget);
    account.setWaiting(100);
    account.outlive(100_000);
  };
  forget();
  expect(budget.used).toBe(100_000);
  while (budget.used > 0) {
    collectGarbage();
    await new Promise((next) => setTimeout(next, 1));
  }
});
