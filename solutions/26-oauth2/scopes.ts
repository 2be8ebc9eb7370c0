// Derived from src/grpc/oauth/scopes.ts by npm run skeletons: change it there.
import type { MethodDefinition } from '#protobuf/schema/service-definition';

/** One or more names with one space between them (RFC 6749 §3.3): no `"`, no `\`, no control. */
const SCOPE = /^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/;

/**
 * The names in a scope, `orders.read orders.write`. Upper and lower case are different names. A text
 * that is not a scope gives none: what we cannot read allows nothing.
 */
export function scopesOf(text: string | undefined): ReadonlySet<string> {
  return new Set(text !== undefined && SCOPE.test(text) ? text.split(' ') : []);
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
    const given: Readonly<Record<string, string>> = rules;
    const needed = new Map<string, readonly string[]>();
    for (const [name, { path }] of Object.entries(service.methods)) {
      if (!Object.hasOwn(given, name)) throw new RangeError(`nobody says what ${name} needs`);
      const scope = given[name]!;
      // SCOPE.test(undefined) would look at the text "undefined", which is a scope.
      const isScope = typeof scope === 'string' && (scope === '' || SCOPE.test(scope));
      if (!isScope) throw new RangeError(`${name}: not a scope`);
      needed.set(path, [...scopesOf(scope)]);
    }
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(service.methods, name)) throw new RangeError(`there is no ${name}`);
    }
    for (const [path, names] of needed) this.#needed.set(path, names);
    return this;
  }

  /**
   * What is missing for a call, in the order of the rule; nothing: it may be made.
   * @param granted the scope of the caller's token
   * @returns `undefined` for a path that nobody has named: no scope is enough
   */
  missing(path: string, granted: string | undefined): readonly string[] | undefined {
    const has = scopesOf(granted);
    return this.#needed.get(path)?.filter((name) => !has.has(name));
  }

  /** Whether somebody with this scope may call this. */
  allows(path: string, granted: string | undefined): boolean {
    return this.missing(path, granted)?.length === 0;
  }
}
