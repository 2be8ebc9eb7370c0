import type { Equivalent } from '#course/kit/equivalent';

const SORT = (compare: string) => `const sorted = entries.toSorted((a, b) => (${compare}));`;
const BEFORE = SORT('a.path < b.path ? -1 : 1');

export const equivalents: Equivalent[] = [
  {
    file: 'layer.ts',
    task: 1,
    changes: [
      "put(block, 'size', octal('size', bytes.length)); → put(block, 'size', octal('size', bytes.byteLength));",
      'parts.push(header(entry), entry.bytes, new Uint8Array(-entry.bytes.length & (BLOCK - 1))); → parts.push(header(entry), entry.bytes, new Uint8Array(-entry.bytes.byteLength & (BLOCK - 1)));',
    ],
    names: true,
    reason: 'An element of a Uint8Array is a byte.',
  },
  {
    file: 'image.ts',
    task: 2,
    changes: [
      'return { mediaType, digest, size: bytes.length }; → return { mediaType, digest, size: bytes.byteLength };',
      'if (bytes.length !== size) { → if (bytes.byteLength !== size) {',
    ],
    names: true,
    reason: 'An element of a Uint8Array is a byte.',
  },
  {
    file: 'layer.ts',
    task: 1,
    changes: [
      'const sum = block.reduce((total, byte) => total + byte, 0); → const sum = block.reduce((total, byte) => total + byte);',
    ],
    reason: 'Without a value to begin with, it begins with the first byte.',
  },
  {
    file: 'layer.ts',
    task: 1,
    changes: [
      `${BEFORE} → ${SORT('a.path <= b.path ? -1 : 1')}`,
      `${BEFORE} → ${SORT('a.path < b.path ? -2 : 1')}`,
      `${BEFORE} → ${SORT('a.path < b.path ? -1 : 2')}`,
      `${BEFORE} → ${SORT('a.path < b.path ? -1 : 0')}`,
    ],
    reason: 'Only the sign counts; V8 looks whether it is negative; and equal paths are refused.',
  },
  {
    file: 'layer.ts',
    task: 1,
    changes: [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
      'if (entry.path === sorted[i - 1]?.path) throw new RangeError(`two files ${entry.path}`); → if (entry.path === sorted[i + 1]?.path) throw new RangeError(`two files ${entry.path}`);',
    ],
    reason: 'Of two neighbours either one sees the other.',
  },
  {
    file: 'configuration.ts',
    task: 3,
    changes: [
      "if (/\\s/.test(host)) problems.push(refused('SHOP_HOST', host, HOST)); → if (/\\s/.test(host)) problems.unshift(refused('SHOP_HOST', host, HOST));",
      'if (problems.length === 0 && noticeMs + graceMs >= stopMs) problems.push(tooLong(configuration)); → if (problems.length === 0 && noticeMs + graceMs >= stopMs) problems.unshift(tooLong(configuration));',
    ],
    reason: 'The list is empty.',
  },
];
