import type { Field, TraceMessage } from '#inspect/trace';

/** Some bytes of a message, and the layer that wrote them. */
export interface Written {
  offset: number;
  length: number;
  /** As the stack imports it: `#framing/message`. */
  layer: string;
}

/** The layers that write bytes of a call: a letter for where there is no colour, and the lesson. */
export const WRITERS: Readonly<Record<string, { letter: string; lesson: number }>> = {
  '#http2/frames/frame-header': { letter: 'F', lesson: 7 },
  '#hpack/field-writer': { letter: 'W', lesson: 8 },
  '#hpack/integer': { letter: 'I', lesson: 8 },
  '#hpack/strings/huffman': { letter: 'H', lesson: 8 },
  '#framing/message': { letter: 'M', lesson: 3 },
  '#protobuf/wire/tag': { letter: 'T', lesson: 4 },
  '#protobuf/wire/varint': { letter: 'V', lesson: 4 },
  '#protobuf/fields/encode-fields': { letter: 'P', lesson: 5 },
};

/** How many bytes each layer wrote, in all of these messages, the most first. */
export function countWritten(messages: readonly TraceMessage[]): [layer: string, bytes: number][] {
  const counts = new Map<string, number>();
  for (const { length, layer } of messages.flatMap(writersOf)) {
    counts.set(layer, (counts.get(layer) ?? 0) + length);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** Who wrote each byte of a message: read off its fields, which cover every byte once. */
export function writersOf({ fields }: TraceMessage): Written[] {
  return fields.flatMap((field) => writersIn(field, [], undefined));
}

/**
 * @param above the names of the fields around it, the outermost first
 * @param before the field in front of it
 */
function writersIn(field: Field, above: readonly string[], before: Field | undefined): Written[] {
  const { offset, length, name, children = [] } = field;
  if (children.length > 0) {
    return children.flatMap((child, i) => writersIn(child, [...above, name], children[i - 1]));
  }
  return length === 0 ? [] : [{ offset, length, layer: writerOf(field, above, before) }];
}

function writerOf(field: Field, above: readonly string[], before: Field | undefined): string {
  const { name, source = '' } = field;
  const [outermost = name] = above;
  if (outermost === 'frame header') return '#http2/frames/frame-header';
  if (outermost === 'header block') return headerWriter(name, above.length, before);
  if (name === 'compressed flag' || source.includes('Message-Length')) return '#framing/message';
  if (name === 'tag') return '#protobuf/wire/tag';
  return name === 'length' ? '#protobuf/wire/varint' : '#protobuf/fields/encode-fields';
}

/** A field that a table knows is one byte; a new one is a form, lengths and texts. */
function headerWriter(name: string, depth: number, before: Field | undefined): string {
  if (depth >= 2 && name.endsWith('length')) return '#hpack/integer';
  // A text goes out as it is where Huffman's code would make it longer.
  return before?.value?.endsWith('Huffman') ? '#hpack/strings/huffman' : '#hpack/field-writer';
}
