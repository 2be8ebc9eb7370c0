import type {
  FieldSchema,
  FileSchema,
  MessageSchema,
  MethodSchema,
} from '#protobuf/compiler/schema';

/** Files as the parser understood them, a line for each thing that a generator has to print. */
export function drawTree(files: Iterable<FileSchema>): string {
  return [...files].map(drawFile).join('\n');
}

function drawFile({ path, enums, messages, services }: FileSchema): string {
  const parts = [
    ...enums.map(({ typeName, values }) =>
      branch(`enum ${typeName}`, [
        values.map(({ name, number }) => `${number} ${name}`).join(', '),
      ]),
    ),
    ...messages.map((message) => branch(`message ${message.typeName}`, drawFields(message))),
    ...services.map(({ typeName, methods }) =>
      branch(`service ${typeName}`, methods.map(drawMethod)),
    ),
  ];
  return [path, ...parts].join('\n');
}

const branch = (title: string, leaves: readonly string[]) =>
  [`  ${title}`, ...leaves.map((leaf) => `    ${leaf}`)].join('\n');

const drawFields = ({ fields }: MessageSchema) => fields.map(drawField);

function drawField(field: FieldSchema): string {
  const type = field.message?.().typeName ?? field.enum?.().typeName ?? field.type;
  const whole = field.cardinality === 'map' ? `${field.key} → ${type}` : type;
  const oneof = field.oneof === undefined ? '' : ` (oneof ${field.oneof})`;
  const often = field.oneof === undefined ? field.cardinality : 'optional';
  return `${field.number} ${field.name.padEnd(11)} ${often.padEnd(9)} ${whole}${oneof}`;
}

function drawMethod(method: MethodSchema): string {
  const side = (stream: boolean, { typeName }: MessageSchema) =>
    `${stream ? 'stream ' : ''}${typeName}`;
  const request = side(method.requestStream, method.request);
  return `${method.protoName.padEnd(11)} ${request} → ${side(method.responseStream, method.response)}`;
}
