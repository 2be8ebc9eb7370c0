/**
 * The code generator: one `.proto` file in, one TypeScript file out. Text in, text out; it is left
 * to a formatter to make lines and indents of it.
 */

import { emitDescriptor } from '#protobuf/compiler/emit/descriptor';
import { emitImports, type ImportStyle } from '#protobuf/compiler/emit/imports';
import { emitProtoFile } from '#protobuf/compiler/emit/proto-file';
import { emitRead } from '#protobuf/compiler/emit/read';
import { emitClient, emitDefinition, emitServer } from '#protobuf/compiler/emit/service';
import { emitEmpty, emitEnum, emitInterface } from '#protobuf/compiler/emit/types';
import { emitWrite } from '#protobuf/compiler/emit/write';
import { withLocalNames } from './naming/local-names.ts';
import type { FileSchema, MessageSchema } from './schema.ts';

/** Generated code of this repository imports the library as everything else here does. */
export const INSIDE: ImportStyle = { runtime: (module) => `#${module}`, extension: '.ts' };

export function generate(schema: FileSchema, style: ImportStyle = INSIDE): string {
  const file = withLocalNames(schema);
  const parts = [
    emitProtoFile(file),
    ...file.enums.map(emitEnum),
    ...file.messages.map(emitMessage),
    ...file.services.flatMap((service) => [
      emitDefinition(service),
      emitClient(service),
      emitServer(service),
    ]),
  ];
  const header = `// Generated from ${file.path} by \`npm run generate\`. Do not edit.`;
  return `${header}\n${emitImports(file, style)}\n\n${parts.join('\n\n')}\n`;
}

function emitMessage(message: MessageSchema): string {
  const name = message.typeName;
  const constant = `export const ${name}: MessageType<${name}> = {
descriptor: ${emitDescriptor(message)},
create: (init) => create(${name}.descriptor, empty${name}(), init),
encode: (message) => encode(${name}.descriptor, message, write${name}),
decode: (bytes, limits) => decode(${name}.descriptor, bytes, empty${name}(), read${name}, limits),
};`;
  const functions = [emitEmpty(message), emitWrite(message), emitRead(message)];
  return [emitInterface(message), constant, ...functions].join('\n\n');
}
