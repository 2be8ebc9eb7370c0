import { drawTable } from '#course/lesson/draw-table';
import { BandwidthDelayEstimator } from './bandwidth-delay.ts';
import { compareRules } from './credit-rules.ts';
import { rateOf, type Sample, type Setup, simulate } from './simulate.ts';
import type { LineOptions } from './slow-line.ts';

/** 20 ms each way, a gigabit a second: 125,000 octets a millisecond. */
export const GIGABIT: LineOptions = { delayMs: 20, octetsPerMs: 125_000 };
/** The same distance at a hundred megabits. */
export const HUNDRED_MEGABIT: LineOptions = { delayMs: 20, octetsPerMs: 12_500 };
const ROUND_TRIP_S = 0.04;
const AT_ONCE = Number.POSITIVE_INFINITY;
/** So large that only the windows of the streams count. */
const WIDE = 64 * 1_048_576;

/** `65,535` */
export const octets = (count: number) => Math.round(count).toLocaleString('en');
/** `1.64 MB/s` */
export const speed = (rate: number) => `${(rate / 1e6).toFixed(2)} MB/s`;

const one: Setup = {
  line: GIGABIT,
  window: 65_535,
  connectionWindow: WIDE,
  readers: [AT_ONCE],
  forMs: 2_000,
};

export const WINDOWS = [16_384, 65_535, 262_144, 524_288, 1_048_576, 4_194_304];

/** What each window lets through, measured, beside window / round trip. */
export function measureWindows(windows: readonly number[] = WINDOWS) {
  return windows.map((window) => ({
    window,
    formula: window / ROUND_TRIP_S,
    measured: rateOf(simulate({ ...one, window })),
  }));
}

export function windowsTable(windows?: readonly number[]): string {
  const rows = measureWindows(windows).map(({ window, formula, measured }) => [
    octets(window),
    speed(formula),
    speed(measured),
    `${((100 * measured) / (GIGABIT.octetsPerMs! * 1000)).toFixed(1)} %`,
  ]);
  return drawTable([['window', 'formula', 'measured', 'of the line'], ...rows]);
}

/**
 * Under each rule: a window that is much too small, read at once and in pieces of 6,000 octets a
 * millisecond; and one that is twice what is needed.
 */
export function rulesTable(): string {
  const small = compareRules(one);
  const pieces = compareRules({ ...one, readers: [6_000] });
  const large = compareRules({ ...one, line: HUNDRED_MEGABIT, window: 1_048_576 });
  const rows = small.map(({ rule, rate }, i) => [
    rule,
    ...[rate, pieces[i]!.rate, large[i]!.rate].map(speed),
    String(Math.round(large[i]!.updates)),
  ]);
  return drawTable([['credit', '65,535', 'in pieces', '1,048,576', 'frames'], ...rows]);
}

/** Two streams, the first of which nobody reads; by when the connection gets its credit back. */
export function measureStall(connectionCredit: 'received' | 'read'): Sample {
  return simulate({
    line: GIGABIT,
    window: 65_535,
    connectionWindow: 65_535,
    connectionCredit,
    readers: [0, AT_ONCE],
    forMs: 1_000,
  }).at(-1)!;
}

export function stallTable(): string {
  const row = (when: string, rule: 'received' | 'read') => {
    const { streams, connectionLeft } = measureStall(rule);
    return [when, ...streams.map(({ received }) => octets(received)), octets(connectionLeft)];
  };
  return drawTable([
    ['the connection’s credit', 'stream 1', 'stream 3', 'connection left'],
    row('when DATA is read', 'read'),
    row('when DATA has come', 'received'),
  ]);
}

/** What the estimate chooses on this line, from 65,535 on, and when. */
export function measureEstimate(line: LineOptions) {
  const chosen: { at: number; window: number }[] = [];
  const samples = simulate({
    line,
    window: 65_535,
    connectionWindow: 65_535,
    readers: [AT_ONCE],
    forMs: 2_000,
    watch: (receiver, clock) => {
      const began = clock.now();
      return new BandwidthDelayEstimator(receiver, clock, 65_535, (at, window) =>
        chosen.push({ at: at - began, window }),
      );
    },
  });
  return { chosen, rate: rateOf(samples) };
}

export function estimateTable({ chosen }: ReturnType<typeof measureEstimate>): string {
  const rows = chosen.map(({ at, window }) => [`${Math.round(at)} ms`, octets(window)]);
  return drawTable([['after', 'window'], ['0 ms', '65,535'], ...rows]);
}

/** A reader that stops for a while, moment by moment. */
export function stopTable(heedless = false): string {
  const samples = simulate({
    line: HUNDRED_MEGABIT,
    window: 65_535,
    connectionWindow: WIDE,
    // 1 MB/s; it stops at 200 ms and goes on at 600.
    readers: [(at) => (at < 200 || at >= 600 ? 1_000 : 0)],
    forMs: 800,
    heedless,
  });
  const rows = samples
    .filter(({ at }) => at % 100 === 0)
    .map(({ at, streams: [stream] }) => [
      `${at} ms`,
      ...[stream!.unread, stream!.left, stream!.queued, stream!.made].map(octets),
    ]);
  return drawTable([['', 'unread', 'window left', 'queued', 'made'], ...rows]);
}
