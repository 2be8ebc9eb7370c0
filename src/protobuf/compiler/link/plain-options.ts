import { decodeUtf8 } from '#bytes/utf8';
import type { OptionNode, OptionPart, OptionValue } from '#protobuf/compiler/parse/syntax';
import type { Options } from '#protobuf/compiler/schema';

/**
 * Options as they are written, by name: `{ deprecated: true, '(my.option).part': 'text' }`. For an
 * emitter that wants to know one; in a descriptor they have types.
 */
export function plainOptions(options: readonly OptionNode[]): Options {
  return Object.fromEntries(
    options.map(({ name, value }) => [name.map(spell).join('.'), plain(value)]),
  );
}

const spell = ({ text, isExtension }: OptionPart) => (isExtension ? `(${text})` : text);

function plain(value: OptionValue): unknown {
  switch (value.kind) {
    case 'word':
      if (value.word === 'true' || value.word === 'false') return value.word === 'true';
      return value.word;
    case 'integer':
      return Number(value.integer);
    case 'float':
      return value.float;
    case 'string':
      return textOf(value.bytes);
    case 'list':
      return value.items.map(plain);
    case 'message':
      return Object.fromEntries(value.fields.map((field) => [field.name.text, plain(field.value)]));
  }
}

/** Text if it is text; an option can also hold bytes. */
function textOf(bytes: Uint8Array): string | Uint8Array {
  try {
    return decodeUtf8(bytes);
  } catch {
    return bytes;
  }
}
