/** Another way: one look at each name, and a SPIFFE ID taken apart at its slashes. */
import type { PeerIdentity } from '#transport/tls/identity';

const HOST = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*$/;

export function principalOf(peer: PeerIdentity, trustDomain: string): string | undefined {
  if (!peer.secure) return undefined;
  const uris: string[] = [];
  const hosts: string[] = [];
  for (const name of peer.certificate?.names ?? []) {
    if (name.startsWith('URI:')) uris.push(name.slice(4));
    else if (name.startsWith('DNS:')) hosts.push(name.slice(4).toLowerCase());
  }
  if (uris.length === 1 && isGood(uris[0]!, trustDomain)) return uris[0];
  if (uris.length > 0 || hosts.length !== 1) return undefined;
  return HOST.test(hosts[0]!) ? `dns:${hosts[0]}` : undefined;
}

function isGood(uri: string, trustDomain: string): boolean {
  if (uri.length > 2048) return false;
  const [scheme, nothing, domain, ...path] = uri.split('/');
  if (scheme !== 'spiffe:' || nothing !== '' || domain !== trustDomain) return false;
  return path.length > 0 && path.every((part) => /^(?!\.{1,2}$)[\w.-]+$/.test(part));
}
