import type { MethodDefinition } from '#protobuf/schema/service-definition';

/** One or more names with one space between them (RFC 6749 §3.3): no `"`, no `\`, no control. */
const SCOPE = /^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/;

/**
 * The names in a scope, `orders.read orders.write`. Upper and lower case are different names. A text
 * that is not a scope gives none: what we cannot read allows nothing.
 */
export function scopesOf(text: string | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  if (!text?.match(SCOPE)) return names;
  for (const name of text.split(' ')) names.add(name);
  return names;
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
    const named = new Map(Object.entries(rules as Record<string, string>));
    const methods = new Map(Object.entries(service.methods));
    for (const name of named.keys()) if (!methods.has(name)) throw new RangeError(name);
    for (const name of methods.keys()) if (!named.has(name)) throw new RangeError(name);
    for (const rule of named.values()) {
      if (rule.length > 0 && scopesOf(rule).size === 0) throw new RangeError(rule);
    }
    for (const [name, rule] of named)
      this.#needed.set(methods.get(name)!.path, [...scopesOf(rule)]);
    return this;
  }

  missing(path: string, granted: string | undefined): readonly string[] | undefined {
    if (!this.#needed.has(path)) return undefined;
    const lacking: string[] = [];
    const has = [...scopesOf(granted)];
    for (const name of this.#needed.get(path)!) if (!has.includes(name)) lacking.push(name);
    return lacking;
  }

  /** Whether somebody with this scope may call this. */
  allows(path: string, granted: string | undefined): boolean {
    return this.missing(path, granted)?.length === 0;
  }
}
