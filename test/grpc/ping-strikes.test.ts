import { expect, it } from 'vitest';
import { PingStrikes } from '#grpc/liveness/ping-strikes';

const MINUTE = 60_000;

it('forgives two pings that come too early, and ends it at the third', () => {
  const strikes = new PingStrikes();
  expect(strikes.ping(0, 1, 0)).toBe(true);
  expect(strikes.ping(1000, 1, 17)).toBe(true);
  expect(strikes.ping(2000, 1, 34)).toBe(true);
  expect(strikes.ping(3000, 1, 51)).toBe(false);
});

it('cannot be outwitted by pings sent in bunches', () => {
  const strikes = new PingStrikes();
  let answered = 0;
  let count = 0;
  let allowed = true;
  while (allowed && count < 20) {
    for (let i = 0; i < 3 && allowed; i++) {
      allowed = strikes.ping(count * 10, 1, 17 * answered);
      count++;
    }
    answered = count;
  }
  expect(count).toBe(4);
});

it('wipes the slate when anything else was sent', () => {
  const strikes = new PingStrikes();
  let sent = 0;
  for (let i = 0; i < 100; i++) {
    expect(strikes.ping(i, 1, sent)).toBe(true);
    sent += 17 + 9;
  }
});

it('has nothing against pings every five minutes while there are calls, two hours without', () => {
  const busy = new PingStrikes();
  const idle = new PingStrikes();
  const permitted = new PingStrikes({ permitWithoutCalls: true });
  let refused = 0;
  for (let i = 0; i < 10; i++) {
    expect(busy.ping(i * 5 * MINUTE, 1, 17 * i)).toBe(true);
    expect(permitted.ping(i * 5 * MINUTE, 0, 17 * i)).toBe(true);
    if (!idle.ping(i * 5 * MINUTE, 0, 17 * i)) refused++;
  }
  expect(refused).toBe(7);
});
