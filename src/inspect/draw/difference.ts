import { fromHex, toHex } from '#bytes/hex';
import { clip } from '#inspect/clip';
import { fieldPathAt } from '#inspect/coverage';
import type { Field } from '#inspect/trace';
import { type Paint, plain } from './paint.ts';
import { visibleLine } from './visible.ts';

const BYTES_A_ROW = 8;
const HEX_WIDTH = BYTES_A_ROW * 3 - 1;
/** Rows before and after the first wrong one; more does not help. */
const CONTEXT_ROWS = 2;

/**
 * Two byte strings side by side, with the first wrong byte marked and the field in which it stands:
 *
 *             expected                 received
 *       0000  00 00 00 05 68 65 6c 6c  05 00 00 00 68 65 6c 6c
 *             ^^                       ^^  length = 5
 *
 * @param expected and @param received hex digits, as a trace has them
 * @param fields what the expected bytes mean; may be empty
 */
export function drawDifference(
  expected: string,
  received: string,
  fields: readonly Field[],
  paint: Paint = plain,
): string[] {
  const want = fromHex(expected);
  const got = fromHex(received);
  const wrong = firstDifference(want, got);
  const wrongRow = Math.floor(wrong / BYTES_A_ROW);
  const lastRow = Math.floor(Math.max(want.length, got.length, 1) / BYTES_A_ROW);
  const from = Math.max(0, wrongRow - CONTEXT_ROWS);
  const to = Math.min(lastRow, wrongRow + CONTEXT_ROWS);

  const lines = [`      ${'expected'.padEnd(HEX_WIDTH)}  received`];
  for (let row = from; row <= to; row++) {
    const start = row * BYTES_A_ROW;
    const left = want.subarray(start, start + BYTES_A_ROW);
    const right = got.subarray(start, start + BYTES_A_ROW);
    if (left.length === 0 && right.length === 0 && row !== wrongRow) continue;
    const offset = start.toString(16).padStart(4, '0');
    lines.push(`${offset}  ${toHex(left).padEnd(HEX_WIDTH)}  ${toHex(right)}`.trimEnd());
    if (row === wrongRow) lines.push(markLine(wrong, want, got, fields, paint));
  }
  return lines;
}

function markLine(
  wrong: number,
  want: Uint8Array,
  got: Uint8Array,
  fields: readonly Field[],
  paint: Paint,
): string {
  const column = (wrong % BYTES_A_ROW) * 3;
  const left = wrong < want.length ? '^^' : '';
  const right = wrong < got.length ? '^^' : '';
  const field = fieldPathAt(fields, wrong).at(-1);
  const name = field && (field.value === undefined ? field.name : `${field.name} = ${field.value}`);
  const marks = `${' '.repeat(6 + column)}${left.padEnd(HEX_WIDTH + 2)}${right.padEnd(2)}`;
  return name === undefined
    ? paint.bad(marks.trimEnd())
    : `${paint.bad(marks)}  ${visibleLine(clip(name, LONGEST_NAME))}`;
}

const LONGEST_NAME = 24;

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return i;
  return shared;
}
