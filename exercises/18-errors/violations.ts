import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 4 ──
    throw notYet(4);
  }

  /** For the checks of a message inside: what these add is `field.…`, in the same list. */
  inside(field: string): Violations {
    // ── Task 4 ──
    // Another Violations, which knows the way to here, and has the same list.
    throw notYet(4);
  }

  /** Checks every item of a repeated field, with violations for `field[0]`, `field[1]` … */
  each<T>(field: string, items: readonly T[], check: Check<T>): void {
    // ── Task 4 ──
    // An item’s own violations begin with field[i].
    throw notYet(4);
  }

  #pathTo(field: string): string {
    // ── Task 4 ──
    // this.#path and field with a dot between them; either may be empty.
    throw notYet(4);
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
  // ── Task 4 ──
  // new Violations(), check(request, violations), violations.found. packAny(BadRequest, {
  // fieldViolations }) is the detail; richError(code, text, [detail]) the error.
  throw notYet(4);
}
