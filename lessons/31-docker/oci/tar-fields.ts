import { BLOCK, FIELDS } from '#image/layer';
import { FieldList } from '#inspect/field-list';
import type { Field } from '#inspect/trace';

const text = (bytes: Uint8Array) => String.fromCharCode(...bytes).replace(/\0.*$/s, '');
const number = (bytes: Uint8Array) => Number.parseInt(text(bytes), 8);
const SOURCE = 'POSIX pax, ustar';

const MEANINGS: Record<keyof typeof FIELDS, (bytes: Uint8Array) => [string, string]> = {
  path: (bytes) => [text(bytes), 'where the file goes, filled up with zeros'],
  mode: (bytes) => [text(bytes), 'who may read, write and start it, in octal digits'],
  uid: (bytes) => [String(number(bytes)), 'whose it is: 0 is root, on every machine'],
  gid: (bytes) => [String(number(bytes)), 'of which group'],
  size: (bytes) => [`${number(bytes)} bytes`, 'how many bytes of it follow, in octal digits'],
  mtime: (bytes) => [String(number(bytes)), 'when it was changed: always 0, or the name changes'],
  checksum: (bytes) => [text(bytes), 'the sum of all 512 bytes, in octal digits'],
  type: (bytes) => [text(bytes), text(bytes) === '5' ? 'a folder' : 'an ordinary file'],
  magic: (bytes) => [text(bytes), 'which kind of tar, and its version'],
};

/** What stands in a tar header, field by field. */
export function headerFields(header: Uint8Array): Field[] {
  const list = new FieldList(header);
  let at = 0;
  for (const [name, [offset, length]] of Object.entries(FIELDS)) {
    if (offset > at) list.take(offset - at, 'unused', () => UNUSED);
    list.take(length, name, (part) => {
      const [value, meaning] = MEANINGS[name as keyof typeof FIELDS](part);
      return { name, value, meaning, source: SOURCE };
    });
    at = offset + length;
  }
  list.rest(UNUSED);
  return list.fields;
}

const UNUSED = { name: 'zeros', meaning: 'fields that stay empty here: links, owners’ names' };

/** A layer with a short file or two: headers, files, zeros, and the end. */
export function layerFields(tar: Uint8Array): Field[] {
  const list = new FieldList(tar);
  let at = 0;
  while (tar[at]) {
    const header = tar.subarray(at, at + BLOCK);
    const size = number(header.subarray(FIELDS.size[0], FIELDS.size[0] + 11));
    const name = text(header.subarray(0, 100));
    const children = headerFields(header);
    list.add({
      offset: 0,
      length: BLOCK,
      name: 'header',
      value: name,
      meaning: 'one file, or a folder',
      children,
    });
    if (size > 0)
      list.take(size, 'file', () => ({
        name: 'file',
        value: name,
        meaning: 'its bytes, as they are',
      }));
    const zeros = -size & (BLOCK - 1);
    if (zeros > 0)
      list.take(zeros, 'zeros', () => ({ name: 'zeros', meaning: 'to a multiple of 512' }));
    at += BLOCK + size + zeros;
  }
  list.rest({ name: 'the end', meaning: 'two blocks of zeros' });
  return list.fields;
}
