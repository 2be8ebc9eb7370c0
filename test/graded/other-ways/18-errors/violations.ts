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
  readonly #parent: Violations | undefined;
  readonly #name: string;
  readonly #own: Violation[] = [];

  /** Somebody else's way: a tree, whose root has the list. */
  constructor(name = '', parent?: Violations) {
    this.#name = name;
    this.#parent = parent;
  }

  get found(): readonly Violation[] {
    return this.#parent === undefined ? this.#own : this.#parent.found;
  }

  add(field: string, reason: string, description: string): void {
    if (this.#parent === undefined) this.#own.push({ field, reason, description });
    else this.#parent.add(joined(this.#name, field), reason, description);
  }

  inside(field: string): Violations {
    return new Violations(field, this);
  }

  each<T>(field: string, items: readonly T[], check: Check<T>): void {
    items.forEach((item, i) => {
      check(item, this.inside(`${field}[${i}]`));
    });
  }
}

function joined(name: string, field: string): string {
  if (name === '' || field === '') return name + field;
  return `${name}.${field}`;
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
  const count = violations.found.length;
  if (count > 0) {
    const fieldViolations = violations.found.filter((_, i) => i < MAX_VIOLATIONS);
    const detail = packAny(BadRequest, { fieldViolations });
    throw richError(Status.INVALID_ARGUMENT, summary(violations.found), [detail]);
  }
}
