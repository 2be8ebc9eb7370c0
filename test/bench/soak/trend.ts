import { medianOf } from '../statistics.ts';

/** Whether a number that is measured again and again grows. Pure: no clock, no process. */

/** A measured value, and when. */
export interface Sample {
  minutes: number;
  value: number;
}

/**
 * A process warms up first: code is compiled, tables and pools fill. That part is left out: in ten
 * minutes V8's own data still grows by 100 KiB in the third, and by 20 in the eighth.
 */
const WARM_UP = 0.5;

/**
 * The growth in a minute: the median of the slopes between any two samples (Theil and Sen), so that
 * a few that are far off, as just before a collection of garbage, do not count.
 *
 * @throws Error if there are too few samples behind the warm-up
 */
export function growthPerMinute(samples: readonly Sample[]): number {
  const settled = behindWarmUp(samples);
  const slopes = settled.flatMap((one, i) =>
    settled
      .slice(i + 1)
      .filter(({ minutes }) => minutes > one.minutes)
      .map((other) => (other.value - one.value) / (other.minutes - one.minutes)),
  );
  if (slopes.length === 0) throw new Error(`${samples.length} samples are too few for a trend`);
  return medianOf(slopes);
}

/** The samples that count. */
export function behindWarmUp<T>(samples: readonly T[]): readonly T[] {
  return samples.slice(Math.ceil(samples.length * WARM_UP));
}
