import ts from 'typescript';

/**
 * Whether `any` stands anywhere in a type that somebody wrote: `any[]`, `Map<string, any>`, a member
 * or a parameter. What the library declares is not looked into, only what it is made of here.
 *
 * @param library the name of the library's file
 */
export function containsAny(type: ts.Type, checker: ts.TypeChecker, library: string): boolean {
  const seen = new Set<ts.Type>();
  return search(type);

  function search(one: ts.Type): boolean {
    if ((one.flags & ts.TypeFlags.Any) !== 0) return true;
    if (seen.has(one)) return false;
    seen.add(one);
    if (one.isUnionOrIntersection()) return one.types.some(search);
    if ((one.flags & ts.TypeFlags.Object) === 0) return false;
    if (argumentsOf(one).some(search)) return true;
    if (isOfLibrary(one)) return false;
    const signatures = [...one.getCallSignatures(), ...one.getConstructSignatures()];
    return (
      signatures.some((signature) => search(signature.getReturnType())) ||
      signatures.flatMap((signature) => signature.getParameters()).some(searchSymbol) ||
      one.getProperties().some(searchSymbol)
    );
  }

  function searchSymbol(symbol: ts.Symbol): boolean {
    return search(checker.getTypeOfSymbol(symbol));
  }

  function isOfLibrary({ symbol }: ts.Type): boolean {
    const files = symbol?.declarations?.map((declaration) => declaration.getSourceFile().fileName);
    return files?.includes(library) === true;
  }

  /** `T` of `T[]`, `K` and `V` of a `Map<K, V>`. */
  function argumentsOf(one: ts.Type): readonly ts.Type[] {
    const isReference = ((one as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
    return isReference ? checker.getTypeArguments(one as ts.TypeReference) : [];
  }
}
