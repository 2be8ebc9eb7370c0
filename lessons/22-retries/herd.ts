import { type RetryPolicy, retryBackoff } from '#channel/retries/retry-policy';
import { Random } from '#course/kit/random';
import { Status } from '#grpc/status';

const CLIENTS = 200;
const RETRIES = 3;

const POLICY: RetryPolicy = {
  maxAttempts: 4,
  initialBackoffMs: 20,
  maxBackoffMs: 1_000,
  backoffMultiplier: 2,
  retryableStatusCodes: new Set([Status.UNAVAILABLE]),
};

/**
 * When two hundred clients come back that failed at the same moment, and each time again.
 * @param chance the same for all of them; without it each has its own
 * @returns milliseconds after the first failure, one for each client
 */
export function herd(chance: number | undefined): number[] {
  const random = new Random(22);
  return Array.from({ length: CLIENTS }, () => {
    let at = 0;
    for (let n = 1; n <= RETRIES; n++) {
      at += retryBackoff(POLICY, n, () => chance ?? random.next());
    }
    return at;
  });
}

const PIECE_MS = 5;
/** How many clients one character is. */
const PER_MARK = 4;

/** How many of them come in each five milliseconds in which any does. */
export function arrivals(times: readonly number[]) {
  const counts = new Map<number, number>();
  for (const time of times) {
    // A sum of waits is not exact in binary: 140 may be 139.99999999999997.
    const from = Math.floor((time + 1e-6) / PIECE_MS) * PIECE_MS;
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([from, count]) => ({ from, width: PIECE_MS, count }));
}

export function drawHerd(times: readonly number[]): string {
  return arrivals(times)
    .map(({ from, width, count }) => {
      const bar = '█'.repeat(Math.ceil(count / PER_MARK));
      return `${String(from).padStart(3)}–${from + width} ms  ${String(count).padStart(3)}  ${bar}`;
    })
    .join('\n');
}
