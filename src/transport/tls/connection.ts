import type { TLSSocket } from 'node:tls';
import { SocketConnection } from '#transport/socket-connection';
import { readableTlsError } from './error.ts';
import type { PeerCertificate, PeerIdentity } from './identity.ts';

/** The only protocol that we speak on top, agreed on inside the handshake (RFC 9113 §3.2). */
export const ALPN = ['h2'];

/** Older versions have known holes (RFC 9113 §9.2). */
export const MIN_VERSION = 'TLSv1.2';

/** A connection after its handshake. */
export class TlsConnection extends SocketConnection {
  readonly identity: PeerIdentity;

  constructor(socket: TLSSocket) {
    super(socket);
    this.identity = { address: this.remote, secure: true, certificate: certificateOf(socket) };
  }

  protected override readable(error: Error): Error {
    return readableTlsError(error);
  }
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
