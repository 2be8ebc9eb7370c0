/**
 * The code generator: one `.proto` file in, one TypeScript file out. Text in, text out; it is left
 * to a formatter to make lines and indents of it.
 */
import { emitClient, emitDefinition, emitServer } from '#protobuf/compiler/emit-service';
import { emitEmpty, emitEnum, emitInterface } from '#protobuf/compiler/emit-types';
import { emitDescriptor } from './emit-descriptor.ts';
import { emitRead, hasFastList } from './emit-read.ts';
import { emitWrite } from './emit-write.ts';
import type { EnumSchema, FileSchema, MessageSchema } from './schema.ts';

export function generate(file: FileSchema): string {
  const parts = [
    ...file.enums.map(emitEnum),
    ...file.messages.map(emitMessage),
    ...file.services.flatMap((service) => [
      emitDefinition(service),
      emitClient(service),
      emitServer(service),
    ]),
  ];
  const imports = [...runtimeImports(file), ...protoImports(file)];
  const header = `// Generated from proto/${file.path} by \`npm run generate\`. Do not edit.`;
  return `${header}\n${imports.join('\n')}\n\n${parts.join('\n\n')}\n`;
}

function emitMessage(message: MessageSchema): string {
  const name = message.typeName;
  const constant = `export const ${name}: MessageType<${name}> = {
descriptor: ${emitDescriptor(message)},
create: (init) => Object.assign(empty${name}(), init),
encode: (message) => encode(${name}.descriptor, message, write${name}),
decode: (bytes, limits) => decode(${name}.descriptor, bytes, empty${name}(), read${name}, limits),
};`;
  const functions = [emitEmpty(message), emitWrite(message), emitRead(message)];
  return [emitInterface(message), constant, ...functions].join('\n\n');
}

function runtimeImports(file: FileSchema): string[] {
  const imports: string[] = [];
  if (file.messages.length > 0) {
    imports.push(
      `import { decode, encode } from '#protobuf/codec';`,
      `import type { Message, MessageType } from '#protobuf/message';`,
      `import type { Reader } from '#protobuf/reader';`,
      `import type { Writer } from '#protobuf/writer';`,
    );
  }
  if (file.messages.some(({ fields }) => fields.some(hasFastList))) {
    imports.push(`import { readInt32s } from '#protobuf/packed';`);
  }
  if (file.enums.length > 0) imports.push(`import type { OpenEnum } from '#protobuf/message';`);
  if (file.services.length > 0) {
    const methods = file.services.flatMap((service) => service.methods);
    const streams = methods.some((method) => method.requestStream || method.responseStream);
    const names = streams ? 'ServiceDefinition, Source' : 'ServiceDefinition';
    imports.push(`import type { ${names} } from '#protobuf/service-definition';`);
  }
  return imports;
}

/** What other generated files declare and this one uses, by file. */
function protoImports(file: FileSchema): string[] {
  const used = new Map<string, Set<string>>();
  const use = (type: MessageSchema | EnumSchema, names: readonly string[]) => {
    if (type.file === file.path) return;
    const from = used.get(type.file) ?? new Set();
    for (const name of names) from.add(name);
    used.set(type.file, from);
  };
  for (const field of file.messages.flatMap((message) => message.fields)) {
    if (field.type === 'message') {
      const type = field.message!();
      const name = type.typeName;
      use(type, [name, `empty${name}`, `read${name}`, `write${name}`]);
    } else if (field.type === 'enum') {
      const type = field.enum!();
      use(type, [`type ${type.typeName}`]);
    }
  }
  for (const { request, response } of file.services.flatMap((service) => service.methods)) {
    use(request, [request.typeName]);
    use(response, [response.typeName]);
  }
  return [...used].map(
    ([path, names]) => `import { ${[...names].join(', ')} } from '${relative(file.path, path)}';`,
  );
}

/** From one generated file to another: the tree of `proto/` again. */
function relative(from: string, to: string): string {
  const up = from.split('/').length - 1;
  return `${up === 0 ? './' : '../'.repeat(up)}${to.replace(/\.proto$/, '.ts')}`;
}
