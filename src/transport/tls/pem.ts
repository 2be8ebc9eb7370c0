import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { decodeUtf8 } from '#bytes/utf8';

/**
 * Certificates and keys as text: `-----BEGIN CERTIFICATE-----`, base64, `-----END …` (RFC 7468).
 */
export type Pem = string | Uint8Array;

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** PEM as `node:tls` takes it, which knows text and `Buffer`. */
export function pemText(pem: Pem): string;
export function pemText(pem: Pem | undefined): string | undefined;
export function pemText(pem: Pem | undefined): string | undefined {
  return pem instanceof Uint8Array ? decodeUtf8(pem) : pem;
}

/**
 * Looks at the authorities that somebody trusts, so that a mistake is found where it was made, and
 * not at each connection.
 * @param option the option's name, for the error
 * @throws TypeError if there is no certificate in it, or one that cannot be read
 */
export function checkRoots(option: string, roots: Pem | undefined): void {
  if (roots !== undefined) readCertificates(option, roots);
}

/**
 * The same for what somebody shows.
 * @throws TypeError if one is missing or cannot be read, or if they do not belong together
 */
export function checkIdentity(certificate: Pem | undefined, privateKey: Pem | undefined): void {
  if (certificate === undefined && privateKey === undefined) return;
  if (certificate === undefined) throw new TypeError('privateKey: its certificate is missing');
  if (privateKey === undefined) throw new TypeError('certificate: its privateKey is missing');
  const [own] = readCertificates('certificate', certificate);
  let key: KeyObject;
  try {
    key = createPrivateKey(pemText(privateKey));
  } catch (cause) {
    throw new TypeError('privateKey: this is not a private key in PEM', { cause });
  }
  if (!own?.checkPrivateKey(key)) {
    throw new TypeError('privateKey: it does not belong to the certificate (the first one)');
  }
}

function readCertificates(option: string, pem: Pem): X509Certificate[] {
  const blocks = pemText(pem).match(CERTIFICATE) ?? [];
  if (blocks.length === 0) throw new TypeError(`${option}: there is no certificate in this PEM`);
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw new TypeError(`${option}: a certificate cannot be read`, { cause });
  }
}
