import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 2 ──
  // new HelloReader(message); reader.uint16(), reader.bytes(n), reader.vector8() and vector16(),
  // each a reader of its own; reader.left. They throw HelloError malformed if there is too little;
  // that nothing is left over, you have to look at.
  throw notYet(2);
}

/** All extensions, by their type. @throws HelloError if there are two of one type (§4.2) */
function readExtensions(reader: HelloReader): Map<number, HelloReader> {
  // ── Task 2 ──
  throw notYet(2);
}

/** The name of type `HOST_NAME`. Names of another type also have their length in front of them. */
function readServerName(extension: HelloReader | undefined): string | undefined {
  // ── Task 2 ──
  // String.fromCharCode(...octets) is a character for each octet.
  throw notYet(2);
}

/** Names of protocols are octets, and not text: clients also offer `\x0a\x0a` (RFC 8701). */
function readProtocols(extension: HelloReader | undefined): string[] {
  // ── Task 2 ──
  throw notYet(2);
}

/** TLS 1.3 says its version here, and 1.2 at the old place (§4.2.1). */
function readVersions(extension: HelloReader | undefined, version: number): number[] {
  // ── Task 2 ──
  throw notYet(2);
}

function nonEmpty(reader: HelloReader): HelloReader {
  if (reader.left === 0) throw new HelloError('malformed', 'something may not be empty, and is');
  return reader;
}

function end(reader: HelloReader): void {
  if (reader.left > 0) throw new HelloError('malformed', 'something stands behind its end');
}
