import type { Address } from '#channel/connections/address';
import { authorityHost } from './target.ts';

/**
 * Whom the certificate of the server at an address must name: the first of these that there is.
 *
 * 1. what the user says it must name (`tls.serverName`),
 * 2. the authority that the user has set,
 * 3. the name that the resolver gives to this address,
 * 4. the host of the target.
 *
 * It is never the address that a name resolved to: then the one who answers the DNS query could answer
 * the calls too, with any certificate that is for his own address.
 */
export function serverNames(
  targetAuthority: string,
  options: { authority?: string; tls?: { serverName?: string } },
): (address: Address) => string {
  const { authority, tls } = options;
  const bySetting = tls?.serverName ?? (authority ? authorityHost(authority) : undefined);
  const byTarget = authorityHost(targetAuthority);
  return (address) => bySetting ?? address.serverName ?? byTarget;
}
