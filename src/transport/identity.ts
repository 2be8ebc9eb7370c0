/** Who is at the other end of a connection, as far as the transport knows. */
export interface PeerIdentity {
  /** `127.0.0.1:50001`, for a log. An address is no proof of anything. */
  readonly address: string;
  /** Encrypted: what is said here, only the two ends can read. */
  readonly secure: boolean;
  /**
   * The certificate that the peer has proved to own, checked against our roots (mTLS); `undefined`
   * where it showed none or the connection is plaintext.
   */
  readonly certificate?: PeerCertificate | undefined;
}

export interface PeerCertificate {
  /** The subject's common name. For deciding who it is, use the names below (RFC 6125). */
  readonly commonName: string;
  /** Subject alternative names: `DNS:client.example`, `URI:spiffe://…`. */
  readonly names: readonly string[];
  /** SHA-256 of the certificate, `AB:CD:…`. */
  readonly fingerprint: string;
  /** The certificate itself (DER). */
  readonly raw: Uint8Array;
}
