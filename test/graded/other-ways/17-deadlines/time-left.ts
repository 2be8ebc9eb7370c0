import { parseTimeout } from '#grpc/wire/timeout';

export const NEVER = Number.POSITIVE_INFINITY;

export function deadlineAt(timeoutMs: number | undefined, now: number): number {
  if (timeoutMs === undefined) return NEVER;
  return timeoutMs > 0 ? now + timeoutMs : now;
}

export function timeLeft(deadline: number, now: number): number | undefined {
  if (!Number.isFinite(deadline)) return undefined;
  const left = deadline - now;
  return left > 0 ? left : 0;
}

/** Somebody else's way: a list of limits, of which the smallest counts. */
export function timeoutFor(
  ownMs: number | undefined,
  lentMs: number | undefined,
): number | undefined {
  const limits: number[] = [];
  if (ownMs !== undefined && Number.isFinite(ownMs)) limits.push(ownMs);
  if (lentMs !== undefined && Number.isFinite(lentMs)) limits.push(Math.trunc(lentMs));
  if (limits.length === 0) return undefined;
  limits.sort((a, b) => a - b);
  return limits[0]! < 0 ? 0 : limits[0];
}

/** And digits that are counted as digits. */
export function passedOn(text: string, spentMs: number): string | undefined {
  const came = parseTimeout(text);
  if (came === undefined) return undefined;
  const left = came > spentMs ? came - spentMs : 0;
  const inUnits = { m: 1, S: 1e3, M: 6e4, H: 36e5 };
  for (const [unit, size] of Object.entries(inUnits)) {
    const digits = BigInt(Math.floor(left / size)).toString();
    if (digits.length < 9) return digits + unit;
  }
  throw new Error('a timeout has at most eight digits, and so has what is left of it');
}
