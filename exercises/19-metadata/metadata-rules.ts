import { notYet } from '#course/exercise/not-yet';
import { isBytes } from '#bytes/is-bytes';

/**
 * Which names and values the application may send beside its messages, and which of those that
 * come are for it (PROTOCOL-HTTP2.md, "Custom-Metadata").
 */

/** Text, or bytes under a name that ends in `-bin`. */
export type MetadataValue = string | Uint8Array;

/** Names that belong to HTTP or to the protocol, and would change what a call means. */
const RESERVED = new Set([
  'content-type',
  'te',
  'user-agent',
  // How HTTP cuts out and packs a body (RFC 9110 §8, §6.5, §10.1.1): a wrong one breaks the stream.
  'content-length',
  'content-encoding',
  'content-range',
  'trailer',
  'expect',
  // What concerns one connection only, and HTTP/2 forbids (RFC 9113 §8.2.2).
  'connection',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/** `grpc-` names that the application may see all the same. */
const PASSED_ON = new Set([
  'grpc-previous-rpc-attempts',
  'grpc-status-details-bin',
  'grpc-retry-pushback-ms',
  'grpc-trace-bin',
  'grpc-tags-bin',
]);

/** True if a header field belongs to the application and not to the protocol. */
export function isCustom(name: string): boolean {
  // ── Task 1 ──
  // A name with a colon in front is HTTP’s. One that begins with grpc- is the protocol’s, but for
  // those in PASSED_ON. Of all others, those in RESERVED are not the application’s.
  throw notYet(1);
}

const NAME = /^[0-9a-z_.-]+$/;
const PRINTABLE = /^[ -~]*$/;

/** The name in lower case. @throws RangeError if it cannot travel as metadata. */
export function checkedName(name: string): string {
  // ── Task 1 ──
  // Lower case first: HTTP/2 knows no other. Then NAME, then isCustom. Each RangeError names the
  // name.
  throw notYet(1);
}

/** The value as it is kept. @throws RangeError if it cannot travel under this name. */
export function checkedValue(key: string, value: MetadataValue): MetadataValue {
  // ── Task 1 ──
  // isBytes(value) tells bytes from the rest, also those of another realm. PRINTABLE is what a text
  // may have in it. The value is returned as it is kept: without white space at either end.
  throw notYet(1);
}
