import { clip } from '#inspect/clip';
import type { Field } from '#inspect/trace';

/** `Order { id: "7", items: … }`, as long as a line has room for it. */
export function summary(typeName: string, fields: readonly Field[]): string {
  const name = typeName.split('.').at(-1);
  const values = fields.map((field) => `${field.name}: ${field.value ?? '…'}`);
  return clip(values.length === 0 ? `${name} {}` : `${name} { ${values.join(', ')} }`);
}
