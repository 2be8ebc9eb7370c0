// Derived from src/transport/tls/principal.ts by npm run skeletons: change it there.
/**
 * From a certificate to the one who owns it. The handshake has proved that the peer has the key, and
 * our authority that these names belong to it. Which of them is the caller?
 *
 * Source: RFC 9525 §2 (never the common name), SPIFFE X.509-SVID §2 and SPIFFE-ID §2.
 */
import type { PeerIdentity } from '#transport/tls/identity';

/** Longer ones are refused (SPIFFE-ID §2.3). In characters. */
const MAX_SPIFFE_ID_LENGTH = 2048;

/** Segments behind a slash each. Nothing is escaped, and none is empty. */
const PATH = /^(\/[A-Za-z0-9._-]+)+$/;

/** `till-1.shop.test`: labels with dots between, and no `*`. */
const HOST = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*$/;

/**
 * Who is calling, for a list of those who may: `spiffe://shop.test/till`, or `dns:till.shop.test`.
 *
 * A certificate with URIs is its URI's and nobody else's: there must be exactly one, a SPIFFE ID of
 * `trustDomain`. Without a URI it is its only DNS name's, in small letters. No other name says who
 * somebody is, the common name least of all.
 *
 * @param trustDomain whose SPIFFE IDs are believed: `shop.test`. An authority may sign for several.
 * @returns `undefined` if that is nobody: no certificate, no name, or more than one
 */
export function principalOf(peer: PeerIdentity, trustDomain: string): string | undefined {
  if (!peer.secure || peer.certificate === undefined) return undefined;
  const { names } = peer.certificate;
  const uris = valuesOf(names, 'URI:');
  if (uris.length > 0) {
    const [uri] = uris;
    return uris.length === 1 && isSpiffeId(uri!, trustDomain) ? uri : undefined;
  }
  const hosts = valuesOf(names, 'DNS:');
  const host = hosts[0]?.toLowerCase();
  return hosts.length === 1 && HOST.test(host!) ? `dns:${host}` : undefined;
}

/**
 * The names of one kind. Node puts one with odd characters into quotation marks, as JSON does; what
 * comes out then fits no name that we look for.
 */
function valuesOf(names: readonly string[], kind: string): string[] {
  return names.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length));
}

function isSpiffeId(uri: string, trustDomain: string): boolean {
  const start = `spiffe://${trustDomain}`;
  if (!uri.startsWith(`${start}/`) || uri.length > MAX_SPIFFE_ID_LENGTH) return false;
  const path = uri.slice(start.length);
  return PATH.test(path) && !path.split('/').some((part) => part === '.' || part === '..');
}
