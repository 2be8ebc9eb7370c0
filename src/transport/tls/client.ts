import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import {
  checkServerIdentity,
  connect,
  createSecureContext,
  type PeerCertificate,
  type SecureContext,
} from 'node:tls';
import { cutText } from '#bytes/cut-text';
import { MAX_CERTIFICATE_NAMES_LENGTH } from '#transport/limits';
import { opened, type SocketAddress, withDefaultHost } from '#transport/tcp';
import type { IdentitySource } from '#transport/tls/identity-store';
import { ALPN, MIN_VERSION, TlsConnection } from './connection.ts';
import { readableTlsError } from './error.ts';
import { checkIdentity, checkRoots, type Pem, pemText } from './pem.ts';

/** Whom a client trusts, and what it shows. Certificates and keys are PEM. */
export interface TlsClientIdentity {
  /** The authorities that we trust, in place of those that come with Node. */
  roots?: Pem;
  /** mTLS: our own certificate, and the chain behind it. */
  certificate?: Pem;
  privateKey?: Pem;
}

export interface TlsClientOptions extends TlsClientIdentity {
  /** In place of the three above: ones that change. Each new connection has the newest. */
  identity?: IdentitySource<TlsClientIdentity>;
  /**
   * The name that the server's certificate must have, if that is not the one that the caller asked
   * for: in a test, or if the server can only be reached through another name.
   */
  serverName?: string;
}

/**
 * Connects to a server that must own a certificate for `name`.
 *
 * The name is the one that the user asked for. It is never what a DNS server made of it: whoever
 * answers the DNS query would otherwise choose whose certificate is good enough (RFC 9110 §4.3.4,
 * RFC 9525 §6.1).
 * @throws an Error that says what is wrong with the server, the system's error, or the signal's
 *   reason.
 */
export type TlsConnector = (
  address: SocketAddress,
  name: string,
  signal?: AbortSignal,
) => Promise<TlsConnection>;

/** @throws TypeError if a certificate or a key is not one, or if they do not belong together. */
export function createTlsConnector(options: TlsClientOptions): TlsConnector {
  const current = () => options.identity?.current ?? options;
  let identity = current();
  let secureContext = createContext(identity);
  return async (address, name, signal) => {
    signal?.throwIfAborted();
    const newest = current();
    if (newest !== identity) {
      secureContext = createContext(newest);
      identity = newest;
    }
    const socket = connect({
      ...withDefaultHost(address),
      secureContext,
      // SNI carries names, never addresses (RFC 6066 §3); the certificate is checked either way.
      servername: isIP(name) ? '' : name,
      checkServerIdentity: (_, certificate) => wrongName(name, certificate),
      ALPNProtocols: ALPN,
    });
    try {
      await opened(socket, 'secureConnect', signal);
    } catch (error) {
      throw error instanceof Error && !signal?.aborted ? readableTlsError(error) : error;
    }
    if (socket.alpnProtocol !== 'h2') {
      socket.destroy();
      throw new Error('the server did not agree to speak HTTP/2 (no ALPN h2)');
    }
    return new TlsConnection(socket);
  };
}

function createContext({ roots, certificate, privateKey }: TlsClientIdentity): SecureContext {
  checkRoots('roots', roots);
  checkIdentity(certificate, privateKey);
  return createSecureContext({
    ca: pemText(roots),
    cert: pemText(certificate),
    key: pemText(privateKey),
    minVersion: MIN_VERSION,
  });
}

/** `undefined`: the certificate is for this name or address. */
function wrongName(name: string, certificate: PeerCertificate): Error | undefined {
  const names = certificate.subjectaltname;
  // Only these name a server. Its common name is a text for people (RFC 9525 §6.3).
  if (!names) return new Error(`the server's certificate has no names, and ${name} was asked for`);
  if (isIP(name) ? namesAddress(certificate, name) : namesHost(certificate, name)) return undefined;
  const some = cutText(names, MAX_CERTIFICATE_NAMES_LENGTH);
  return new Error(`the server's certificate is for ${some}, and ${name} was asked for`);
}

function namesHost(certificate: PeerCertificate, host: string): boolean {
  return checkServerIdentity(host, certificate) === undefined;
}

/** OpenSSL compares: `checkServerIdentity` of Node 22.23 refuses each IPv6 address. */
function namesAddress(certificate: PeerCertificate, address: string): boolean {
  return new X509Certificate(certificate.raw).checkIP(address) !== undefined;
}
