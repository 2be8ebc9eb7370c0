import { toHex } from '#bytes/hex';
import { drawTable } from '#course/lesson/draw-table';

/**
 * A varint in the making, line by line:
 *
 *     300 in binary            10 0101100
 *     lowest seven first  0101100 0000010
 *     another follows?   1        0
 *     the bytes          10101100 00000010
 *                              ac       02
 */
export function drawVarint(value: bigint, bytes: Uint8Array): string {
  if (bytes.length > MOST_GROUPS) return drawGroups(value, bytes);
  const groups = Array.from(bytes, (byte) => sevenBits(byte));
  const flags = Array.from(bytes, (byte) => String(byte >>> 7).padEnd(8));
  const binary = [...groups]
    .reverse()
    .join(' ')
    .replace(/^[0 ]+(?=[01])/, '');
  const rows: [string, string][] = [
    [`${value} in binary`, binary.padStart(9 * groups.length - 1)],
    ['lowest seven first', groups.map((group) => ` ${group}`).join(' ')],
    ['another follows?', flags.join(' ')],
    ['the bytes', Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join(' ')],
    ['in hex', Array.from(bytes, (byte) => toHex(Uint8Array.of(byte)).padStart(8)).join(' ')],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, bits]) => `${name.padEnd(width)}  ${bits}`.trimEnd()).join('\n');
}

/** More than so many side by side do not fit into 80 columns. */
const MOST_GROUPS = 5;

/** The same from top to bottom. */
function drawGroups(value: bigint, bytes: Uint8Array): string {
  const heading = [`${value} as a varint`, 'another follows?', 'seven bits', 'of 64'];
  return drawTable([
    heading,
    ...Array.from(bytes, (byte, i) => [
      toHex(Uint8Array.of(byte)),
      String(byte >>> 7),
      sevenBits(byte),
      i === 9 ? '63' : `${7 * i}–${7 * i + 6}`,
    ]),
  ]);
}

const sevenBits = (byte: number) => (byte & 0x7f).toString(2).padStart(7, '0');
