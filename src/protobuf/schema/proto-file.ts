/**
 * A `.proto` file as generated code carries it, so that a running program can tell others what its
 * services and messages are: server reflection does, and it needs no parser for it.
 */
export interface ProtoFile {
  /** As other files import it: `ecommerce.proto`. */
  readonly path: string;
  /** What it imports. */
  readonly imports: readonly ProtoFile[];
  /** A `google.protobuf.FileDescriptorProto`, in base64. */
  readonly descriptor: string;
}

/** The bytes of the file's `google.protobuf.FileDescriptorProto`. */
export function descriptorBytes({ descriptor }: ProtoFile): Uint8Array {
  return Uint8Array.from(atob(descriptor), (character) => character.charCodeAt(0));
}

/** The files and all that they import, directly and not: each once, itself before its imports. */
export function withImports(files: Iterable<ProtoFile>): ProtoFile[] {
  const found = new Set(files);
  // A set may grow while it is walked: what is new is visited too.
  for (const { imports } of found) for (const file of imports) found.add(file);
  return [...found];
}
