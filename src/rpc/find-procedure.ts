export type Procedure = (...params: unknown[]) => unknown;

/**
 * The method that a caller may reach by `name`: own methods only. `constructor` and `toString` are
 * on every object too, and are not meant to be called.
 */
export function findProcedure(implementation: object, name: string): Procedure | undefined {
  if (!Object.hasOwn(implementation, name)) return undefined;
  const member: unknown = implementation[name as keyof typeof implementation];
  return typeof member === 'function' ? (member as Procedure) : undefined;
}
