/** The names of an enum by number, made once for each enum. */
const known = new WeakMap<object, ReadonlyMap<number, string>>();

/**
 * The name of a number: `enumName(Course, 2)` is `'COURSE_MAIN'`. `undefined` if it has none; if it
 * has several, the first in the file.
 *
 * @param numbers What is generated for an enum.
 */
export function enumName(
  numbers: { readonly [name: string]: number },
  number: number,
): string | undefined {
  let names = known.get(numbers);
  if (names === undefined) {
    // The first name of a number comes last, so it is the one that stays.
    names = new Map(
      Object.entries(numbers)
        .reverse()
        .map(([name, value]) => [value, name]),
    );
    known.set(numbers, names);
  }
  return names.get(number);
}
