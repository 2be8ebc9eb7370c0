import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';
import * as grpc from '@grpc/grpc-js';
import type { RunningServer } from '#course/lesson/define-lesson';
import { clientCredentials } from '#tls/credentials';
import { LOOPBACK } from '#transport/tcp';
import type { Identity } from '../security/certificates.ts';
import { QUIET } from '../shop/with-shop.ts';
import { callJs } from './client.ts';
import { callOurs, connectOurs, startOurShop } from './ours.ts';
import type { Papers, Wrong } from './papers.ts';
import { buffers } from './server.ts';

/** Something that is wrong between a client and a server, in one way. */
export interface Failure {
  name: string;
  about: string;
  start(papers: Papers): Promise<RunningServer>;
  /** What the client shows, and whether it speaks TLS at all. */
  client?: (papers: Papers) => Identity;
  plaintext?: true;
}

const shows = (name: Wrong) => (papers: Papers) => startOurShop(QUIET, { ...papers.wrong[name] });

const mutual = ({ shop, roots }: Papers) => startOurShop(QUIET, { ...shop, clientRoots: roots });

/** A server of somebody who knows TLS and no gRPC. */
const raw = (options: TlsOptions) => (papers: Papers) => startRawTls(papers.shop, options);

// OpenSSL has old versions only if one asks for its lowest level of security.
const OLD: TlsOptions = {
  minVersion: 'TLSv1.1',
  maxVersion: 'TLSv1.1',
  ciphers: 'DEFAULT:@SECLEVEL=0',
  ALPNProtocols: ['h2'],
};

export const FAILURES: readonly Failure[] = [
  { name: 'unknown-ca', about: 'another authority has signed', start: shows('stranger') },
  { name: 'no-chain', about: 'it shows its leaf and no more', start: shows('no chain') },
  { name: 'expired', about: 'it ended an hour ago', start: shows('expired') },
  { name: 'not-yet', about: 'it begins in an hour', start: shows('not yet') },
  { name: 'for-clients', about: 'it is meant for clients', start: shows('for clients') },
  { name: 'wrong-name', about: 'it is for other.test', start: shows('name') },
  { name: 'only-a-cn', about: 'the name is in the CN only', start: shows('common name') },
  {
    name: 'plain-to-tls',
    about: 'the client speaks no TLS',
    start: ({ shop }) => startOurShop(QUIET, { ...shop }),
    plaintext: true,
  },
  {
    name: 'tls-to-plain',
    about: 'the server speaks no TLS',
    start: () => startOurShop(QUIET, undefined),
  },
  { name: 'no-alpn', about: 'the server has no ALPN', start: raw({}) },
  { name: 'tls-1.1', about: 'the server is from 2010', start: raw(OLD) },
  { name: 'no-certificate', about: 'mTLS, and the client has none', start: mutual },
  {
    name: 'impostor',
    about: 'mTLS, signed by another authority',
    start: mutual,
    client: ({ impostor }) => impostor,
  },
];

async function startRawTls(shop: Identity, options: TlsOptions): Promise<RunningServer> {
  const server = createServer({ cert: shop.certificate, key: shop.privateKey, ...options });
  server.on('secureConnection', (socket) => {
    socket.on('error', () => {});
    socket.resume();
  });
  server.on('tlsClientError', () => {});
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  return {
    host: LOOPBACK,
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** For the one client that waits for an answer that nobody will give. */
const PATIENCE_MS = 1_000;

/** How a call ends that meets this failure, on both stacks. */
export async function meet(
  failure: Failure,
  papers: Papers,
): Promise<{ js: string; ours: string }> {
  const server = await failure.start(papers);
  try {
    const shown = failure.client?.(papers);
    const { roots } = papers;
    const credentials = failure.plaintext
      ? grpc.credentials.createInsecure()
      : clientCredentials(grpc, Buffer.from(roots), shown && buffers(shown));
    const [js] = await callJs(server, credentials, ['GetOrder'], PATIENCE_MS);
    const tls = failure.plaintext ? undefined : { roots, ...shown };
    const [ours] = await callOurs(connectOurs(server, tls));
    // Ours has OpenSSL’s short text behind its own words.
    return { js: inShort(js!.text), ours: inShort(ours!).replace(/: [a-z0-9 ]+$/, '') };
  } finally {
    await server.close();
  }
}

/**
 * A text of either stack without what is said each time, UNAVAILABLE among it, and without what
 * chance has decided.
 */
export function inShort(text: string): string {
  return (
    text
      .replace(/No connection established\. Last error: /, '')
      .replace(/no connection to [^ ]+: /, '')
      .replace(/ ?Resolution note: ?$/, '')
      .replace(/ \(\d{4}-[^)]*\)/, '')
      .replace(/(?:[0-9A-F]+:)?error:[^:]*:SSL routines:[^:]*:/, 'SSL: ')
      .replace(/:[^:]*\.c:\d+:.*$/s, '')
      .replace(/^UNAVAILABLE: /, '')
      .replace(/^Error(?: \[\w+\])?: /, '')
      // Node 24 has a hint.
      .replace(/; if the root CA is installed locally.*/, '')
      .replace(/\.$/, '')
      .trim()
  );
}
