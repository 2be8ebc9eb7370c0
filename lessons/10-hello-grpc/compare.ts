import type { Field, Side, Trace, TraceMessage } from '#inspect/trace';

/** A header as it went by: its name, its value, and what it cost on the wire. */
export interface SentHeader {
  name: string;
  value: string;
  bytes: number;
}

/** The messages that one side sent on one stream, in order. */
export function sentOn(trace: Trace, from: Side, stream: number): TraceMessage[] {
  return trace.events.filter(
    (event): event is TraceMessage =>
      event.kind === 'message' && event.from === from && event.call === String(stream),
  );
}

/** The headers of a HEADERS frame; of anything else, none. */
export function headersIn({ fields }: TraceMessage): SentHeader[] {
  const block = fields.find(({ name }) => name === 'header block');
  return (block?.children ?? []).map(({ name, value = '', length }: Field) => ({
    name,
    value,
    bytes: length,
  }));
}

export const sizeOf = ({ bytes }: TraceMessage) => bytes.length / 2;

/** Two lists of headers side by side: a row for each name, in the order of the first list. */
export function sideBySide(a: SentHeader[], b: SentHeader[]): string[][] {
  const names = [...new Set([...a, ...b].map(({ name }) => name))];
  const cell = (list: SentHeader[], name: string) => {
    const at = list.findIndex((header) => header.name === name);
    const header = list[at];
    return header === undefined ? '–' : `${clip(header.value)} (${header.bytes})`;
  };
  return names.map((name) => [name, cell(a, name), cell(b, name)]);
}

const LONGEST_VALUE = 19;

const clip = (value: string) =>
  value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 1)}…`;

/** A table with columns set left, two spaces between. */
export function drawTable(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
