/**
 * OpenSSL's codes, as Node names them, and what each means to the one who set the connection up.
 */
const MEANINGS: Readonly<Record<string, string>> = {
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'the server wants a client certificate (mTLS)',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'the peer does not trust the authority of our certificate',
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'the peer does not accept our certificate',
  ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE: 'the peer does not accept our certificate',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: 'the peer does not accept our certificate',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: 'our certificate has expired, says the peer',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED: 'our certificate was revoked, says the peer',
  ERR_SSL_TLSV1_ALERT_ACCESS_DENIED: 'the peer gives the owner of our certificate no access',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'the peer does not speak this version of TLS',
  ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL: 'the peer does not speak HTTP/2 (ALPN h2)',
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: 'the server does not know this name (SNI)',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the peer does not speak TLS at this port',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'the peer does not speak TLS at this port',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'no root that we trust has signed the server’s certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'no root that we trust has signed the server’s certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'no root that we trust has signed the server’s certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'the server’s certificate is self-signed, and is not among the roots',
  CERT_HAS_EXPIRED: 'the server’s certificate has expired',
  CERT_NOT_YET_VALID: 'the server’s certificate is not valid yet',
  INVALID_PURPOSE: 'the server’s certificate is not meant for servers',
};

/**
 * What is wrong, in words, and OpenSSL's own short text behind it. The message that Node hands out
 * is a line of addresses and of paths to C files.
 */
export function readableTlsError(error: Error & { code?: string; reason?: string }): Error {
  const meaning = error.code === undefined ? undefined : MEANINGS[error.code];
  if (meaning === undefined && error.reason === undefined) return error;
  const short = error.reason ?? error.message;
  return new Error(meaning ? `${meaning}: ${short}` : `TLS: ${short}`, { cause: error });
}
