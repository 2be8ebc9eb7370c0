/** The numbers of TLS that one meets in a hello, with their names (IANA, TLS Parameters). */

export const RecordType = { changeCipherSpec: 20, alert: 21, handshake: 22, data: 23 } as const;

const VERSIONS: Readonly<Record<number, string>> = {
  768: 'SSL 3.0',
  769: 'TLS 1.0',
  770: 'TLS 1.1',
  771: 'TLS 1.2',
  772: 'TLS 1.3',
};

const SUITES: Readonly<Record<number, string>> = {
  255: 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV',
  4865: 'TLS_AES_128_GCM_SHA256',
  4866: 'TLS_AES_256_GCM_SHA384',
  4867: 'TLS_CHACHA20_POLY1305_SHA256',
  49195: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  49196: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  49199: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  49200: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
};

const GROUPS: Readonly<Record<number, string>> = {
  23: 'secp256r1',
  24: 'secp384r1',
  25: 'secp521r1',
  29: 'x25519',
  30: 'x448',
  4588: 'X25519MLKEM768',
};

const SIGNATURES: Readonly<Record<number, string>> = {
  1027: 'ecdsa_secp256r1_sha256',
  1283: 'ecdsa_secp384r1_sha384',
  2052: 'rsa_pss_rsae_sha256',
  2055: 'ed25519',
};

const MESSAGES: Readonly<Record<number, string>> = {
  1: 'ClientHello',
  2: 'ServerHello',
  4: 'NewSessionTicket',
  8: 'EncryptedExtensions',
  11: 'Certificate',
  13: 'CertificateRequest',
  15: 'CertificateVerify',
  20: 'Finished',
};

const ALERTS: Readonly<Record<number, string>> = {
  0: 'close_notify',
  10: 'unexpected_message',
  40: 'handshake_failure',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  48: 'unknown_ca',
  70: 'protocol_version',
  80: 'internal_error',
  112: 'unrecognized_name',
  116: 'certificate_required',
  120: 'no_application_protocol',
};

/** The name of a number, or the number itself: `0x0a0a`. */
const named = (names: Readonly<Record<number, string>>) => (number: number) =>
  names[number] ?? `0x${number.toString(16).padStart(4, '0')}`;

export const versionName = named(VERSIONS);
export const suiteName = named(SUITES);
export const groupName = named(GROUPS);
export const signatureName = named(SIGNATURES);
export const messageName = (type: number) => MESSAGES[type] ?? `message ${type}`;
export const alertName = (type: number) => ALERTS[type] ?? `alert ${type}`;
