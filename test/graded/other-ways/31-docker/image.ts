// Another right answer: other orders of members, the config first, and a class in between.
export type Hash = (bytes: Uint8Array) => string;

export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
}

export const MediaType = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  tar: 'application/vnd.oci.image.layer.v1.tar',
  gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const;

export interface Layer {
  tar: Uint8Array;
  gzipped?: Uint8Array;
}

export interface StartConfig {
  Entrypoint: readonly string[];
  User?: string;
  Env?: readonly string[];
  WorkingDir?: string;
  StopSignal?: string;
  ExposedPorts?: Readonly<Record<string, object>>;
}

export interface ImageParts {
  layers: readonly Layer[];
  config: StartConfig;
  architecture: string;
}

export interface Image {
  blobs: Map<string, Uint8Array>;
  manifest: Descriptor;
}

export function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value, null, 2));
}

class Store {
  readonly blobs = new Map<string, Uint8Array>();
  readonly #hash: Hash;

  constructor(hash: Hash) {
    this.#hash = hash;
  }

  name(bytes: Uint8Array): string {
    return ['sha256', this.#hash(bytes)].join(':');
  }

  add(bytes: Uint8Array, mediaType: string): Descriptor {
    const digest = this.name(bytes);
    if (!this.blobs.has(digest)) this.blobs.set(digest, bytes.slice());
    return { size: bytes.byteLength, digest, mediaType };
  }
}

export function makeImage(parts: ImageParts, hash: Hash): Image {
  const store = new Store(hash);
  const ids: string[] = [];
  const kept: Descriptor[] = [];
  for (const one of parts.layers) {
    ids.push(store.name(one.tar));
    if (one.gzipped) kept.push(store.add(one.gzipped, MediaType.gzip));
    else kept.push(store.add(one.tar, MediaType.tar));
  }
  const config = store.add(
    json({
      rootfs: { diff_ids: ids, type: 'layers' },
      os: 'linux',
      config: structuredClone(parts.config),
      architecture: parts.architecture,
    }),
    MediaType.config,
  );
  const manifest = json({
    layers: kept,
    config,
    mediaType: MediaType.manifest,
    schemaVersion: 2,
  });
  const name = store.add(manifest, MediaType.manifest);
  return { blobs: store.blobs, manifest: name };
}

export class BlobError extends Error {
  override readonly name = 'BlobError';
}

export function readBlob(
  blobs: ReadonlyMap<string, Uint8Array>,
  wanted: Descriptor,
  hash: Hash,
): Uint8Array {
  const found = blobs.get(wanted.digest);
  const refuse = (why: string) => new BlobError(`${why}: ${wanted.digest}`);
  if (!found) throw refuse('nobody has it');
  if (found.byteLength !== wanted.size) throw refuse('too long or too short');
  const [algorithm, digits] = wanted.digest.split(':');
  if (algorithm !== 'sha256' || digits !== hash(found)) throw refuse('something else');
  return found;
}
