import { describe, expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { fromHex, toHex } from '#bytes/hex';
import { HpackDecoder } from '#hpack/decoder';
import { HpackEncoder } from '#hpack/encoder';
import { EXAMPLES, REQUESTS } from './appendix-c.ts';

describe('RFC 7541 Appendix C', () => {
  test.each(EXAMPLES)('$name', ({ tableSize, lists, blocks, sizes }) => {
    const decoder = new HpackDecoder({ maxTableSize: tableSize });
    for (const [i, block] of blocks.entries()) {
      const fields = decoder.decode(fromHex(block));
      expect(fields?.map(({ name, value }) => [name, value])).toEqual(lists[i]);
      expect(decoder.tableSize).toBe(sizes[i]);
    }
  });

  test('C.2.3 says that the field must never be indexed', () => {
    const [field] = new HpackDecoder().decode(fromHex(EXAMPLES[2]!.blocks[0]!))!;
    expect(field!.neverIndexed).toBe(true);
  });

  test('our encoder makes the very blocks of C.4', () => {
    const encoder = new HpackEncoder();
    for (const [i, list] of REQUESTS.entries()) {
      const out = new ByteWriter();
      encoder.encode(
        list.map(([name, value]) => ({ name, value })),
        out,
      );
      expect(toHex(out.take(), '')).toBe(EXAMPLES[5]!.blocks[i]!.replaceAll(' ', ''));
    }
  });
});
