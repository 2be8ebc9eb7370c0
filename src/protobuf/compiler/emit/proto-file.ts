import type { LocalFile } from '#protobuf/compiler/naming/local-names';
import { FileDescriptorProto } from '#protobuf/generated/google/protobuf/descriptor';
import { quote } from './file.ts';

/** Characters of base64 in a line. */
const LINE = 84;

/** The file itself, for reflection: `export const file: ProtoFile = { … };` */
export function emitProtoFile(file: LocalFile): string {
  const bytes = FileDescriptorProto.encode(file.descriptor);
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [''];
  return `/** The file itself, for reflection. */
export const file: ProtoFile = {
path: ${quote(file.path)},
imports: [${[...file.fileNames.values()].join(', ')}],
descriptor:
${lines.map((line) => `'${line}'`).join(' +\n')},
};`;
}
