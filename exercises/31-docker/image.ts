import { notYet } from '#course/exercise/not-yet';

/** SHA-256 of some bytes, as 64 hex digits. It comes from outside: this file computes none. */
export type Hash = (bytes: Uint8Array) => string;

/** What a thing is, what it is called, and how long it is: how one part of an image names another. */
export interface Descriptor {
  mediaType: string;
  /** `sha256:` and the hash of its bytes. */
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
  /** The same, compressed, if it is kept that way. */
  gzipped?: Uint8Array;
}

/** How its program is started. The names are those of the specification. */
export interface StartConfig {
  Entrypoint: readonly string[];
  User?: string;
  Env?: readonly string[];
  WorkingDir?: string;
  StopSignal?: string;
  ExposedPorts?: Readonly<Record<string, object>>;
}

export interface ImageParts {
  /** From the lowest to the uppermost. */
  layers: readonly Layer[];
  config: StartConfig;
  /** `amd64`, `arm64` */
  architecture: string;
}

export interface Image {
  /** All parts by their digests, each once. */
  blobs: Map<string, Uint8Array>;
  /** The one name from which all the rest is found. */
  manifest: Descriptor;
}

/** A value as the bytes of its JSON. */
export function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/**
 * Makes an image (OCI Image Format Specification 1.1): a config, a manifest, and the layers.
 *
 * ```
 * manifest { schemaVersion: 2, mediaType, config: descriptor, layers: [descriptor, …] }
 * config   { architecture, os: 'linux', config, rootfs: { type: 'layers', diff_ids: [digest, …] } }
 * ```
 *
 * A descriptor of a layer names the bytes that are kept, compressed or not. A diff_id names the tar
 * file, always. Both lists have the order of the layers. Nothing else is in either: no date, above
 * all.
 */
export function makeImage({ layers, config, architecture }: ImageParts, hash: Hash): Image {
  // ── Task 2 ──
  // A function that takes a media type and bytes, keeps the bytes in blobs, and returns their
  // descriptor, is all that you need, three times.
  throw notYet(2);
}

/** A part is missing, or is not what its name says. */
export class BlobError extends Error {
  override readonly name = 'BlobError';
}

/**
 * The bytes that a descriptor names. Whoever has the blobs need not be trusted: what is not exactly
 * what the name says is refused. The size is compared first, so that nobody is made to hash more
 * than was promised.
 *
 * @throws BlobError if it is missing, or has another size, or another hash
 */
export function readBlob(
  blobs: ReadonlyMap<string, Uint8Array>,
  { digest, size }: Descriptor,
  hash: Hash,
): Uint8Array {
  // ── Task 2 ──
  // new BlobError(text), with the digest in the text, for each of the three.
  throw notYet(2);
}
