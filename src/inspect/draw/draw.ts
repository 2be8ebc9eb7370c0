import { fromHex, toHex } from '#bytes/hex';
import type { Field, TraceEvent, TraceMark, TraceMessage } from '#inspect/trace';
import { fill } from './columns.ts';
import { type Paint, plain } from './paint.ts';
import { visible, visibleLine } from './visible.ts';
import { wrap } from './wrap.ts';

/**
 * A trace as text: the bytes on the left, what they mean on the right, a row for each field.
 *
 *     client ──▶ server  call 1: priceOf("tea")                       45 bytes
 *       0000  00 00 00 29              length = 41
 *                                        the payload has 41 bytes
 */
export interface DrawOptions {
  /** Columns at the most. */
  width?: number;
  paint?: Paint;
  /** Opens folded fields too. */
  unfold?: boolean;
  /**
   * Meanings that the reader has seen: they are not said again, and what is said now is added.
   * Without it everything is explained every time.
   */
  explained?: Set<string>;
  /**
   * Fields that the reader has seen: where several rows of them come again, their names stand for
   * them, and what is drawn now is added. Without it everything is drawn every time.
   */
  drawn?: Set<string>;
}

type Remembering = 'explained' | 'drawn';
type Style = Required<Omit<DrawOptions, Remembering>> & Pick<DrawOptions, Remembering>;

export const DEFAULT_WIDTH = 80;

/** Below so many columns a row has half the bytes, and the text room for a word. */
const NARROW = 64;
const bytesARow = (width: number) => (width < NARROW ? 4 : 8);
const MARGIN = '  ';
const OFFSET_WIDTH = 4;
/** Rows of hex drawn for one field; the middle of a long one is left out. */
const MAX_ROWS = 6;
/** So many rows that were drawn before are worth a row that says so. */
const MIN_REPEATED_ROWS = 3;

export function drawTrace(events: readonly TraceEvent[], options: DrawOptions = {}): string {
  return events.map((event) => drawEvent(event, options)).join('\n');
}

export function drawEvent(event: TraceEvent, options: DrawOptions = {}): string {
  return event.kind === 'message' ? drawMessage(event, options) : drawMark(event, options);
}

function drawMark(mark: TraceMark, { width = DEFAULT_WIDTH, paint = plain }: DrawOptions): string {
  const lines = wrap(visible(`${mark.at}: ${mark.text}`), width - 4);
  return lines.map((line, i) => paint.faint(`${i === 0 ? '··· ' : '    '}${line}`)).join('\n');
}

export function drawMessage(message: TraceMessage, options: DrawOptions = {}): string {
  const style: Style = { width: DEFAULT_WIDTH, paint: plain, unfold: false, ...options };
  const bytes = fromHex(message.bytes);
  return [
    drawHeading(message, bytes.length, style),
    ...drawFields(message.fields, bytes, 0, style),
  ].join('\n');
}

function drawHeading(message: TraceMessage, size: number, { width, paint }: Style): string {
  const arrow = message.from === 'client' ? 'client ──▶ server' : 'client ◀── server';
  const count = `${size} ${size === 1 ? 'byte' : 'bytes'}`;
  const room = width - arrow.length - count.length - 4;
  const title = fill(visibleLine(message.title), room);
  const colour = message.from === 'client' ? paint.client : paint.server;
  return `${colour(arrow)}  ${paint.strong(title)}  ${paint.faint(count)}`;
}

/** The rows of `fields`, with their children, which stand on level `level`. */
function drawFields(
  fields: readonly Field[],
  bytes: Uint8Array,
  level: number,
  style: Style,
): string[] {
  const rows: string[] = [];
  let repeated: Field[] = [];
  let repeatedRows: string[] = [];
  const endRepetition = () => {
    const isLong = repeatedRows.length >= MIN_REPEATED_ROWS;
    rows.push(...(isLong ? drawRepeated(repeated, level, style) : repeatedRows));
    repeated = [];
    repeatedRows = [];
  };
  for (const field of fields) {
    const isRepeated = style.drawn?.has(contentOf(field, bytes)) ?? false;
    if (isRepeated) repeated.push(field);
    else endRepetition();
    (isRepeated ? repeatedRows : rows).push(...drawField(field, bytes, level, style));
    style.drawn?.add(contentOf(field, bytes));
  }
  endRepetition();
  return rows;
}

function drawField(field: Field, bytes: Uint8Array, level: number, style: Style): string[] {
  if (field.children === undefined || (field.folded && !style.unfold)) {
    return drawRows(field, cut(bytes, field), level, style);
  }
  return [
    ...drawRows(field, undefined, level, style),
    ...drawFields(field.children, bytes, level + 1, style),
  ];
}

function cut(bytes: Uint8Array, { offset, length }: Field): Uint8Array {
  return bytes.subarray(offset, offset + length);
}

/** All that is drawn of a field, apart from where it stands. */
function contentOf(field: Field, bytes: Uint8Array): string {
  const { name, value, meaning, children = [] } = field;
  const inside = children.map((child) => contentOf(child, bytes));
  return JSON.stringify([name, value, meaning, toHex(cut(bytes, field)), inside]);
}

/** One row for fields that were all drawn before. */
function drawRepeated(fields: readonly Field[], level: number, style: Style): string[] {
  const names = [...new Set(fields.map(({ name }) => name))];
  const length = fields.reduce((sum, field) => sum + field.length, 0);
  const name = `as before: ${names.join(', ')}`;
  const field = { name, meaning: '', length, offset: fields[0]!.offset };
  return drawRows(field, undefined, level, style, `… ${length} ${length === 1 ? 'byte' : 'bytes'}`);
}

/** A field: its text beside its bytes, each as many rows as it needs. */
function drawRows(
  field: Field,
  bytes: Uint8Array | undefined,
  level: number,
  style: Style,
  /** What stands in the place of the bytes. */
  note?: string,
): string[] {
  const { width, paint } = style;
  const indent = '│ '.repeat(level);
  const hex =
    note !== undefined ? [note] : bytes === undefined ? [] : hexRows(bytes, bytesARow(width));
  // "… 16345 more" is longer than four bytes in hex.
  const hexWidth = Math.max(bytesARow(width) * 3 - 1, ...hex.map((row) => row.length));
  const textColumn = MARGIN.length + OFFSET_WIDTH + 2 + hexWidth + 2;
  const text = fieldText(field, width - textColumn - indent.length, style);
  const offset = field.offset.toString(16).padStart(OFFSET_WIDTH, '0');
  return Array.from({ length: Math.max(hex.length, text.length) }, (_, row) => {
    const left = row === 0 ? paint.faint(offset) : ' '.repeat(OFFSET_WIDTH);
    const right = `${paint.faint(indent)}${text[row] ?? ''}`;
    return `${MARGIN}${left}  ${(hex[row] ?? '').padEnd(hexWidth)}  ${right}`.trimEnd();
  });
}

/** Name and value, then the meaning: on the same line if it fits there, otherwise below. */
function fieldText(field: Field, width: number, { paint, explained }: Style): string[] {
  const name = visible(field.value === undefined ? field.name : `${field.name} = ${field.value}`);
  const names = wrap(name, width).map(paint.strong);
  const { meaning, source } = field;
  const about = visible(source === undefined ? meaning : `${meaning} (${source})`);
  if (about === '' || explained?.has(about)) return names;
  explained?.add(about);
  if (name.length + 3 + about.length <= width) return [`${paint.strong(name)} · ${about}`];
  return [...names, ...wrap(about, width - 2).map((line) => `  ${line}`)];
}

function hexRows(bytes: Uint8Array, aRow: number): string[] {
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; at += aRow) {
    rows.push(toHex(bytes.subarray(at, at + aRow)));
  }
  if (rows.length <= MAX_ROWS) return rows;
  const left = bytes.length - (MAX_ROWS - 1) * aRow;
  return [...rows.slice(0, MAX_ROWS - 2), `… ${left} more`, ...rows.slice(-1)];
}
