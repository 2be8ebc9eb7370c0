/** The names that fields, oneofs and methods have as properties in TypeScript. */
import { jsonName, methodName } from '#protobuf/compiler/names';
import { giveNames } from './unique-names.ts';

/**
 * Every object has these already. A property of the same name would hide a function that others
 * rely on, and TypeScript would refuse `{}` for a type that has it.
 */
const OF_EVERY_OBJECT: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]);

/** An object with a method of this name is taken for a promise: `await stub` would call it. */
const OF_A_PROMISE = 'then';

/**
 * `order_id` → `orderId`, as in JSON, unless that cannot be: `_1st` → `_1st`, `to_string` →
 * `toString_`. Oneofs have no name in JSON, so where one meets a field it is the oneof that gives
 * way: `payment_type` beside a field `paymentType` → `paymentType_`.
 *
 * @param fields Their names in JSON differ; `check/message.ts` sees to that.
 */
export function propertyNames(
  fields: readonly string[],
  oneofs: readonly string[],
): { readonly fields: ReadonlyMap<string, string>; readonly oneofs: ReadonlyMap<string, string> } {
  const taken = new Set<string>();
  const give = (protoNames: readonly string[]) =>
    giveNames(
      protoNames.map((key) => ({ key, name: propertyName(key), isExact: false })),
      (name) => !taken.has(name) && !OF_EVERY_OBJECT.has(name),
      (name) => taken.add(name),
    );
  return { fields: give(fields), oneofs: give(oneofs) };
}

/** A name in JSON can be empty or begin with a digit, a property's cannot. */
function propertyName(protoName: string): string {
  const name = jsonName(protoName);
  return /^[A-Za-z]/.test(name) ? name : `_${name}`;
}

/** `SayHello` → `sayHello`; `Get` beside `get` → `get_`; `ToString` → `toString_`. */
export function methodNames(protoNames: readonly string[]): ReadonlyMap<string, string> {
  return giveNames(
    protoNames.map((key) => {
      const name = methodName(key);
      return { key, name, isExact: name === key };
    }),
    (name) => !OF_EVERY_OBJECT.has(name) && name !== OF_A_PROMISE,
  );
}
