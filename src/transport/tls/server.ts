import { createServer, type SecureContextOptions } from 'node:tls';
import type { Listener } from '#transport/connection';
import { TLS_HANDSHAKE_TIMEOUT_MS } from '#transport/limits';
import { listenOn, type SocketAddress } from '#transport/tcp';
import type { IdentitySource } from '#transport/tls/identity-store';
import { ALPN, MIN_VERSION, TlsConnection } from './connection.ts';
import { checkIdentity, checkRoots, type Pem, pemText } from './pem.ts';

/** What a server shows, and whom it trusts. Certificates and keys are PEM. */
export interface TlsServerIdentity {
  /** The chain, our own certificate first. */
  certificate: Pem;
  privateKey: Pem;
  /** mTLS: every client must show a certificate that one of these authorities has signed. */
  clientRoots?: Pem;
}

interface HandshakeOptions {
  /** By default `TLS_HANDSHAKE_TIMEOUT_MS`. */
  handshakeTimeoutMs?: number;
}

/** An identity for as long as the server runs, or one that changes: each handshake has the newest. */
export type TlsServerOptions = HandshakeOptions &
  (TlsServerIdentity | { identity: IdentitySource<TlsServerIdentity> });

/**
 * Looks at what a server is to show.
 * @throws TypeError if a certificate or a key is not one, or if they do not belong together
 */
export function checkServerIdentity(identity: TlsServerIdentity): void {
  checkRoots('clientRoots', identity.clientRoots);
  checkIdentity(identity.certificate, identity.privateKey);
}

/**
 * Listens. A peer whose handshake fails, or who does not speak h2, never reaches `onConnection`.
 *
 * With an identity that changes, connections that are open go on as they began: who has proved
 * something an hour ago has proved it. Whether clients have to show a certificate does not change.
 * @throws TypeError as `checkServerIdentity`; the system's error: `EADDRINUSE`, …
 */
export async function listenTls(
  address: SocketAddress,
  options: TlsServerOptions,
  onConnection: (connection: TlsConnection) => void,
): Promise<Listener> {
  const source = 'identity' in options ? options.identity : undefined;
  const first = 'identity' in options ? options.identity.current : options;
  checkServerIdentity(first);
  const mutual = first.clientRoots !== undefined;
  const server = createServer(
    {
      ...contextOptions(first),
      requestCert: mutual,
      rejectUnauthorized: mutual,
      ALPNProtocols: ALPN,
      handshakeTimeout: options.handshakeTimeoutMs ?? TLS_HANDSHAKE_TIMEOUT_MS,
    },
    (socket) => {
      const connection = new TlsConnection(socket);
      if (socket.alpnProtocol === 'h2') onConnection(connection);
      else connection.destroy();
    },
  );
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  const unwatch = source?.watch((identity) => {
    checkServerIdentity(identity);
    if (mutual !== (identity.clientRoots !== undefined)) {
      throw new TypeError('clientRoots: whether clients show a certificate cannot change');
    }
    server.setSecureContext(contextOptions(identity));
  });
  if (unwatch) server.once('close', unwatch);
  try {
    return await listenOn(server, address);
  } catch (error) {
    unwatch?.();
    throw error;
  }
}

function contextOptions(identity: TlsServerIdentity): SecureContextOptions {
  return {
    cert: pemText(identity.certificate),
    key: pemText(identity.privateKey),
    ca: pemText(identity.clientRoots),
    minVersion: MIN_VERSION,
  };
}
