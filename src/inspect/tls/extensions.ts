import type { FieldList } from '#inspect/field-list';
import type { Field } from '#inspect/trace';
import { groupName, signatureName, versionName } from './numbers.ts';
import { fieldsOf, type Inside, numberIn, pairsIn, takeNumber, takeVector } from './vector.ts';

/** One extension: its number's name, what it is for, and how its body is read, if somebody knows. */
interface Kind {
  name: string;
  meaning: string;
  source: string;
  read?(body: Uint8Array, from: 'client' | 'server'): Inside;
}

const text = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 255));

/** Extensions that say how something is done, and that no reader needs to know. */
const detail = (name: string, meaning: string, source: string): Kind => ({ name, meaning, source });

/** A vector whose length has `size` bytes, of numbers of two bytes each. */
const numbers = (size: number, show: (number: number) => string) => (body: Uint8Array) => ({
  value: pairsIn(body.subarray(size)).slice(0, 32).map(show).join(', '),
});

const KINDS: Readonly<Record<number, Kind>> = {
  0: {
    name: 'server_name (SNI)',
    meaning: 'which server is wanted: one address may have many',
    source: 'RFC 6066 §3',
    // The length of the list, the type 0, the length of the name.
    read: (body) => ({ value: text(body.subarray(5)) }),
  },
  10: {
    name: 'supported_groups',
    meaning: 'on which curves the two may agree on a key',
    source: 'RFC 8446 §4.2.7',
    read: numbers(2, groupName),
  },
  11: detail('ec_point_formats', 'for TLS 1.2', 'RFC 8422 §5.1.2'),
  13: {
    name: 'signature_algorithms',
    meaning: 'which signatures the client can check',
    source: 'RFC 8446 §4.2.3',
    read: numbers(2, signatureName),
  },
  16: {
    name: 'ALPN',
    meaning: 'what is to be spoken on top; gRPC needs h2',
    source: 'RFC 7301 §3.1',
    read: (body) => ({ value: protocolsIn(body).join(', ') }),
  },
  22: detail('encrypt_then_mac', 'for TLS 1.2', 'RFC 7366'),
  23: detail('extended_master_secret', 'for TLS 1.2', 'RFC 7627'),
  35: detail('session_ticket', 'for TLS 1.2', 'RFC 5077'),
  43: {
    name: 'supported_versions',
    meaning: 'the version that counts; those before are for old boxes on the way',
    source: 'RFC 8446 §4.2.1',
    read: (body, from) => ({
      value: pairsIn(from === 'client' ? body.subarray(1) : body)
        .slice(0, 16)
        .map(versionName)
        .join(', '),
    }),
  },
  45: detail('psk_key_exchange_modes', 'how to resume a session', 'RFC 8446 §4.2.9'),
  51: {
    name: 'key_share',
    meaning: 'this side’s half of the key agreement',
    source: 'RFC 8446 §4.2.8',
    read: (body, from) => {
      const share = from === 'client' ? body.subarray(2) : body;
      const size = numberIn(share.subarray(2, 4));
      return { value: `${groupName(numberIn(share.subarray(0, 2)))}, ${size} bytes` };
    },
  },
  65281: detail('renegotiation_info', 'for TLS 1.2', 'RFC 5746 §3.2'),
};

/** Names of protocols in an ALPN extension, as far as its lengths are true. */
function protocolsIn(body: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 2; at < body.length && names.length < 16; at += 1 + body[at]!) {
    names.push(text(body.subarray(at + 1, at + 1 + body[at]!)));
  }
  return names;
}

/** The extensions of a hello, each as a field of its own with its type, length and body in it. */
export function extensionFields(bytes: Uint8Array, from: 'client' | 'server'): Field[] {
  return fieldsOf(bytes, (list) => {
    while (list.left >= 4) takeExtension(list, bytes.subarray(bytes.length - list.left), from);
  });
}

function takeExtension(list: FieldList, bytes: Uint8Array, from: 'client' | 'server'): void {
  const type = numberIn(bytes.subarray(0, 2));
  const length = numberIn(bytes.subarray(2, 4));
  const kind = KINDS[type] ?? {
    name: `extension ${type}`,
    meaning: 'nobody here knows it; a server ignores what it does not know',
    source: 'RFC 8446 §4.2',
  };
  const size = Math.min(4 + length, bytes.length);
  const children = fieldsOf(bytes.subarray(0, size), (parts) => {
    takeNumber(parts, 2, { name: 'type', meaning: kind.name });
    takeVector(parts, 2, { name: 'body', meaning: kind.meaning });
  });
  const isWhole = size === 4 + length;
  const inside = isWhole && length > 0 ? kind.read?.(bytes.subarray(4, size), from) : undefined;
  list.add({
    offset: 0,
    length: size,
    name: kind.name,
    ...(inside?.value !== undefined && { value: inside.value }),
    meaning: isWhole ? kind.meaning : `its length says ${length}, ${size - 4} bytes are here`,
    source: kind.source,
    children,
    folded: true,
  });
}
