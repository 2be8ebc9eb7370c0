/** Who is at the other end of a connection, as far as the transport knows. */
export interface PeerIdentity {
  /** `127.0.0.1:50001`, for a log. An address does not prove anything. */
  readonly address: string;
  /** Encrypted: only the two ends can read what is sent. */
  readonly secure: boolean;
  /**
   * The certificate that the peer has proved to own, checked against our roots (mTLS); `undefined`
   * if it showed none, or if the connection is plaintext.
   */
  readonly certificate?: PeerCertificate | undefined;
}

export interface PeerCertificate {
  /** The subject's common name: a text for people. To decide who it is, use `names` (RFC 9525). */
  readonly commonName: string;
  /** Subject alternative names: `DNS:client.example`, `URI:spiffe://…`. */
  readonly names: readonly string[];
  /** SHA-256 of the certificate, `AB:CD:…`. */
  readonly fingerprint: string;
  /** The certificate itself (DER). */
  readonly raw: Uint8Array;
}
