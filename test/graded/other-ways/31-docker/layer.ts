// Another right answer: a header built as one text, and a layer written into one array whose size is
// counted first.
export interface Entry {
  path: string;
  bytes: Uint8Array;
  executable?: boolean;
}

export const BLOCK = 512;

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

export const MAGIC = 'ustar\x0000';
export const FILE = '0';
export const FOLDER = '5';

export function put(block: Uint8Array, field: keyof typeof FIELDS, text: string): void {
  block.set(new TextEncoder().encode(text), FIELDS[field][0]);
}

export function octal(field: keyof typeof FIELDS, value: number): string {
  return value.toString(8).padStart(FIELDS[field][1] - 1, '0');
}

export function checkPath(path: string): void {
  const isRight =
    /^[\x21-\x7e]{1,100}$/.test(path) &&
    path.split(/\/(?!$)/).every((part) => !/^\.{0,2}\/?$/.test(part));
  if (!isRight) throw new RangeError(`not a path: ${path.slice(0, 120)}`);
}

export function header(entry: Entry): Uint8Array {
  checkPath(entry.path);
  const numbers = {
    mode: entry.executable === true || entry.path.at(-1) === '/' ? 493 : 420,
    uid: 0,
    gid: 0,
    size: entry.bytes.length,
    mtime: 0,
  };
  const text = [
    entry.path.padEnd(100, '\0'),
    ...Object.entries(numbers).map(([name, value]) => {
      return `${octal(name as keyof typeof numbers, value)}\0`;
    }),
    ' '.repeat(8),
    entry.path.at(-1) === '/' ? FOLDER : FILE,
    '\0'.repeat(100),
    MAGIC,
  ].join('');
  const block = new Uint8Array(BLOCK);
  new TextEncoder().encodeInto(text, block);
  let sum = 0;
  for (const byte of block) sum += byte;
  put(block, 'checksum', `${sum.toString(8)}`.padStart(6, '0'));
  block[154] = 0;
  return block;
}

export function layer(entries: readonly Entry[]): Uint8Array {
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    checkPath(entry.path);
    if (byPath.has(entry.path)) throw new RangeError(`twice: ${entry.path}`);
    byPath.set(entry.path, entry);
  }
  const places: [Entry, number][] = [];
  let size = 0;
  // Without a function sort compares texts by their code units.
  for (const path of [...byPath.keys()].sort()) {
    const entry = byPath.get(path)!;
    places.push([entry, size]);
    size += BLOCK + Math.ceil(entry.bytes.length / BLOCK) * BLOCK;
  }
  const tar = new Uint8Array(size + 1024);
  for (const [entry, at] of places) {
    tar.set(header(entry), at);
    tar.set(entry.bytes, at + BLOCK);
  }
  return tar;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
