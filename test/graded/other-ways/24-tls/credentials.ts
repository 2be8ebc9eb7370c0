import type { Pem } from '#transport/tls/pem';

export interface Shown {
  readonly certificate: Pem;
  readonly privateKey: Pem;
}

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

function checked(roots: Pem): Pem {
  if (!roots.length) throw new TypeError('no roots');
  return roots;
}

/** Another way: a case for each, and one check for both sides. */
export function clientCredentials<Credentials>(
  grpc: ForClients<Credentials>,
  roots: Pem,
  shown?: Shown,
): Credentials {
  const { createSsl } = grpc.credentials;
  if (!shown) return createSsl(checked(roots), null, null);
  return createSsl(checked(roots), shown.privateKey, shown.certificate);
}

export function serverCredentials<Credentials>(
  grpc: ForServers<Credentials>,
  { certificate: cert_chain, privateKey: private_key }: Shown,
  clientRoots?: Pem,
): Credentials {
  const pairs = [{ cert_chain, private_key }];
  return clientRoots === undefined
    ? grpc.ServerCredentials.createSsl(null, pairs, false)
    : grpc.ServerCredentials.createSsl(checked(clientRoots), pairs, true);
}
