/**
 * What interceptors and handlers of one process hand on to each other with a call: who the caller
 * is, a trace, a transaction. None of it travels; for that there is metadata.
 *
 * ```ts
 * const currentUser = contextKey<User>('user');
 * const authenticate: ServerInterceptor = async (request, call, next) => {
 *   call.context.set(currentUser, await userOf(call.metadata.get('authorization')));
 *   return next(request, call);
 * };
 * // in a handler: call.context.get(currentUser) is a User, or undefined
 * ```
 */

/** Under which a value is kept, and of which type it is. Two keys are never the same. */
export interface ContextKey<T> {
  /** For people who debug. */
  readonly name: string;
  /** What `get` gives as long as nobody has set a value. */
  readonly defaultValue: T;
}

export function contextKey<T>(name: string): ContextKey<T | undefined>;
export function contextKey<T>(name: string, defaultValue: T): ContextKey<T>;
export function contextKey<T>(name: string, defaultValue?: T): ContextKey<T | undefined> {
  return Object.freeze({ name, defaultValue });
}

/** The values of one call. */
export class ContextValues {
  readonly #values = new Map<ContextKey<unknown>, unknown>();

  get<T>(key: ContextKey<T>): T {
    return this.#values.has(key) ? (this.#values.get(key) as T) : key.defaultValue;
  }

  set<T>(key: ContextKey<T>, value: NoInfer<T>): this {
    this.#values.set(key, value);
    return this;
  }

  /** Back to the key's default. */
  delete(key: ContextKey<unknown>): void {
    this.#values.delete(key);
  }
}
