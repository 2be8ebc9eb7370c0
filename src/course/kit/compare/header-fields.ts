import type { HeaderField } from '#hpack/header-field';
import { withFinding } from './finding.ts';

/** What is likely wrong, by the name of the field at which it shows; `order` if that is all. */
export type FieldCauses = Readonly<Record<string, string>>;

/**
 * Checks a block of header fields: everything that must be there, nothing else, and in order as far
 * as order matters. Says which field is wrong, not only that two lists differ.
 *
 * @param what the block, in words
 * @param groups the fields; within a group their order is free, between groups it is not
 */
export function expectFields(
  what: string,
  received: unknown,
  groups: readonly (readonly HeaderField[])[],
  causes: FieldCauses = {},
): void {
  if (!isFields(received)) {
    throw withFinding(new Error(`${what}: an array of { name, value } was expected`), {
      cause: isThenable(received)
        ? 'A promise stands where its value should: the function is async, and need not be.'
        : 'Header fields are objects with a name and a value, and both are strings: a number must be made text, and what is not there must not be sent as undefined.',
    });
  }
  const fault = findFault(received, groups);
  if (fault === undefined) return;
  const [field, message] = fault;
  const cause = causes[field];
  const list = received.map(({ name, value }) => `  ${name} ${value}`).join('\n');
  throw withFinding(new Error(`${what}: ${message}\nreceived\n${list}`), cause ? { cause } : {});
}

/** The first field that is wrong, or `order`, and what is wrong with it. */
function findFault(
  received: readonly HeaderField[],
  groups: readonly (readonly HeaderField[])[],
): [field: string, message: string] | undefined {
  const expected = groups.flat();
  for (const { name } of expected) {
    const want = valuesOf(expected, name);
    const got = valuesOf(received, name);
    if (got.length === 0) return [name, `'${name}' is missing`];
    if (got.length > want.length) return [name, `'${name}' is there too often`];
    if (want.join() !== got.join()) return [name, `'${name}' is wrong: expected ${say(want)}`];
  }
  const extra = received.find(({ name }) => valuesOf(expected, name).length === 0);
  if (extra) return [extra.name, `'${extra.name}' has no business here`];
  const places = received.map(({ name }) =>
    groups.findIndex((group) => group.some((field) => field.name === name)),
  );
  const early = places.findIndex((place, i) => place < (places[i - 1] ?? 0));
  if (early < 0) return undefined;
  const [before, name] = [received[early - 1]?.name, received[early]?.name];
  return ['order', `'${name}' must stand before '${before}'`];
}

function isThenable(value: unknown): boolean {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

function isFields(value: unknown): value is HeaderField[] {
  return (
    Array.isArray(value) &&
    value.every((field) => typeof field?.name === 'string' && typeof field?.value === 'string')
  );
}

const valuesOf = (fields: readonly HeaderField[], name: string) =>
  fields.filter((field) => field.name === name).map(({ value }) => value);

const say = (values: string[]) => values.map((value) => JSON.stringify(value)).join(' and ');
