import { createAuthority, dns } from '../security/certificates.ts';

/** What a server shows, and what its clients trust. */
export interface Identity {
  readonly certificate: string;
  readonly privateKey: string;
  /** The certificate of the authority that has signed it: no secret. */
  readonly roots: string;
}

/** The name that the certificate is for. The lesson's clients call an address, and expect this name. */
export const NAME = 'localhost';

/** Made at start, in memory, good for a day. */
export async function createIdentity(): Promise<Identity> {
  const authority = await createAuthority('the shop’s authority');
  const signed = await authority.sign([dns(NAME)]);
  return { ...signed, roots: authority.certificate };
}
