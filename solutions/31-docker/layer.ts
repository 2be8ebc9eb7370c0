// Not derived: an image is not a part of the stack, and src/ has no such piece.

/** A file or a folder of an image. */
export interface Entry {
  /**
   * From the image's root, without a slash in front: `app/server.cjs`. The path of a folder has a slash
   * at its end: `app/`.
   */
  path: string;
  /** None for a folder. */
  bytes: Uint8Array;
  /** Whether a file may be started as a program. */
  executable?: boolean;
}

/** A tar file is made of blocks of this many bytes. */
export const BLOCK = 512;

/**
 * Where the fields of a header stand: offset and length. What is in no field stays zero.
 *
 * ```
 * path 0–99 · mode 100 · uid 108 · gid 116 · size 124 · mtime 136 · checksum 148 · type 156 · magic 257
 * ```
 *
 * Source: POSIX.1-2017, pax, "ustar Interchange Format".
 */
export const FIELDS = {
  path: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
} as const satisfies Record<string, readonly [offset: number, length: number]>;

/** `ustar`, a zero byte, and version 00. */
export const MAGIC = 'ustar\x0000';

/** Types: an ordinary file, and a folder. */
export const FILE = '0';
export const FOLDER = '5';

/** Writes a text into a field: `put(block, 'type', '0')`. */
export function put(block: Uint8Array, field: keyof typeof FIELDS, text: string): void {
  const [offset] = FIELDS[field];
  for (let i = 0; i < text.length; i++) block[offset + i] = text.charCodeAt(i);
}

/** A number as tar has it in a field: octal digits that fill it, but for its last byte, which stays
 * zero: `octal('mode', 0o644)` is `'0000644'`. */
export function octal(field: keyof typeof FIELDS, value: number): string {
  const [, length] = FIELDS[field];
  return value.toString(8).padStart(length - 1, '0');
}

/**
 * @throws RangeError unless it is a path from the root that leads nowhere else, of letters that one
 * can see, and fits into its field
 */
export function checkPath(path: string): void {
  const parts = path.replace(/\/$/, '').split('/');
  const leads = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!leads || !/^[\x21-\x7e]{1,100}$/.test(path)) {
    throw new RangeError(`${JSON.stringify(path)} is not a path in an image`);
  }
}

/**
 * The block in front of a file; of a folder it is all that there is. Nothing of the machine on which
 * it is made is in it: the file belongs to root (0) and was changed at 0, on the first of January
 * 1970. A program and a folder have mode 755, any other file 644.
 *
 * The checksum is the sum of all 512 bytes, taken while its own field is eight spaces. It is written
 * as six octal digits, a zero byte and a space.
 *
 * @throws RangeError as `checkPath` does
 */
export function header({ path, bytes, executable = false }: Entry): Uint8Array {
  // <task 1>
  //? checkPath first. put(block, 'mode', octal('mode', 0o644)) writes a number. The checksum last: it
  //? is over all the others, and over eight spaces in its own place.
  checkPath(path);
  const isFolder = path.endsWith('/');
  const block = new Uint8Array(BLOCK);
  put(block, 'path', path);
  put(block, 'mode', octal('mode', executable || isFolder ? 0o755 : 0o644));
  put(block, 'uid', octal('uid', 0));
  put(block, 'gid', octal('gid', 0));
  put(block, 'size', octal('size', bytes.length));
  put(block, 'mtime', octal('mtime', 0));
  put(block, 'type', isFolder ? FOLDER : FILE);
  put(block, 'magic', MAGIC);
  put(block, 'checksum', ' '.repeat(8));
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(block, 'checksum', `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
  // </task>
}

/**
 * A layer: the files as one tar file. The same files make the same bytes, in whatever order they are
 * given: they are sorted by their paths, compared character by character (`<`). So a folder comes before
 * what is in it.
 *
 * After each header stand the file's bytes, and zeros up to the next multiple of 512. Two blocks of
 * zeros are the end.
 *
 * @throws RangeError as `checkPath` does, and for two files with one path
 */
export function layer(entries: readonly Entry[]): Uint8Array {
  // <task 1>
  //? The list belongs to the caller: sort a copy. A file whose size is a multiple of 512 needs no zeros
  //? behind it.
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const parts: Uint8Array[] = [];
  for (const [i, entry] of sorted.entries()) {
    if (entry.path === sorted[i - 1]?.path) throw new RangeError(`two files ${entry.path}`);
    parts.push(header(entry), entry.bytes, new Uint8Array(-entry.bytes.length & (BLOCK - 1)));
  }
  parts.push(new Uint8Array(2 * BLOCK));
  return concat(parts);
  // </task>
}

/** Puts byte arrays one behind the other, into a new one. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
