import type { Address } from '#channel/connections/address';

/**
 * Takes the address families in turn, beginning with that of the first address: if one family leads
 * nowhere, the second try is of the other one (RFC 8305 §4). Within a family the order stays.
 */
export function interleave(addresses: readonly Address[]): Address[] {
  const families = new Map<string, Address[]>();
  for (const address of addresses) {
    const family = familyOf(address);
    const known = families.get(family);
    if (known) known.push(address);
    else families.set(family, [address]);
  }
  const longest = Math.max(0, ...[...families.values()].map((family) => family.length));
  const turns = Array.from({ length: longest }, (_, turn) => turn);
  return turns.flatMap((turn) => [...families.values()].flatMap((family) => family[turn] ?? []));
}

function familyOf(address: Address): 'unix' | 'ipv6' | 'ipv4' {
  if ('path' in address) return 'unix';
  return address.host.includes(':') ? 'ipv6' : 'ipv4';
}
