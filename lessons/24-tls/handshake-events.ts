import { toHex } from '#bytes/hex';
import type { Dissected } from '#inspect/dissector';
import { handshakeFields, handshakeTitle } from '#inspect/tls/hello';
import type { Side, TraceMessage } from '#inspect/trace';

/** What was in a record that is opened again. */
export interface Inside {
  from: Side;
  title: string;
  /** As a trace shows it, if it does. */
  message?: TraceMessage;
}

export const event = (from: Side, { bytes, ...rest }: Dissected): TraceMessage => ({
  kind: 'message',
  from,
  ...rest,
  bytes: toHex(bytes, ''),
});

/** Handshake messages, one by one: several may be in one record. */
export function messagesIn(content: Uint8Array): Uint8Array[] {
  const all: Uint8Array[] = [];
  for (let at = 0; at + 4 <= content.length; ) {
    const size = 4 + content[at + 1]! * 65_536 + content[at + 2]! * 256 + content[at + 3]!;
    all.push(content.subarray(at, at + size));
    at += size;
  }
  return all;
}

/** What is not shown, and what it is for. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  Certificate: 'the shop’s, and the chain behind it',
  CertificateVerify: 'a signature over all of the handshake so far, with the shop’s key',
  Finished: 'a checksum over all of it, with a key of the handshake',
};

/** Of certificates, signatures and checksums only the first byte: the rest is secret, or chance. */
export function handshakeEvent(from: Side, bytes: Uint8Array): Inside {
  const title = handshakeTitle(bytes);
  if (title === 'EncryptedExtensions') {
    return { from, title, message: event(from, { title, bytes, fields: handshakeFields(bytes) }) };
  }
  const about = LEFT_OUT[title];
  if (about === undefined) return { from, title };
  const meaning = `${about}. Left out of this recording, but for this byte`;
  const fields = [{ offset: 0, length: 1, name: 'handshake message', value: title, meaning }];
  return { from, title, message: event(from, { title, bytes: bytes.subarray(0, 1), fields }) };
}
