import type { FieldList } from '#inspect/field-list';
import type { Field } from '#inspect/trace';
import { extensionFields } from './extensions.ts';
import { messageName, suiteName, versionName } from './numbers.ts';
import { fieldsOf, pairsIn, takeNumber, takeVector } from './vector.ts';

/** The two messages that are never encrypted, by their types. */
const HELLOS: Readonly<Record<number, 'client' | 'server'>> = { 1: 'client', 2: 'server' };

/** What a server answers as soon as it may encrypt: the same extensions, for nobody else’s eyes. */
const ENCRYPTED_EXTENSIONS = 8;

/** Suites of a list that are named; the rest is counted. */
const MOST_SUITES = 3;

/** Handshake messages, one behind the other, of a record that is not encrypted. */
export function handshakeFields(bytes: Uint8Array): Field[] {
  return fieldsOf(bytes, (list) => {
    while (list.left > 0) takeMessage(list);
  });
}

/** `ClientHello`, of the first message in a record. */
export function handshakeTitle(bytes: Uint8Array): string {
  return bytes.length === 0 ? 'nothing' : messageName(bytes[0]!);
}

function takeMessage(list: FieldList): void {
  const about = { name: 'handshake message', meaning: 'its type', source: 'RFC 8446 §4' };
  const type = takeNumber(list, 1, about, messageName)!;
  const from = HELLOS[type];
  const meaning = from === undefined ? 'what it says' : 'never encrypted: who could read it?';
  takeVector(list, 3, { name: messageName(type), meaning }, (bytes) => {
    const value = `${bytes.length} bytes`;
    if (from !== undefined) return { value, children: helloFields(bytes, from) };
    if (type !== ENCRYPTED_EXTENSIONS) return { value };
    return { value, children: fieldsOf(bytes, (parts) => takeExtensions(parts, 'server')) };
  });
}

function takeExtensions(list: FieldList, from: 'client' | 'server'): void {
  const extensions = { name: 'extensions', meaning: 'all that has been thought of since 1999' };
  takeVector(list, 2, extensions, (body) => ({
    value: `${body.length} bytes`,
    children: extensionFields(body, from),
  }));
}

function helloFields(bytes: Uint8Array, from: 'client' | 'server'): Field[] {
  return fieldsOf(bytes, (list) => {
    takeNumber(
      list,
      2,
      {
        name: 'old version',
        meaning: 'says TLS 1.2 for ever; see supported_versions',
        source: 'RFC 8446 §4.1.2',
      },
      versionName,
    );
    list.take(32, 'random', () => ({
      name: 'random',
      value: '32 bytes',
      meaning: 'so that no handshake is like another, and none can be played back',
      source: 'RFC 8446 §4.1.2',
    }));
    const session = {
      name: 'session id',
      meaning: 'of no use since TLS 1.3; old boxes look for it',
    };
    takeVector(list, 1, session);
    if (from === 'client') takeOffers(list);
    else takeChoices(list);
    if (list.left > 0) takeExtensions(list, from);
  });
}

function takeOffers(list: FieldList): void {
  const suites = { name: 'cipher suites', meaning: 'how it may be encrypted, the best first' };
  takeVector(list, 2, suites, (bytes) => {
    const names = pairsIn(bytes).slice(0, MOST_SUITES).map(suiteName);
    const more = (bytes.length >> 1) - names.length;
    return { value: `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}` };
  });
  const none = { name: 'compressions', meaning: 'only "none" is left (lesson 23 says why)' };
  takeVector(list, 1, none, (bytes) => ({ value: bytes.join(', ') }));
}

function takeChoices(list: FieldList): void {
  const suite = {
    name: 'cipher suite',
    meaning: 'the one of the client’s that is used from now on',
  };
  takeNumber(list, 2, suite, suiteName);
  takeNumber(list, 1, { name: 'compression', meaning: 'none' });
}
