import { describe, expect, it } from 'vitest';
import { type Report, type Run, runTest, type World } from '#course/kit/bench/run-test';
import { FakeClock } from '#time/fake-clock';

interface Own {
  clock: FakeClock;
}

/** Runs a test in a world in which nothing happens but what its clock does. */
function tried(run: Run<Own>, openCalls = 0): Promise<Report> {
  const clock = new FakeClock();
  const world: World<Own> = {
    own: { clock },
    activity: () => 0,
    openCalls: () => openCalls,
    close() {},
  };
  return runTest('a test', run, clock, world);
}

describe('runTest', () => {
  it('passes what resolves, and fails what throws, at once or later', async () => {
    expect((await tried(async () => {})).state).toBe('passed');
    const now = await tried(() => {
      throw new Error('no');
    });
    expect(now).toMatchObject({ state: 'failed', error: new Error('no') });
    const later = await tried(async ({ pass, equal }) => {
      await pass(10);
      equal('one', 1, 2);
    });
    expect(later.error).toEqual(new Error('one: expected 2, received 1'));
    expect(later).toMatchObject({ state: 'failed', checks: 1, tookMs: 10 });
  });

  it('jumps from timer to timer, so that a minute takes no time', async () => {
    const seen: number[] = [];
    const report = await tried(async ({ clock, pass, equal }) => {
      const start = clock.now();
      for (const ms of [60_000, 7]) {
        await pass(ms);
        seen.push(clock.now() - start);
      }
      equal('the time', clock.now() - start, 60_007);
    });
    expect(report.state).toBe('passed');
    expect(seen).toEqual([60_000, 60_007]);
  });

  it('sees that a test hangs, when nothing can happen any more', async () => {
    expect((await tried(() => new Promise(() => {}))).state).toBe('hung');
    expect((await tried(({ pass }) => pass(3_600_000))).state).toBe('hung');
    const endless = await tried(async ({ pass }) => {
      for (;;) await pass(1_000);
    });
    expect(endless).toMatchObject({ state: 'hung', tookMs: 120_000 });
  });

  it('counts timers of the machine, and gives them back', async () => {
    const before = globalThis.setTimeout;
    const sleeping = await tried(() => new Promise((resolve) => setTimeout(resolve, 5)));
    expect(sleeping).toMatchObject({ state: 'hung', sleeps: 1 });
    expect(globalThis.setTimeout).toBe(before);
  });

  it('keeps what is compared after the end, without a throw that nobody catches', async () => {
    let later = () => {};
    const report = await tried(async ({ equal }) => {
      later = () => equal('late', 1, 2);
    });
    later();
    expect(report).toMatchObject({ state: 'passed', checks: 0 });
    expect(report.late).toEqual(['late: expected 2, received 1']);
  });

  it('says how many calls are under way at its end', async () => {
    expect((await tried(async () => {}, 3)).openCalls).toBe(3);
  });
});
