// Derived from src/inspect/tls/client-hello.ts by npm run skeletons: change it there.
/**
 * What a client says of itself before anything is encrypted:
 *
 * ```
 * version 03 03 · random (32) · session id <8> · cipher suites <16> · compressions <8> · extensions <16>
 *
 * extension:                 type (2) · body <16>
 *   0  server_name           names <16>:    type (1) · name <16>, …
 *   16 ALPN                  protocols <16>: name <8>, …
 *   43 supported_versions    versions <8>:  version (2), …
 * ```
 *
 * `<8>` and `<16>`: as many bits of length stand in front of it. Source: RFC 8446 §4.1.2, RFC 6066
 * §3 (SNI), RFC 7301 §3.1 (ALPN).
 */
import { HelloError } from '#inspect/tls/hello-error';
import { HelloReader } from '#inspect/tls/hello-reader';

/** The parts of a ClientHello that say to whom it is, and for what. */
export interface ClientHello {
  /** SNI: the name of the server that is wanted, as it was sent; `undefined` if none was. */
  readonly serverName: string | undefined;
  /** ALPN, the best first, a character for each octet: `h2`. Empty if it was not offered. */
  readonly protocols: readonly string[];
  /** Versions of TLS, as they were sent: `0x0304` is TLS 1.3. */
  readonly versions: readonly number[];
}

const RANDOM_BYTES = 32;

const SERVER_NAME = 0;
const ALPN = 16;
const SUPPORTED_VERSIONS = 43;

/** The only type of name that there is. */
const HOST_NAME = 0;

/** A letter of a host's name, or something that has no place in one: but never a control character. */
const isVisible = (octet: number) => octet > 0x20 && octet < 0x7f;

/**
 * @param message a ClientHello without its type and length, as `HelloCollector` gives it
 * @throws HelloError `malformed`
 */
export function parseClientHello(message: Uint8Array): ClientHello {
  const reader = new HelloReader(message);
  const version = reader.uint16();
  reader.bytes(RANDOM_BYTES);
  reader.vector8();
  reader.vector16();
  reader.vector8();
  // Before TLS 1.3 they could be missing altogether (RFC 5246 §7.4.1.2).
  const extensions = reader.left === 0 ? new Map() : readExtensions(reader.vector16());
  end(reader);
  return {
    serverName: readServerName(extensions.get(SERVER_NAME)),
    protocols: readProtocols(extensions.get(ALPN)),
    versions: readVersions(extensions.get(SUPPORTED_VERSIONS), version),
  };
}

/** All extensions, by their type. @throws HelloError if there are two of one type (§4.2) */
function readExtensions(reader: HelloReader): Map<number, HelloReader> {
  const extensions = new Map<number, HelloReader>();
  while (reader.left > 0) {
    const type = reader.uint16();
    if (extensions.has(type)) throw new HelloError('malformed', `two extensions of type ${type}`);
    extensions.set(type, reader.vector16());
  }
  return extensions;
}

/** The name of type `HOST_NAME`. Names of another type also have their length in front of them. */
function readServerName(extension: HelloReader | undefined): string | undefined {
  if (extension === undefined) return undefined;
  const names = nonEmpty(extension.vector16());
  end(extension);
  let found: string | undefined;
  while (names.left > 0) {
    const type = names.uint8();
    const name = nonEmpty(names.vector16());
    if (type !== HOST_NAME) continue;
    if (found !== undefined) throw new HelloError('malformed', 'two names of one server');
    const octets = name.bytes(name.left);
    if (!octets.every(isVisible)) throw new HelloError('malformed', 'not the name of a host');
    found = String.fromCharCode(...octets);
  }
  return found;
}

/** Names of protocols are octets, and not text: clients also offer `\x0a\x0a` (RFC 8701). */
function readProtocols(extension: HelloReader | undefined): string[] {
  if (extension === undefined) return [];
  const list = nonEmpty(extension.vector16());
  end(extension);
  const protocols: string[] = [];
  while (list.left > 0) {
    const name = nonEmpty(list.vector8());
    protocols.push(String.fromCharCode(...name.bytes(name.left)));
  }
  return protocols;
}

/** TLS 1.3 says its version here, and 1.2 at the old place (§4.2.1). */
function readVersions(extension: HelloReader | undefined, version: number): number[] {
  if (extension === undefined) return [version];
  const list = nonEmpty(extension.vector8());
  end(extension);
  const versions: number[] = [];
  while (list.left > 0) versions.push(list.uint16());
  return versions;
}

function nonEmpty(reader: HelloReader): HelloReader {
  if (reader.left === 0) throw new HelloError('malformed', 'something may not be empty, and is');
  return reader;
}

function end(reader: HelloReader): void {
  if (reader.left > 0) throw new HelloError('malformed', 'something stands behind its end');
}
