import { toHex } from '#bytes/hex';
import { type Descriptor, type Image, readBlob } from '#image/image';
import { BLOCK } from '#image/layer';
import type { Meanings } from '#inspect/meanings';
import { jsonFields } from '#inspect/rpc/json-fields';
import type { Field, TraceEvent, TraceMessage } from '#inspect/trace';
import { kindOf, type Manifest } from './archive.ts';
import { sha256 } from './order-image.ts';
import { headerFields, layerFields } from './tar-fields.ts';

const MANIFEST = 'OCI image-spec, manifest.md';
const CONFIG = 'OCI image-spec, config.md';

const MEANINGS: Meanings = {
  schemaVersion: { meaning: 'always 2', source: MANIFEST },
  mediaType: { meaning: 'what kind of thing these bytes are', source: MANIFEST },
  digest: { meaning: 'its name: the hash of its bytes', source: 'OCI image-spec, descriptor.md' },
  size: { meaning: 'how many bytes it has', source: 'OCI image-spec, descriptor.md' },
  config: { meaning: 'in the manifest: where the config is; in the config: how to start it' },
  layers: { meaning: 'the layers, the lowest first', source: MANIFEST },
  architecture: { meaning: 'for which processor', source: CONFIG },
  os: { meaning: 'for which system: its kernel is the host’s', source: CONFIG },
  rootfs: { meaning: 'of what the file system is made', source: CONFIG },
  diff_ids: { meaning: 'the hashes of the tar files, never of compressed ones', source: CONFIG },
  Entrypoint: { meaning: 'the program, process 1 of its container', source: CONFIG },
  WorkingDir: { meaning: 'where it is started', source: CONFIG },
  User: { meaning: 'as whom', source: CONFIG },
  Env: { meaning: 'what is in its environment', source: CONFIG },
  ExposedPorts: { meaning: 'for people: where it listens', source: CONFIG },
  StopSignal: { meaning: 'how it is told to end', source: CONFIG },
};

const short = (digest: string) => digest.slice(0, 19);

/**
 * What one reads who has nothing but the name of an image: the manifest, the config, and a layer.
 * @param whole show all of a layer, and not only the header of its first file
 */
export function imageEvents({ blobs, manifest }: Image, { whole = false } = {}): TraceEvent[] {
  const events: TraceEvent[] = [];
  const fetch = (descriptor: Descriptor, fields: (bytes: Uint8Array) => [Uint8Array, Field[]]) => {
    const kind = kindOf(descriptor.mediaType);
    const wanted = `wants ${short(descriptor.digest)}…, ${descriptor.size} bytes`;
    events.push({ kind: 'mark', at: 'client', text: wanted });
    // #region read
    const bytes = readBlob(blobs, descriptor, sha256);
    // #endregion read
    const [shown, parts] = fields(bytes);
    const title = shown.length < bytes.length ? `${kind}, the header of its first file` : kind;
    const message: TraceMessage = {
      kind: 'message',
      from: 'server',
      title,
      bytes: toHex(shown, ''),
      fields: parts,
    };
    events.push(message);
    return bytes;
  };
  const asJson = (bytes: Uint8Array): [Uint8Array, Field[]] => [
    bytes,
    jsonFields(bytes, MEANINGS) ?? [],
  ];
  // The names in the manifest are what one looks for: they are not folded.
  const unfolded = (fields: Field[]) => fields.map(({ folded: _, ...field }) => field);
  const named = (bytes: Uint8Array): [Uint8Array, Field[]] => [bytes, unfolded(asJson(bytes)[1])];
  const parts: Manifest = JSON.parse(new TextDecoder().decode(fetch(manifest, named)));
  fetch(parts.config, asJson);
  fetch(parts.layers.at(-1)!, (bytes) => {
    if (whole) return [bytes, layerFields(bytes)];
    // The header before it is that of the folder.
    const header = bytes.subarray(BLOCK, 2 * BLOCK);
    return [header, headerFields(header)];
  });
  return events;
}
