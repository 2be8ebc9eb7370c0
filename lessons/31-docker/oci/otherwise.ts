import { type Entry, header, layer, octal, put } from '#image/layer';

/** As most tools pack a folder: whose it is, and when it was changed, go along. */
export function careless(
  entries: readonly Entry[],
  { uid, mtime }: { uid: number; mtime: number },
): Uint8Array {
  const tar = layer(entries);
  let at = 0;
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const block = header(entry);
    put(block, 'uid', octal('uid', uid));
    put(block, 'mtime', octal('mtime', mtime));
    put(block, 'checksum', ' '.repeat(8));
    const sum = block.reduce((total, byte) => total + byte, 0);
    put(block, 'checksum', `${sum.toString(8).padStart(6, '0')}\0 `);
    tar.set(block, at);
    at += block.length + Math.ceil(entry.bytes.length / block.length) * block.length;
  }
  return tar;
}

/** The same files, but for a byte at the end of the first. */
export function oneByteChanged([first, ...rest]: readonly Entry[]): Entry[] {
  const bytes = first!.bytes.slice();
  bytes[bytes.length - 1] = 0x20;
  return [{ ...first!, bytes }, ...rest];
}
