// Derived from src/grpc/metadata-rules.ts by npm run skeletons: change it there.
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
  const first = name.charCodeAt(0);
  if (first === 0x3a) return false; // ':' begins a pseudo-header (RFC 9113 §8.3)
  if (first === 0x67 && name.startsWith('grpc-')) return PASSED_ON.has(name);
  return !RESERVED.has(name);
}

const NAME = /^[0-9a-z_.-]+$/;
const PRINTABLE = /^[ -~]*$/;

/** The name in lower case. @throws RangeError if it cannot travel as metadata. */
export function checkedName(name: string): string {
  const key = String(name).toLowerCase();
  if (!NAME.test(key)) {
    throw new RangeError(`'${key}' cannot be a name in metadata: only 0-9 a-z _ . - are allowed`);
  }
  if (!isCustom(key)) throw new RangeError(`'${key}' belongs to the protocol, not to metadata`);
  return key;
}

/** The value as it is kept. @throws RangeError if it cannot travel under this name. */
export function checkedValue(key: string, value: MetadataValue): MetadataValue {
  if (key.endsWith('-bin')) {
    if (isBytes(value)) return value;
    throw new RangeError(`'${key}' ends in -bin, so its values are bytes`);
  }
  if (typeof value !== 'string') {
    throw new RangeError(`the values of '${key}' are text: name it '${key}-bin' to send bytes`);
  }
  if (!PRINTABLE.test(value)) {
    throw new RangeError(`the value of '${key}' has characters beyond printable ASCII`);
  }
  // HTTP/2 forbids white space at either end (RFC 9113 §8.2.1); gRPC says: strip it.
  return value.trim();
}
