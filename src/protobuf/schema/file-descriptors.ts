import { FileDescriptorProto } from '#protobuf/generated/google/protobuf/descriptor';
import { descriptorBytes, type ProtoFile, withImports } from './proto-file.ts';

/**
 * The descriptors of the files that declare some services, and of all that these import: what
 * server reflection tells. They come with generated code, so nothing is parsed:
 *
 *     addReflection(server, fileDescriptors(GreeterDefinition, HealthDefinition));
 *
 * @throws TypeError for a definition that was made by hand, and has no file.
 */
export function fileDescriptors(
  ...definitions: readonly { readonly name: string; readonly file?: ProtoFile }[]
): FileDescriptorProto[] {
  const files = definitions.map(({ name, file }) => {
    if (file === undefined) throw new TypeError(`the definition of ${name} has no .proto file`);
    return file;
  });
  return withImports(files).map((file) => FileDescriptorProto.decode(descriptorBytes(file)));
}
