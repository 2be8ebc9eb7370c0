import { expect, it } from 'vitest';
import { type DeadlineEntry, DeadlineWheel } from '#time/deadline-wheel';
import { FakeClock } from '#time/fake-clock';

function timed(deadline: number, fired: (late: number) => void, clock: FakeClock): DeadlineEntry {
  return {
    deadline,
    slot: undefined,
    previous: undefined,
    next: undefined,
    expired: () => fired(clock.now() - deadline),
  };
}

it('fires each deadline once, never early and at most one slot late, near and far', () => {
  const clock = new FakeClock();
  const wheel = new DeadlineWheel(clock);
  let seed = 1;
  const random = () => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const lates: number[] = [];
  const start = clock.now();
  for (let i = 0; i < 2000; i++) {
    wheel.add(timed(start + random() ** 4 * 60_000, (late) => lates.push(late), clock));
  }
  for (let i = 0; i < 700; i++) clock.advance(100 * random() * 2);
  expect(lates.length).toBe(2000);
  expect(Math.min(...lates)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...lates)).toBeLessThanOrEqual(4);
  expect(wheel.size).toBe(0);
  expect(clock.pending).toBe(0);
});

it('forgets what is removed, and holds no timer while empty', () => {
  const clock = new FakeClock();
  const wheel = new DeadlineWheel(clock);
  const fired: string[] = [];
  const a = timed(clock.now() + 10, () => fired.push('a'), clock);
  const b = timed(clock.now() + 10, () => fired.push('b'), clock);
  const c = timed(clock.now() + 10, () => fired.push('c'), clock);
  for (const each of [a, b, c]) wheel.add(each);
  wheel.remove(b);
  wheel.remove(b);
  clock.advance(20);
  expect(fired.sort()).toEqual(['a', 'c']);
  expect(clock.pending).toBe(0);
  wheel.add(a);
  wheel.remove(a);
  expect(clock.pending).toBe(0);
});

it('takes a nearer deadline after a farther one, and one that has passed', () => {
  const clock = new FakeClock();
  const wheel = new DeadlineWheel(clock);
  const fired: string[] = [];
  wheel.add(timed(clock.now() + 10_000, () => fired.push('far'), clock));
  wheel.add(timed(clock.now() + 5, () => fired.push('near'), clock));
  wheel.add(timed(clock.now() - 5, () => fired.push('past'), clock));
  clock.advance(4);
  expect(fired).toEqual(['past']);
  clock.advance(8);
  expect(fired).toEqual(['past', 'near']);
  clock.advance(10_000);
  expect(fired).toEqual(['past', 'near', 'far']);
});

it('may be added to while it fires', () => {
  const clock = new FakeClock();
  const wheel = new DeadlineWheel(clock);
  let count = 0;
  const again = () => {
    if (++count < 5) wheel.add(timed(clock.now() + 1, again, clock));
  };
  wheel.add(timed(clock.now() + 1, again, clock));
  clock.advance(100);
  expect(count).toBe(5);
});
