/** From names in `.proto` files to those that are derived from them. */

/**
 * `order_id` → `orderId`: underscores go, and what follows one is a capital. This is a field's name
 * in JSON unless it has the option `json_name`. Source: protobuf language guide, "JSON Options", as
 * protoc applies it.
 */
export function jsonName(protoName: string): string {
  return protoName.replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());
}

/** `SayHello` → `sayHello`. */
export function methodName(protoName: string): string {
  return protoName.charAt(0).toLowerCase() + protoName.slice(1);
}

/** The message of a map's entries: `points_by_name` → `PointsByNameEntry`. */
export function mapEntryName(protoName: string): string {
  const name = jsonName(protoName);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Entry`;
}

/** `pkg.Outer.Inner` in package `pkg` → `Outer_Inner`. */
export function localName(fullName: string, packageName: string): string {
  const local = packageName === '' ? fullName : fullName.slice(packageName.length + 1);
  return local.replaceAll('.', '_');
}
