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
  const withFolders = (files: Entry[]) => [...foldersOf(files), ...files];
  // #region build
  const full = [base, app].filter(({ length }) => length > 0);
  const tars = full.map((files) => layer(withFolders(files)));
  const layers = tars.map((tar) => ({ tar }));
  const image = makeImage({ layers, config: CONFIG, architecture }, sha256);
  // #endregion build
  return { image, tars, base, app };
}

/**
 * The folders that files are in, as entries of their own. Some engines make those that are missing;
 * Docker 20.10 makes them so that only root may enter, and a program that is not root is not found.
 */
export function foldersOf(files: readonly Entry[]): Entry[] {
  const paths = new Set<string>();
  for (const { path } of files) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      paths.add(path.slice(0, at + 1));
    }
  }
  return [...paths].map((path) => ({ path, bytes: new Uint8Array(0) }));
}
