import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#time/clock';
import { FakeClock } from '#time/fake-clock';

const DAY_MS = 24 * 3600_000;

describe("the machine's clock", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('calls back once, after the time and not before', () => {
    const called = vi.fn();
    systemClock.setTimer(called, 1_000);
    vi.advanceTimersByTime(999);
    expect(called).not.toHaveBeenCalled();
    vi.advanceTimersByTime(DAY_MS);
    expect(called).toHaveBeenCalledOnce();
  });

  test('a wait longer than setTimeout knows (24.8 days) does not end at once', () => {
    const called = vi.fn();
    systemClock.setTimer(called, 60 * DAY_MS);
    vi.advanceTimersByTime(60 * DAY_MS - 1);
    expect(called).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(called).toHaveBeenCalledOnce();
  });

  test('a long wait is cancelled in any of its steps', () => {
    const called = vi.fn();
    const timer = systemClock.setTimer(called, 60 * DAY_MS);
    vi.advanceTimersByTime(30 * DAY_MS);
    timer.cancel();
    vi.advanceTimersByTime(60 * DAY_MS);
    expect(called).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a time that has passed, and no end at all', () => {
    const called = vi.fn();
    systemClock.setTimer(called, -5);
    const never = systemClock.setTimer(() => expect.unreachable(), Number.POSITIVE_INFINITY);
    vi.advanceTimersByTime(365 * DAY_MS);
    expect(called).toHaveBeenCalledOnce();
    never.cancel();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the fake clock', () => {
  test('stands still until it is moved', () => {
    const clock = new FakeClock();
    const before = clock.now();
    const called = vi.fn();
    clock.setTimer(called, 10);
    clock.advance(9);
    expect(called).not.toHaveBeenCalled();
    expect(clock.pending).toBe(1);
    clock.advance(1);
    expect(called).toHaveBeenCalledOnce();
    expect(clock.now() - before).toBe(10);
    expect(clock.pending).toBe(0);
  });

  test('calls each timer at its own moment, the earliest first, and those that they set', () => {
    const clock = new FakeClock();
    const start = clock.now();
    const calls: [string, number][] = [];
    const note = (name: string) => calls.push([name, clock.now() - start]);
    clock.setTimer(() => note('late'), 30);
    clock.setTimer(() => {
      note('early');
      clock.setTimer(() => note('from early'), 10);
    }, 10);
    clock.setTimer(() => note('with early'), 10);
    clock.advance(100);
    expect(calls).toEqual([
      ['early', 10],
      ['with early', 10],
      ['from early', 20],
      ['late', 30],
    ]);
    expect(clock.now() - start).toBe(100);
  });

  test('what is cancelled is not called, also by a timer of the same moment', () => {
    const clock = new FakeClock();
    const timers = [clock.setTimer(() => timers[1]!.cancel(), 5)];
    timers.push(clock.setTimer(() => expect.unreachable(), 5));
    clock.advance(5);
    expect(clock.pending).toBe(0);
  });
});
