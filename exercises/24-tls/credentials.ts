import { notYet } from '#course/exercise/not-yet';
/**
 * Credentials of `grpc-js` for both sides: what each shows, and whom each trusts.
 *
 * ```
 * credentials.createSsl(rootCerts, privateKey, certChain)                 a client's
 * ServerCredentials.createSsl(rootCerts, keyCertPairs, checkClientCertificate)   a server's
 * ```
 *
 * `null` in place of `rootCerts` means: all authorities that come with Node, a hundred and more.
 */

import type { Pem } from '#transport/tls/pem';

/** A certificate (with its chain behind it) and its key. */
export interface Shown {
  readonly certificate: Pem;
  readonly privateKey: Pem;
}

/** What is used of `grpc-js`. It comes as an argument, so that a test sees what it is given. */
export interface ForClients<Credentials> {
  readonly credentials: {
    createSsl(roots?: Pem | null, privateKey?: Pem | null, certChain?: Pem | null): Credentials;
  };
}

export interface ForServers<Credentials> {
  readonly ServerCredentials: {
    createSsl(
      roots: Pem | null,
      pairs: { private_key: Pem; cert_chain: Pem }[],
      checkClientCertificate?: boolean,
    ): Credentials;
  };
}

/**
 * @param roots the authorities that may sign for the server; nobody else's word counts
 * @param shown what the client shows if it is asked (mTLS)
 * @throws TypeError if `roots` is empty
 */
export function clientCredentials<Credentials>(
  grpc: ForClients<Credentials>,
  roots: Pem,
  shown?: Shown,
): Credentials {
  // ── Task 3 ──
  // grpc.credentials.createSsl(roots, privateKey, certChain): key and chain are null if there is
  // nothing to show.
  throw notYet(3);
}

/**
 * @param clientRoots mTLS: every client has to show a certificate that one of these has signed.
 *   Without them nobody is asked for one.
 * @throws TypeError if `clientRoots` is empty
 */
export function serverCredentials<Credentials>(
  grpc: ForServers<Credentials>,
  shown: Shown,
  clientRoots?: Pem,
): Credentials {
  // ── Task 3 ──
  // grpc.ServerCredentials.createSsl(clientRoots, [{ private_key, cert_chain }], checkClientCertificate)
  throw notYet(3);
}
