import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileRegistry, type FileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { FileDescriptorSet } from '#protobuf/generated/google/protobuf/descriptor';

/** What `@bufbuild/protobuf` needs to know of `.proto` files; without its code generator. */
export function loadRegistry(
  paths: readonly string[],
  directories: readonly string[],
): FileRegistry {
  const schemas = parseProto(paths, (path) => {
    const found = directories.map((directory) => join(directory, path)).find(existsSync);
    return found && readFileSync(found, 'utf8');
  });
  const set = FileDescriptorSet.create({
    file: [...schemas.values()].map(({ descriptor }) => descriptor),
  });
  return createFileRegistry(fromBinary(FileDescriptorSetSchema, FileDescriptorSet.encode(set)));
}
