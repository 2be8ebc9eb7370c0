import { createAuthority, dns, type Identity, uri } from '../security/certificates.ts';

const HOUR_MS = 3600_000;

/** The name by which the shop’s clients call it. */
export const SHOP = 'localhost';

/** Whose SPIFFE IDs the shop believes. */
export const TRUST_DOMAIN = 'shop.test';

/** Who may call: a till, and the office. */
export const TILL = `spiffe://${TRUST_DOMAIN}/till`;
export const OFFICE = `spiffe://${TRUST_DOMAIN}/office`;

/** The certificates and keys of a run. They are made when it begins, and end with it. */
export interface Papers {
  /** The authority that everybody here trusts, as PEM. */
  readonly roots: string;
  /** What the shop shows. */
  readonly shop: Identity;
  readonly till: Identity;
  readonly office: Identity;
  /** A till’s name, signed by somebody else’s authority. */
  readonly impostor: Identity;
  /** Certificates that are wrong in one way each. */
  readonly wrong: Readonly<Record<Wrong, Identity>>;
  /** Another certificate for the shop, as good as the first. */
  renew(): Promise<Identity>;
}

/** What a client in another terminal needs: whom to trust, and what to show. */
export type ClientPapers = Pick<Papers, 'roots' | 'till' | 'office'>;

export type Wrong =
  | 'name'
  | 'common name'
  | 'expired'
  | 'not yet'
  | 'for clients'
  | 'stranger'
  | 'no chain';

export async function createPapers(): Promise<Papers> {
  // #region papers
  const root = await createAuthority('the shop’s root');
  const authority = await root.delegate('the shop’s authority');
  const names = [dns(SHOP)];
  const shop = await authority.sign(names, { usage: 'server' });
  const office = await authority.sign([uri(OFFICE)], { usage: 'client' });
  const till = await authority.sign([uri(TILL)], {
    usage: 'client',
    commonName: 'admin', // who believes it?
  });
  // #endregion papers
  const stranger = await createAuthority('another authority');
  return {
    roots: root.certificate,
    shop,
    till,
    office,
    impostor: await stranger.sign([uri(TILL)], { usage: 'client' }),
    wrong: {
      name: await authority.sign([dns('other.test')], { usage: 'server' }),
      'common name': await authority.sign([], { usage: 'server', commonName: SHOP }),
      expired: await authority.sign(names, { notAfter: new Date(Date.now() - HOUR_MS) }),
      'not yet': await authority.sign(names, { notBefore: new Date(Date.now() + HOUR_MS) }),
      'no chain': { ...shop, certificate: leafOf(shop.certificate) },
      'for clients': await authority.sign(names, { usage: 'client' }),
      stranger: await stranger.sign(names, { usage: 'server' }),
    },
    renew: () => authority.sign(names, { usage: 'server' }),
  };
}

/** The first certificate of a chain. */
const leafOf = (chain: string) => chain.slice(0, chain.indexOf('-----END') + END.length);
const END = '-----END CERTIFICATE-----';
