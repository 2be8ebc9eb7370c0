import { notYet } from '#course/exercise/not-yet';
 * Credentials of `grpc-js` for both sides: what each shows, and whom each trusts.
 *
 * ```
 * credentials.createSsl(rootCerts, privateKey, certChain)                 a client's
 * ServerCredentials.createSsl(rootCerts, keyCertPairs, checkClientCertificate)   a server's
 * ```
 *
 * `null` in place of `rootCerts` means: all authorities that come with Node, a hundred and more.
 */

/** A certificate (with its chain behind it) and its key. */
export interface Shown<Pem> {
  readonly certificate: Pem;
  readonly privateKey: Pem;
}

/** What is used of `grpc-js`. It comes as an argument, so that a test can look at what it is given. */
export interface GrpcSecurity<Pem, ForClients, ForServers> {
  readonly credentials: {
    createSsl(roots: Pem | null, privateKey: Pem | null, certChain: Pem | null): ForClients;
  };
  readonly ServerCredentials: {
    createSsl(
      roots: Pem | null,
      pairs: { private_key: Pem; cert_chain: Pem }[],
      checkClientCertificate: boolean,
    ): ForServers;
  };
}

/**
 * @param roots the authorities that may sign for the server; nobody else's word counts
 * @param shown what the client shows if it is asked (mTLS)
 * @throws TypeError if `roots` is empty
 */
export function clientCredentials<Pem extends { length: number }, ForClients>(
  grpc: GrpcSecurity<Pem, ForClients, unknown>,
  roots: Pem,
  shown?: Shown<Pem>,
): ForClients {
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
export function serverCredentials<Pem extends { length: number }, ForServers>(
  grpc: GrpcSecurity<Pem, unknown, ForServers>,
  shown: Shown<Pem>,
  clientRoots?: Pem,
): ForServers {
  // ── Task 3 ──
  // grpc.ServerCredentials.createSsl(clientRoots, [{ private_key, cert_chain }], checkClientCertificate)
  throw notYet(3);
}
