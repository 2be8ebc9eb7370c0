import type { Peer } from './peer.ts';

/**
 * In the order in which they are measured and shown. Each is loaded only when it is measured:
 * what a process has loaded, every collection of its garbage has to look through.
 */
const LOAD: Readonly<Record<string, () => Promise<Peer>>> = {
  ours: async () => (await import('./ours.ts')).ours,
  '@grpc/grpc-js': async () => (await import('./grpc-js.ts')).grpcJs,
  'nice-grpc': async () => (await import('./nice-grpc.ts')).niceGrpc,
  'connect-node': async () => (await import('./connect.ts')).connect,
  'node:http2 by hand': async () => (await import('./node-http2.ts')).nodeHttp2,
  'raw node:net': async () => (await import('./raw-net.ts')).rawNet,
  'canned HTTP/2': async () => (await import('./canned-http2.ts')).cannedHttp2,
};

/** Answers that were made beforehand: the ceiling of a server that h2load asks. */
export const CANNED = 'canned HTTP/2';

/** Those with a client of their own. */
export const PEERS: readonly string[] = Object.keys(LOAD).filter((name) => name !== CANNED);
/** This repository's stack. */
export const OURS = 'ours';
/** What all others are measured against. */
export const BASE = '@grpc/grpc-js';

/** No RPC at all: what there is to be had. */
export const CEILING = 'raw node:net';

export function loadPeer(name: string): Promise<Peer> {
  const load = LOAD[name];
  if (load === undefined) throw new Error(`there is no peer '${name}'`);
  return load();
}
