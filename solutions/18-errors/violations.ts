// Derived from src/grpc/server/violations.ts by npm run skeletons: change it there.
import { MAX_NAMED_VIOLATIONS, MAX_VIOLATIONS } from '#grpc/limits';
import { richError } from '#grpc/rich-error';
import { Status } from '#grpc/status';
import { packAny } from '#protobuf/any';
import { BadRequest } from '#protobuf/generated/google/rpc/error_details';

/** A field that is wrong, as `google.rpc.BadRequest` has it. */
export interface Violation {
  /** The way to the field, in the names of the `.proto`: `order.items[2].price`. */
  field: string;
  /** For programs, in UPPER_SNAKE_CASE: `EMPTY`. */
  reason: string;
  /** For developers. Without the value: it may have been a password. */
  description: string;
}

/**
 * What is wrong with a request, all of it: somebody who fills in a form does not want to hear of one
 * field at a time.
 */
export class Violations {
  readonly #path: string;
  /** One list for a request, however deep in it the wrong field is. */
  readonly #found: Violation[];

  constructor(path = '', found: Violation[] = []) {
    this.#path = path;
    this.#found = found;
  }

  /** All that were found so far, in the order in which they were. */
  get found(): readonly Violation[] {
    return this.#found;
  }

  /** @param field as seen from here; empty for the very thing that is being checked. */
  add(field: string, reason: string, description: string): void {
    this.#found.push({ field: this.#pathTo(field), reason, description });
  }

  /** For the checks of a message inside: what these add is `field.…`, in the same list. */
  inside(field: string): Violations {
    return new Violations(this.#pathTo(field), this.#found);
  }

  /** Checks every item of a repeated field, with violations for `field[0]`, `field[1]` … */
  each<T>(field: string, items: readonly T[], check: Check<T>): void {
    for (const [i, item] of items.entries()) check(item, this.inside(`${field}[${i}]`));
  }

  #pathTo(field: string): string {
    return [this.#path, field].filter((part) => part !== '').join('.');
  }
}

/** Looks at a value, and adds what is wrong with it. What it throws is an accident. */
export type Check<T> = (value: T, violations: Violations) => void;

/** `3 fields are wrong: id, items[1], price`; of a long list the first few. */
export function summary(found: readonly Violation[]): string {
  const names = found.slice(0, MAX_NAMED_VIOLATIONS).map(({ field }) => field || 'the request');
  const more = found.length - names.length;
  const list = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  return found.length === 1
    ? `1 field is wrong: ${list}`
    : `${found.length} fields are wrong: ${list}`;
}

/**
 * Checks a request, whole.
 * @throws GrpcError INVALID_ARGUMENT with `summary` for its text and all violations as a
 *   `BadRequest`, as many as MAX_VIOLATIONS; nothing if there are none.
 */
export function validate<T>(request: T, check: Check<T>): void {
  const violations = new Violations();
  check(request, violations);
  const { found } = violations;
  if (found.length === 0) return;
  const fieldViolations = found.slice(0, MAX_VIOLATIONS);
  throw richError(Status.INVALID_ARGUMENT, summary(found), [
    packAny(BadRequest, { fieldViolations }),
  ]);
}
