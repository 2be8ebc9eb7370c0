import {
  type DescriptorProto,
  FileDescriptorProto,
} from '#protobuf/generated/google/protobuf/descriptor';

/** Finds the file for a name: what reflection is asked, and what needs no network to answer. */
export class DescriptorIndex {
  readonly #files = new Map<string, FileDescriptorProto>();
  readonly #bySymbol = new Map<string, FileDescriptorProto>();
  readonly #messages = new Set<string>();
  /** What was asked for before: a short question should not cost the encoding of a file each time. */
  readonly #encoded = new Map<FileDescriptorProto, Uint8Array>();

  /** @param files with all that they import. */
  constructor(files: Iterable<FileDescriptorProto>) {
    for (const file of files) this.#add(file);
  }

  file(name: string): FileDescriptorProto | undefined {
    return this.#files.get(name);
  }

  /** By the full name of a service, method, message, field, oneof, enum or enum value. */
  fileOfSymbol(symbol: string): FileDescriptorProto | undefined {
    return this.#bySymbol.get(symbol);
  }

  isMessage(name: string): boolean {
    return this.#messages.has(name);
  }

  /** The file and all that it imports, directly and not; each once, itself first. */
  withImports(file: FileDescriptorProto): FileDescriptorProto[] {
    const found = new Set<FileDescriptorProto>([file]);
    // A set may grow while it is walked: new members are visited too.
    for (const each of found) {
      for (const name of each.dependency) {
        const imported = this.#files.get(name);
        if (imported) found.add(imported);
      }
    }
    return [...found];
  }

  encoded(file: FileDescriptorProto): Uint8Array {
    let bytes = this.#encoded.get(file);
    if (bytes === undefined) {
      bytes = FileDescriptorProto.encode(file);
      this.#encoded.set(file, bytes);
    }
    return bytes;
  }

  #add(file: FileDescriptorProto): void {
    this.#files.set(file.name ?? '', file);
    const scope = file.package ?? '';
    for (const message of file.messageType) this.#addMessage(file, scope, message);
    for (const type of file.enumType) this.#addEnum(file, scope, type);
    for (const service of file.service) {
      const name = join(scope, service.name);
      this.#bySymbol.set(name, file);
      for (const method of service.method) this.#bySymbol.set(join(name, method.name), file);
    }
  }

  #addMessage(file: FileDescriptorProto, scope: string, message: DescriptorProto): void {
    const name = join(scope, message.name);
    this.#messages.add(name);
    this.#bySymbol.set(name, file);
    for (const field of message.field) this.#bySymbol.set(join(name, field.name), file);
    for (const oneof of message.oneofDecl) this.#bySymbol.set(join(name, oneof.name), file);
    for (const nested of message.nestedType) this.#addMessage(file, name, nested);
    for (const type of message.enumType) this.#addEnum(file, name, type);
  }

  #addEnum(
    file: FileDescriptorProto,
    scope: string,
    type: { name?: string; value: readonly { name?: string }[] },
  ): void {
    this.#bySymbol.set(join(scope, type.name), file);
    // The values of an enum are its siblings, not its children, as in C++.
    for (const value of type.value) this.#bySymbol.set(join(scope, value.name), file);
  }
}

function join(scope: string, name = ''): string {
  return scope === '' ? name : `${scope}.${name}`;
}
