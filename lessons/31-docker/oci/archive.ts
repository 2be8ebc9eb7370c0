import { type Image, json, MediaType } from '#image/image';
import { type Entry, layer } from '#image/layer';

/**
 * An image as one file that one can hand on, in both forms that programs read: an OCI image layout
 * (`oci-layout` and `index.json`), and what `docker load` knows (`manifest.json`). The parts are the
 * same; they are there once.
 */
export function archive({ blobs, manifest }: Image, name: string): Uint8Array {
  const pathOf = (digest: string) => `blobs/${digest.replace(':', '/')}`;
  const index = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [{ ...manifest, annotations: { 'org.opencontainers.image.ref.name': name } }],
  };
  const parts = readManifest({ blobs, manifest });
  const forDocker = {
    Config: pathOf(parts.config.digest),
    RepoTags: [name],
    Layers: parts.layers.map(({ digest }) => pathOf(digest)),
  };
  const files: Entry[] = [...blobs].map(([digest, bytes]) => ({ path: pathOf(digest), bytes }));
  return layer([
    ...files,
    { path: 'oci-layout', bytes: json({ imageLayoutVersion: '1.0.0' }) },
    { path: 'index.json', bytes: json(index) },
    { path: 'manifest.json', bytes: json([forDocker]) },
  ]);
}

export interface Manifest {
  config: Image['manifest'];
  layers: Image['manifest'][];
}

/** The manifest of an image that we have made. */
export function readManifest({ blobs, manifest }: Image): Manifest {
  return JSON.parse(new TextDecoder().decode(blobs.get(manifest.digest)));
}

/** What kind of part a media type means, in a word. */
export function kindOf(mediaType: string): string {
  const kind = Object.entries(MediaType).find(([, value]) => value === mediaType)?.[0];
  return kind === 'tar' || kind === 'gzip' ? 'layer' : (kind ?? mediaType);
}
