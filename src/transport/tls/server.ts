import { createServer } from 'node:tls';
import type { Listener } from '#transport/connection';
import { TLS_HANDSHAKE_TIMEOUT_MS } from '#transport/limits';
import { listenOn, type SocketAddress } from '#transport/tcp';
import { ALPN, MIN_VERSION, TlsConnection } from './connection.ts';
import { checkIdentity, checkRoots, type Pem, pemText } from './pem.ts';

/** What a server shows, and whom it trusts. Certificates and keys are PEM. */
export interface TlsServerOptions {
  /** The chain, our own certificate first. */
  certificate: Pem;
  privateKey: Pem;
  /** mTLS: every client must show a certificate that one of these authorities has signed. */
  clientRoots?: Pem;
  /** By default `TLS_HANDSHAKE_TIMEOUT_MS`. */
  handshakeTimeoutMs?: number;
}

/**
 * Listens. A peer whose handshake fails, or who does not speak h2, never reaches `onConnection`.
 * @throws TypeError if a certificate or a key is not one, or if they do not belong together; the
 *   system's error: `EADDRINUSE`, …
 */
export async function listenTls(
  address: SocketAddress,
  options: TlsServerOptions,
  onConnection: (connection: TlsConnection) => void,
): Promise<Listener> {
  checkRoots('clientRoots', options.clientRoots);
  checkIdentity(options.certificate, options.privateKey);
  const server = createServer(
    {
      cert: pemText(options.certificate),
      key: pemText(options.privateKey),
      ca: pemText(options.clientRoots),
      requestCert: options.clientRoots !== undefined,
      rejectUnauthorized: options.clientRoots !== undefined,
      ALPNProtocols: ALPN,
      minVersion: MIN_VERSION,
      handshakeTimeout: options.handshakeTimeoutMs ?? TLS_HANDSHAKE_TIMEOUT_MS,
    },
    (socket) => {
      const connection = new TlsConnection(socket);
      if (socket.alpnProtocol === 'h2') onConnection(connection);
      else connection.destroy();
    },
  );
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return listenOn(server, address);
}
