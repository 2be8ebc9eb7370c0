/** From names in `.proto` files to names in TypeScript. */

/**
 * `order_id` → `orderId`: underscores go, and what follows one is a capital. The rule for JSON
 * names. Source: protobuf language guide, "JSON Options", as protoc applies it.
 */
export function propertyName(protoName: string): string {
  return protoName.replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());
}

/** `SayHello` → `sayHello`. */
export function methodName(protoName: string): string {
  return protoName.charAt(0).toLowerCase() + protoName.slice(1);
}

/** What generated code uses itself; a message of the same name would hide it. */
const TAKEN = new Set(
  'Map Object Uint8Array Promise AsyncIterable Partial Message MessageType OpenEnum Reader Source ServiceDefinition Writer'.split(
    ' ',
  ),
);

/** `pkg.Outer.Inner` in package `pkg` → `Outer_Inner`. */
export function typeName(fullName: string, packageName: string): string {
  const local = packageName === '' ? fullName : fullName.slice(packageName.length + 1);
  const name = local.replaceAll('.', '_');
  return TAKEN.has(name) ? `${name}_` : name;
}
