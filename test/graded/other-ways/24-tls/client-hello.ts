/** Another way: numbers and offsets, and no reader. */
import { HelloError } from '#inspect/tls/hello-error';

export interface ClientHello {
  readonly serverName: string | undefined;
  readonly protocols: readonly string[];
  readonly versions: readonly number[];
}

const bad = (): never => {
  throw new HelloError('malformed', 'no');
};

/** The part behind a length of `width` bytes at `at`, and where it ends. */
function part(bytes: Uint8Array, at: number, width: 1 | 2): [Uint8Array, number] {
  if (at + width > bytes.length) bad();
  const length = width === 1 ? bytes[at]! : (bytes[at]! << 8) | bytes[at + 1]!;
  const end = at + width + length;
  if (end > bytes.length) bad();
  return [bytes.subarray(at + width, end), end];
}

/** A list that fills `bytes` to its end. */
function only(bytes: Uint8Array, width: 1 | 2): Uint8Array {
  const [list, end] = part(bytes, 0, width);
  if (end !== bytes.length || list.length === 0) bad();
  return list;
}

const letters = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

export function parseClientHello(message: Uint8Array): ClientHello {
  if (message.length < 34) bad();
  let at = 34;
  for (const width of [1, 2, 1] as const) [, at] = part(message, at, width);
  let serverName: string | undefined;
  let protocols: string[] = [];
  let versions = [(message[0]! << 8) | message[1]!];
  if (at < message.length) {
    const [all, end] = part(message, at, 2);
    if (end !== message.length) bad();
    const seen: Record<number, true> = {};
    for (let from = 0; from < all.length; ) {
      if (from + 2 > all.length) bad();
      const type = (all[from]! << 8) | all[from + 1]!;
      if (seen[type]) bad();
      seen[type] = true;
      const [body, next] = part(all, from + 2, 2);
      from = next;
      if (type === 0) serverName = nameIn(only(body, 2));
      if (type === 16) protocols = protocolsIn(only(body, 2));
      if (type === 43) versions = versionsIn(only(body, 1));
    }
  }
  return { serverName, protocols, versions };
}

function nameIn(list: Uint8Array): string | undefined {
  const found: string[] = [];
  for (let at = 0; at < list.length; ) {
    const [name, next] = part(list, at + 1, 2);
    if (name.length === 0) bad();
    if (list[at] === 0) found.push(letters(name));
    at = next;
  }
  if (found.length > 1 || !found.every((name) => /^[\x21-\x7e]+$/.test(name))) bad();
  return found[0];
}

function protocolsIn(list: Uint8Array): string[] {
  const found: string[] = [];
  for (let at = 0; at < list.length; ) {
    const [name, next] = part(list, at, 1);
    if (name.length === 0) bad();
    found.push(letters(name));
    at = next;
  }
  return found;
}

function versionsIn(list: Uint8Array): number[] {
  if (list.length % 2 !== 0) bad();
  return Array.from({ length: list.length / 2 }, (_, i) => list[2 * i]! * 256 + list[2 * i + 1]!);
}
