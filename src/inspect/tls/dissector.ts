/**
 * TLS in a trace: records, and in them what is not encrypted: the two hellos, alerts, the byte that
 * once meant "from now on encrypted" (RFC 8446 §5). All else is closed to whoever has no keys.
 */
import { ByteQueue } from '#bytes/byte-queue';
import { type Dissected, type Dissector, type Dissectors, shift } from '#inspect/dissector';
import type { Field } from '#inspect/trace';
import { handshakeFields, handshakeTitle } from './hello.ts';
import { alertName, RecordType, versionName } from './numbers.ts';
import { numberIn } from './vector.ts';

const HEADER_SIZE = 5;

/** The types of records, and what each is called. */
const TYPES: Readonly<Record<number, string>> = {
  [RecordType.changeCipherSpec]: 'change_cipher_spec',
  [RecordType.alert]: 'alert',
  [RecordType.handshake]: 'handshake',
  [RecordType.data]: 'application data',
};

export function createTlsDissectors(): Dissectors {
  return { client: new TlsDissector(), server: new TlsDissector() };
}

/** What a record says, if anybody can read it. */
interface Content {
  title: string;
  fields: Field[];
}

class TlsDissector implements Dissector {
  readonly #queue = new ByteQueue();
  /** This side has said change_cipher_spec: its handshake records are encrypted from now on. */
  #encrypted = false;
  /** What came is not TLS: nothing of it can be told apart. */
  #lost = false;

  push(chunk: Uint8Array): Dissected[] {
    this.#queue.push(chunk);
    const records: Dissected[] = [];
    while (this.#queue.length > 0) {
      this.#lost ||= TYPES[this.#queue.peek(1)![0]!] === undefined;
      const record = this.#lost
        ? this.#opaque('not TLS', 'no record begins like this')
        : this.#next();
      if (record === undefined) break;
      records.push(record);
    }
    return records;
  }

  end(): Dissected[] {
    if (this.#queue.length === 0) return [];
    return [this.#opaque('the beginning of a record', 'the stream ended before it was whole')];
  }

  #next(): Dissected | undefined {
    const header = this.#queue.peek(HEADER_SIZE);
    if (header === undefined) return undefined;
    const length = numberIn(header.subarray(3));
    const bytes = this.#queue.take(HEADER_SIZE + length);
    if (bytes === undefined) return undefined;
    const { title, fields } = this.#content(bytes[0]!, bytes.subarray(HEADER_SIZE));
    return { title, bytes, fields: [...headerFields(bytes), ...shift(fields, HEADER_SIZE)] };
  }

  #content(type: number, bytes: Uint8Array): Content {
    if (bytes.length === 0) return { title: 'an empty record', fields: [] };
    if (type === RecordType.changeCipherSpec) {
      this.#encrypted = true;
      const meaning = 'once: "encrypted from now on". TLS 1.3 sends it for old boxes on the way';
      return whole('change_cipher_spec', bytes, 'change_cipher_spec', meaning);
    }
    if (type === RecordType.handshake && !this.#encrypted) {
      return { title: handshakeTitle(bytes), fields: handshakeFields(bytes) };
    }
    if (type === RecordType.alert && bytes.length === 2) {
      const [level, name] = [bytes[0] === 2 ? 'fatal' : 'warning', alertName(bytes[1]!)];
      return whole(`alert ${name}`, bytes, `${level}, ${name}`, 'why this side gives up');
    }
    const meaning = 'closed to us: what it is, and whose, only the two ends can read';
    return whole('encrypted', bytes, `${bytes.length} bytes`, meaning);
  }

  #opaque(title: string, meaning: string): Dissected {
    const bytes = this.#queue.take(this.#queue.length)!;
    return { title, bytes, fields: [{ offset: 0, length: bytes.length, name: 'bytes', meaning }] };
  }
}

/** A content that is one field. */
function whole(title: string, bytes: Uint8Array, value: string, meaning: string): Content {
  const source = 'RFC 8446 §5.1';
  const name = title.startsWith('alert') ? 'alert' : title;
  return { title, fields: [{ offset: 0, length: bytes.length, name, value, meaning, source }] };
}

/** The five bytes in front of a record, as one row. */
function headerFields(bytes: Uint8Array): Field[] {
  const type = TYPES[bytes[0]!]!;
  const version = versionName(numberIn(bytes.subarray(1, 3)));
  const length = String(numberIn(bytes.subarray(3, 5)));
  const part = (offset: number, length: number, name: string, value: string, meaning: string) => ({
    offset,
    length,
    name,
    value,
    meaning,
  });
  return [
    {
      offset: 0,
      length: HEADER_SIZE,
      name: 'record header',
      value: `${type}, ${length} bytes`,
      meaning: 'type, a version that nobody looks at any more, length',
      source: 'RFC 8446 §5.1',
      folded: true,
      children: [
        part(0, 1, 'type', type, 'what the record holds, or pretends to hold'),
        part(1, 2, 'version', version, 'nobody may look at it any more'),
        part(3, 2, 'length', length, 'of what follows; 16,384 at most, a little more if encrypted'),
      ],
    },
  ];
}
