import { createHash } from 'node:crypto';
import { type Image, makeImage, type StartConfig } from '#image/image';
import { type Entry, layer } from '#image/layer';
import { architecture, baseEntries } from './base.ts';
import { bundle } from './bundle.ts';

const known = new WeakMap<Uint8Array, string>();

/** SHA-256 as hex digits. A layer of 100 MB is hashed once, however often it is asked for. */
export function sha256(bytes: Uint8Array): string {
  let hash = known.get(bytes);
  if (hash === undefined) {
    hash = createHash('sha256').update(bytes).digest('hex');
    known.set(bytes, hash);
  }
  return hash;
}

// #region config
export const CONFIG: StartConfig = {
  Entrypoint: ['/bin/node', 'server.cjs'],
  WorkingDir: '/app',
  User: '1000:1000',
  Env: ['NODE_ENV=production'],
  ExposedPorts: { '50031/tcp': {} },
  StopSignal: 'SIGTERM',
};
// #endregion config

/** The order server's image, and what went into it. */
export interface OrderImage {
  image: Image;
  /** The tar files of its layers. */
  tars: readonly Uint8Array[];
  base: readonly Entry[];
  app: readonly Entry[];
}

/** Builds it: node and its libraries below, the order server and its probe on top. */
export async function buildOrderImage(): Promise<OrderImage> {
  const [base, programs] = [baseEntries(), await bundle('server', 'probe')];
  const app = [...programs].map(([name, bytes]) => ({ path: `app/${name}`, bytes }));
  // #region build
  const tars = [base, app].filter(({ length }) => length > 0).map(layer);
  const layers = tars.map((tar) => ({ tar }));
  const image = makeImage({ layers, config: CONFIG, architecture }, sha256);
  // #endregion build
  return { image, tars, base, app };
}
