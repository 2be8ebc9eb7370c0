import { ByteWriter } from '#bytes/byte-writer';
import { HpackEncoder } from '#hpack/encoder';
import { fieldSize, type HeaderField } from '#hpack/header-field';
import { STATIC_TABLE_LENGTH } from '#hpack/tables/static-table';
import { createHpackFollower } from '#inspect/hpack/dissector';
import { formOf } from '#inspect/hpack/form';
import type { TableEntry } from '#inspect/hpack/table';
import { asText } from '../../../../lessons/08-hpack/headers.ts';

/** In which way a header went out, by the name of its texts. */
export type How = 'indexed' | 'added' | 'size' | 'never' | 'literal';

/** A header of a request, as it was written. */
export interface SentHeader {
  name: string;
  value: string;
  how: How;
  bytes: Uint8Array;
}

/** A line of the table: its number for good, and what it says. */
export interface Row {
  /** Stays the same while the index changes: what a line is told apart by. */
  id: number;
  index: number;
  name: string;
  value: string;
  size: number;
  /** It came with the request that is looked at. */
  isNew: boolean;
}

/** A request, and the table after it. */
export interface Sent {
  number: number;
  path: string;
  bytes: Uint8Array;
  /** The same as lines of text. */
  textLength: number;
  headers: SentHeader[];
  rows: Row[];
  size: number;
  maxSize: number;
  /** What had to go, the oldest first. */
  evicted: TableEntry[];
}

/** The course's own encoder, and beside it one who reads along and knows the table from that. */
export class HpackSession {
  readonly #encoder = new HpackEncoder();
  readonly #follower = createHpackFollower();
  readonly #ids = new Map<TableEntry, number>();
  #sent = 0;

  /** The peer's SETTINGS_HEADER_TABLE_SIZE: said at the beginning of the next block. */
  setTableSize(size: number): void {
    this.#encoder.setMaxTableSize(size);
  }

  send(fields: readonly HeaderField[]): Sent {
    const out = new ByteWriter();
    this.#encoder.encode(fields, out);
    const bytes = out.take();
    const before = new Set(this.#ids.keys());
    const headers: SentHeader[] = [];
    const evicted: TableEntry[] = [];
    for (const piece of pieces(bytes)) {
      const known = [...this.#follower.table.entries];
      const [field] = this.#follower.read(piece).fields;
      headers.push({
        name: field?.name ?? '',
        value: field?.value ?? '',
        how: HOWS[formOf(piece[0]!).source] ?? 'literal',
        bytes: piece,
      });
      const now = new Set(this.#follower.table.entries);
      evicted.push(...known.filter((entry) => !now.has(entry)).reverse());
      for (const entry of now) if (!this.#ids.has(entry)) this.#ids.set(entry, this.#ids.size);
    }
    const { entries, size, maxSize } = this.#follower.table;
    return {
      number: ++this.#sent,
      path: fields.find(({ name }) => name === ':path')?.value ?? '',
      bytes,
      textLength: asText(fields).length,
      headers,
      rows: entries.map((entry, i) => ({
        id: this.#ids.get(entry)!,
        index: STATIC_TABLE_LENGTH + 1 + i,
        ...entry,
        size: fieldSize(entry.name, entry.value),
        isNew: !before.has(entry),
      })),
      size,
      maxSize,
      evicted,
    };
  }
}

/** A block, cut where one header ends and the next begins: each can be read by itself. */
function pieces(block: Uint8Array): Uint8Array[] {
  const { fields } = createHpackFollower().read(block);
  return fields.map(({ offset, length }) => block.subarray(offset, offset + length));
}

const HOWS: Record<string, How> = {
  'RFC 7541 §6.1': 'indexed',
  'RFC 7541 §6.2.1': 'added',
  'RFC 7541 §6.3': 'size',
  'RFC 7541 §6.2.3': 'never',
  'RFC 7541 §6.2.2': 'literal',
};
