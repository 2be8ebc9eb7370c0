import type { FieldList } from '#inspect/field-list';

/** What a SETTINGS entry may set (RFC 9113 §6.5.2), and the one of RFC 8441. */
const SETTINGS: Record<number, { name: string; meaning: string; source?: string }> = {
  1: { name: 'HEADER_TABLE_SIZE', meaning: 'how large a table it keeps to decode header blocks' },
  2: { name: 'ENABLE_PUSH', meaning: 'whether the server may push: 0 or 1' },
  3: { name: 'MAX_CONCURRENT_STREAMS', meaning: 'how many streams the other side may have open' },
  4: {
    name: 'INITIAL_WINDOW_SIZE',
    meaning: 'how many octets of DATA each stream may get; open streams change by the difference',
  },
  5: { name: 'MAX_FRAME_SIZE', meaning: 'the largest payload that it takes' },
  6: { name: 'MAX_HEADER_LIST_SIZE', meaning: 'advice: the largest header list that it takes' },
  8: {
    name: 'ENABLE_CONNECT_PROTOCOL',
    meaning: 'extended CONNECT, as for WebSocket',
    source: 'RFC 8441 §3',
  },
};

const ENTRY_LENGTH = 6;

/** The next entry of a SETTINGS payload: a number for what is set, then its value. */
export function settingFields(list: FieldList): void {
  list.take(ENTRY_LENGTH, 'unfinished setting', (bytes, offset) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [id, value] = [view.getUint16(0), view.getUint32(2)];
    const {
      name,
      meaning,
      source = 'RFC 9113 §6.5.2',
    } = SETTINGS[id] ?? {
      name: `setting 0x${id.toString(16)}`,
      meaning: 'nobody here knows it: ignored',
    };
    const parts = [
      {
        offset,
        length: 2,
        name: 'identifier',
        value: `0x${id.toString(16)}`,
        meaning: name,
        source,
      },
      {
        offset: offset + 2,
        length: 4,
        name: 'value',
        value: String(value),
        meaning: '32 bits, big-endian',
        source,
      },
    ];
    return { name, value: String(value), meaning, source, children: parts, folded: true as const };
  });
}
