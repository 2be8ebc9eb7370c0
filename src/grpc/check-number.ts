/**
 * A number that is not one is found where it is written. Otherwise `NaN`, which compares with
 * nothing, would silently be a limit that never holds or a timer that goes off at once.
 * @param value `undefined` is fine: then the default holds.
 * @throws RangeError naming the option.
 */
export function checkNumber(name: string, value: unknown, min = 0): void {
  if (value === undefined) return;
  if (typeof value === 'number' && value >= min) return;
  throw new RangeError(`${name} is ${String(value)}: a number from ${min} on is expected`);
}
