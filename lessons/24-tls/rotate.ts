import { X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { isDeepStrictEqual } from 'node:util';
import { experimental } from '@grpc/grpc-js';
import { type IdentitySource, IdentityStore } from '#transport/tls/identity-store';
import { checkServerIdentity, type TlsServerIdentity } from '#transport/tls/server';
import type { Identity } from '../security/certificates.ts';
import { QUIET } from '../shop/with-shop.ts';
import type { Stack } from './mutual.ts';
import { callOurs, connectOurs, startOurShop } from './ours.ts';
import { type Papers, SHOP } from './papers.ts';
import { buffers, startJsShop } from './server.ts';

// #region store
/** Somebody puts the newest certificate there: a script, or you. */
interface Files {
  now: Identity;
}

type Tell = (error: unknown) => void;

export const openStore = (files: Files, onError: Tell) =>
  IdentityStore.open<TlsServerIdentity>({
    load: async () => files.now,
    check(identity) {
      checkServerIdentity(identity);
      const { validTo } = new X509Certificate(identity.certificate);
      if (Date.parse(validTo) < Date.now()) throw new Error('expired');
    },
    isSame: (a, b) => isDeepStrictEqual(a, b),
    onError,
  });
// #endregion store

type Provider = Parameters<typeof experimental.createCertificateProviderServerCredentials>[0];
type Listener = Parameters<Provider['addIdentityCertificateListener']>[0];

// #region provider
/** The store as `grpc-js` wants it. */
function asProvider(store: IdentitySource<TlsServerIdentity>): Provider {
  const ends = new Map<Listener, () => void>();
  return {
    addCaCertificateListener() {},
    removeCaCertificateListener() {},
    addIdentityCertificateListener(listener) {
      const tell = (identity: TlsServerIdentity) => listener(buffers(identity as Identity));
      ends.set(listener, store.watch(tell));
      // Not at once: it registers itself behind us, and would not hear.
      queueMicrotask(() => tell(store.current));
    },
    removeIdentityCertificateListener(listener) {
      ends.get(listener)?.();
    },
  };
}
// #endregion provider

export function startRotating(stack: Stack, store: IdentityStore<TlsServerIdentity>) {
  if (stack === 'ours') return startOurShop(QUIET, { identity: store });
  // Its declaration names the authorities first, and its code the identity: the code counts.
  const create = experimental.createCertificateProviderServerCredentials;
  const credentials = create(asProvider(store), null, false);
  return startJsShop(QUIET, { credentials });
}

/** What a server shows to somebody who comes now, as a few letters of its fingerprint. */
export function shownAt(port: number, { roots }: Papers): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, servername: SHOP, ca: roots, ALPNProtocols: ['h2'] };
    const socket = connect(options, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

export interface Rotation {
  /** Which of the certificates was shown: the first, the second … */
  before: number;
  after: number;
  afterBroken: number;
  /** A client that has been connected all the time. */
  oldConnection: string;
  errors: string[];
}

/** A server whose certificate changes; then somebody puts a broken file there. */
export async function rotate(stack: Stack, papers: Papers): Promise<Rotation> {
  const second = await papers.renew();
  const files = { now: papers.shop };
  const errors: string[] = [];
  const store = await openStore(files, (error) => errors.push((error as Error).message));
  const server = await startRotating(stack, store);
  const all = [papers.shop, second].map(
    ({ certificate }) => new X509Certificate(certificate).fingerprint256,
  );
  const shown = async () => 1 + all.indexOf(await shownAt(server.port, papers));
  const connected = connectOurs(server, { roots: papers.roots });
  try {
    await connected.shop.getOrder({ value: '101' });
    const before = await shown();
    files.now = second;
    await store.refresh();
    const after = await shown();
    files.now = { ...second, privateKey: papers.shop.privateKey };
    await store.refresh();
    files.now = papers.wrong.expired;
    await store.refresh();
    const afterBroken = await shown();
    const ends = await callOurs(connected);
    return { before, after, afterBroken, oldConnection: ends.join(' '), errors };
  } finally {
    await connected.close();
    await server.close();
  }
}
