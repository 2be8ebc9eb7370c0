import { isIP } from 'node:net';
import { checkServerIdentity, connect, createServer, type TLSSocket } from 'node:tls';
import { decodeUtf8 } from '#bytes/utf8';
import type { Listener } from './connection.ts';
import type { PeerCertificate, PeerIdentity } from './identity.ts';
import { listenOn, opened, type SocketAddress, SocketConnection, withDefaultHost } from './tcp.ts';

/** What a server shows, and whom it believes. Certificates and keys are PEM. */
export interface TlsServerOptions {
  /** The chain, our own certificate first. */
  certificate: string | Uint8Array;
  privateKey: string | Uint8Array;
  /** mTLS: every client must show a certificate that leads to one of these. */
  clientRoots?: string | Uint8Array;
}

/** Whom a client believes, and what it shows. */
export interface TlsClientOptions {
  /** Instead of the roots that Node ships. */
  roots?: string | Uint8Array;
  /** mTLS: what we show. */
  certificate?: string | Uint8Array;
  privateKey?: string | Uint8Array;
  /** The name that the server's certificate must have; by default the one we connect to. */
  serverName?: string;
}

/** The only protocol that we speak on top, agreed on inside the handshake (RFC 9113 §3.2). */
const ALPN = ['h2'];

/** Old versions have known holes (RFC 9113 §9.2). */
const MIN_VERSION = 'TLSv1.2';

/** How long a handshake may take: one that never ends would hold a socket for nothing. */
const HANDSHAKE_TIMEOUT_MS = 20_000;

export class TlsConnection extends SocketConnection {
  readonly identity: PeerIdentity;

  constructor(socket: TLSSocket) {
    super(socket);
    this.identity = { address: this.remote, secure: true, certificate: certificateOf(socket) };
  }
}

/**
 * Connects, and sees to it that the server is who it should be.
 * @throws the system's error, OpenSSL's, or the signal's reason.
 */
export async function connectTls(
  address: SocketAddress,
  options: TlsClientOptions = {},
  signal?: AbortSignal,
): Promise<TlsConnection> {
  signal?.throwIfAborted();
  const target = withDefaultHost(address);
  const name = options.serverName ?? ('host' in target ? target.host : undefined) ?? 'localhost';
  const socket = connect({
    ...target,
    ca: node(options.roots),
    cert: node(options.certificate),
    key: node(options.privateKey),
    // SNI carries names, never addresses (RFC 6066 §3); the certificate is checked either way.
    servername: isIP(name) ? '' : name,
    checkServerIdentity: (_host, certificate) => checkServerIdentity(name, certificate),
    ALPNProtocols: ALPN,
    minVersion: MIN_VERSION,
  });
  await opened(socket, 'secureConnect', signal);
  if (socket.alpnProtocol !== 'h2') {
    socket.destroy();
    throw new Error('the server did not agree to speak HTTP/2 (no ALPN h2)');
  }
  return new TlsConnection(socket);
}

/** Listens; a peer whose handshake fails, or who does not speak h2, never reaches `onConnection`. */
export function listenTls(
  address: SocketAddress,
  options: TlsServerOptions,
  onConnection: (connection: TlsConnection) => void,
): Promise<Listener> {
  const server = createServer(
    {
      cert: node(options.certificate),
      key: node(options.privateKey),
      ca: node(options.clientRoots),
      requestCert: options.clientRoots !== undefined,
      rejectUnauthorized: options.clientRoots !== undefined,
      ALPNProtocols: ALPN,
      minVersion: MIN_VERSION,
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
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

function certificateOf(socket: TLSSocket): PeerCertificate | undefined {
  const { subject, subjectaltname, fingerprint256, raw } = socket.getPeerCertificate();
  if (raw === undefined) return undefined;
  return {
    commonName: String(subject?.CN ?? ''),
    names: subjectaltname?.split(', ') ?? [],
    fingerprint: fingerprint256,
    raw: new Uint8Array(raw),
  };
}

/** PEM as `node:tls` takes it, which knows text and `Buffer`. */
function node(pem: string | Uint8Array | undefined): string | undefined {
  return pem instanceof Uint8Array ? decodeUtf8(pem) : pem;
}
