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

/** The same files, but for a byte at the end of the first file. */
export function oneByteChanged(entries: readonly Entry[]): Entry[] {
  const first = entries.find(({ bytes }) => bytes.length > 0);
  return entries.map((entry) => {
    if (entry !== first) return entry;
    const bytes = entry.bytes.slice();
    bytes[bytes.length - 1] = 0x20;
    return { ...entry, bytes };
  });
}
