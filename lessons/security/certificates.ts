import 'reflect-metadata';
import type { JsonGeneralName, X509Certificate } from '@peculiar/x509';

// Imported late: it wants `reflect-metadata` first, and a sorter of imports does not know that.
const x509 = await import('@peculiar/x509');

/** Who is signed, and who signs: PEM for our options, and what the library needs. */
export interface Identity {
  readonly certificate: string;
  readonly privateKey: string;
}

export interface Authority extends Identity {
  /**
   * Signs a certificate for exactly these names. Give it one name, unless the test is about several:
   * a certificate that names everything hides which name was checked.
   */
  sign(names: JsonGeneralName[], options?: SignOptions): Promise<Identity>;
  /**
   * An authority that this one has signed. Those whom it signs have to show its certificate behind
   * their own: `sign` puts it there, the chain without its root.
   */
  delegate(commonName: string): Promise<Authority>;
}

export interface SignOptions {
  commonName?: string;
  notBefore?: Date;
  notAfter?: Date;
  /** What it may be used for; anything if left out. */
  usage?: 'server' | 'client';
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 3600_000;
const USAGES = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' };

const CA_USAGE = x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.digitalSignature;

const newKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

async function keyText(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

/** A name as it stands in a certificate. */
export const dns = (value: string): JsonGeneralName => ({ type: 'dns', value });
export const ip = (value: string): JsonGeneralName => ({ type: 'ip', value });
export const uri = (value: string): JsonGeneralName => ({ type: 'url', value });

/** Certificates are made when a test runs: no file of them can grow old, or name too much. */
export async function createAuthority(commonName = 'test authority'): Promise<Authority> {
  const keys = await newKeys();
  const own = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${commonName}`,
    ...authorityFields(),
    keys,
  });
  return asAuthority(own, keys, '');
}

const authorityFields = () => ({
  notBefore: new Date(Date.now() - DAY_MS),
  notAfter: new Date(Date.now() + DAY_MS),
  signingAlgorithm: ALGORITHM,
  extensions: [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(CA_USAGE, true),
  ],
});

/** @param chain what stands behind each certificate that it signs */
async function asAuthority(
  own: X509Certificate,
  keys: CryptoKeyPair,
  chain: string,
): Promise<Authority> {
  return {
    certificate: own.toString('pem'),
    privateKey: await keyText(keys.privateKey),
    async delegate(commonName) {
      const theirs = await newKeys();
      const signed = await x509.X509CertificateGenerator.create({
        subject: `CN=${commonName}`,
        issuer: own.subject,
        ...authorityFields(),
        publicKey: theirs.publicKey,
        signingKey: keys.privateKey,
      });
      return asAuthority(signed, theirs, `\n${signed.toString('pem')}${chain}`);
    },
    async sign(names, options = {}) {
      const { notBefore, notAfter, usage } = options;
      const { publicKey, privateKey } = await newKeys();
      const signed = await x509.X509CertificateGenerator.create({
        subject: `CN=${options.commonName ?? 'somebody'}`,
        issuer: own.subject,
        notBefore: notBefore ?? new Date(Date.now() - DAY_MS),
        notAfter: notAfter ?? new Date(Date.now() + DAY_MS),
        signingAlgorithm: ALGORITHM,
        publicKey,
        signingKey: keys.privateKey,
        extensions: [
          ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names)] : []),
          ...(usage ? [new x509.ExtendedKeyUsageExtension([USAGES[usage]])] : []),
        ],
      });
      const certificate = `${signed.toString('pem')}${chain}`;
      return { certificate, privateKey: await keyText(privateKey) };
    },
  };
}

/** A server that vouches for itself: nobody has signed its certificate but the server. */
export async function createSelfSigned(names: JsonGeneralName[]): Promise<Identity> {
  const keys = await newKeys();
  const own = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=somebody',
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [new x509.SubjectAlternativeNameExtension(names)],
  });
  return { certificate: own.toString('pem'), privateKey: await keyText(keys.privateKey) };
}
