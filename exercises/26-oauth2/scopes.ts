import { notYet } from '#course/exercise/not-yet';
import type { MethodDefinition } from '#protobuf/schema/service-definition';

/** One or more names with one space between them (RFC 6749 §3.3): no `"`, no `\`, no control. */
const SCOPE = /^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/;

/**
 * The names in a scope, `orders.read orders.write`. Upper and lower case are different names. A text
 * that is not a scope gives none: what we cannot read allows nothing.
 */
export function scopesOf(text: string | undefined): ReadonlySet<string> {
  // ── Task 3 ──
  // SCOPE.test(text) says whether a text is a scope. text.split(" "), new Set([…]).
  throw notYet(3);
}

/** What `ScopeTable` needs to know of a service: `OrderManagementDefinition` of a stub is one. */
export interface GuardedService {
  readonly methods: Readonly<Record<string, Pick<MethodDefinition, 'path'>>>;
}

/** For each method of a service what it needs: `orders.read`, all of several, or `''`, nothing. */
export type ScopeRules<Service extends GuardedService> = Readonly<
  Record<keyof Service['methods'], string>
>;

/**
 * Which scopes a method needs. A method that nobody has named is for nobody: one that is added
 * tomorrow is closed until somebody decides.
 */
export class ScopeTable {
  /** By path. */
  readonly #needed = new Map<string, readonly string[]>();

  /**
   * Says what each method of a service needs. All or nothing: if it throws, nothing has changed.
   * @throws RangeError if a method of the service is not named, if one is named that it does not
   *   have, or if what it needs is not a scope.
   */
  require<Service extends GuardedService>(service: Service, rules: ScopeRules<Service>): this {
    // ── Task 3 ──
    // service.methods is { getOrder: { path: "/ecommerce.OrderManagement/GetOrder" }, … }; rules is
    // { getOrder: "orders.read", … }, and may come from somebody without types. Object.entries(…),
    // Object.hasOwn(object, name). this.#needed is a Map from a path to a list of names. Return
    // this.
    throw notYet(3);
  }

  /**
   * What is missing for a call, in the order of the rule; nothing: it may be made.
   * @param granted the scope of the caller's token
   * @returns `undefined` for a path that nobody has named: no scope is enough
   */
  missing(path: string, granted: string | undefined): readonly string[] | undefined {
    // ── Task 3 ──
    // this.#needed.get(path) is what the rule asks for.
    throw notYet(3);
  }

  /** Whether somebody with this scope may call this. */
  allows(path: string, granted: string | undefined): boolean {
    return this.missing(path, granted)?.length === 0;
  }
}
