import { fromHex, toHex } from '#bytes/hex';
import type { Field, TraceMessage } from '#inspect/trace';

/**
 * What chance has decided in a hello, by the names of its fields, and how many of its last bytes. A
 * recording that is to be the same every time has zeros there, and says so.
 */
const CHANCE: Readonly<Record<string, number>> = { random: 32, 'session id': 32, key_share: 32 };

/** The same hello with zeros in place of what is another each time. */
export function masked(hello: TraceMessage): TraceMessage {
  const bytes = fromHex(hello.bytes).slice();
  const walk = (fields: readonly Field[]): Field[] =>
    fields.map((field) => {
      const size = CHANCE[field.name];
      if (size === undefined)
        return field.children ? { ...field, children: walk(field.children) } : field;
      const end = field.offset + field.length;
      bytes.fill(0, end - Math.min(size, field.length), end);
      return { ...field, meaning: `${field.meaning}. Zeros in this recording` };
    });
  const fields = walk(hello.fields);
  return { ...hello, fields, bytes: toHex(bytes, '') };
}

const SCSV = [0x00, 0xff];
const SESSION_LENGTH_AT = 43;

/**
 * OpenSSL 3.0 (Node 20) lists one thing more among the cipher suites, which is none: "renegotiation
 * is safe", for TLS 1.2. Newer ones do not. Left out here, or a recording would be each Node’s own.
 * @param record a ClientHello in one record
 */
export function withoutScsv(record: Uint8Array): Uint8Array {
  const suitesAt = SESSION_LENGTH_AT + 1 + record[SESSION_LENGTH_AT]!;
  const end = suitesAt + 2 + record[suitesAt]! * 256 + record[suitesAt + 1]!;
  if (!SCSV.every((byte, i) => record[end - 2 + i] === byte)) return record;
  const shorter = new Uint8Array(record.length - 2);
  shorter.set(record.subarray(0, end - 2));
  shorter.set(record.subarray(end), end - 2);
  // The three lengths around it: of the record, of the message, of the suites.
  for (const at of [3, 7, suitesAt]) {
    const length = record[at]! * 256 + record[at + 1]! - 2;
    shorter.set([length >> 8, length & 255], at);
  }
  return shorter;
}
