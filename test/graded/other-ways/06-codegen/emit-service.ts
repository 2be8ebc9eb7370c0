import { comment } from '#protobuf/compiler/emit/file';
import type { MethodSchema, ServiceSchema } from '#protobuf/compiler/schema';

/** Everything on one line, functions as properties, and nothing imported but what is needed. */
export function emitDefinition({ typeName, name, methods }: ServiceSchema): string {
  const entries = methods.map(
    (method) => `${comment(method)}${method.name}: ${emitMethod(name, method)}`,
  );
  return `export const ${typeName}Definition = { methods: { ${entries.join(', ')} }, name: "${name}" };`;
}

function emitMethod(service: string, method: MethodSchema): string {
  const pair = (what: string, type: string) => [
    `encode${what}: (message: ${type}) => ${type}.encode(message)`,
    `decode${what}: function (bytes: Uint8Array) { return ${type}.decode(bytes) }`,
  ];
  const level = String(method.options.idempotency_level);
  const members = [
    ...pair('Request', method.request.typeName),
    ...pair('Response', method.response.typeName),
    ...(/^(IDEMPOTENT|NO_SIDE_EFFECTS)$/.test(level) ? [`idempotency: "${level}" as const`] : []),
    `requestStream: !!${Number(method.requestStream)}`,
    `responseStream: !!${Number(method.responseStream)}`,
    `path: ["", "${service}", "${method.protoName}"].join("/")`,
  ];
  return `{ ${members.join(', ')} }`;
}

export function emitClient({ typeName, methods }: ServiceSchema): string {
  const members = methods.map((method) => {
    const [request, response] = [method.request.typeName, method.response.typeName];
    const taken = method.requestStream
      ? `Iterable<${request}> | AsyncIterable<${request}>`
      : request;
    const given = `${method.responseStream ? 'AsyncIterable' : 'Promise'}<${response}>`;
    return `${comment(method)}readonly ${method.name}: (_: ${taken}, how?: Options) => ${given}`;
  });
  return `export type ${typeName}Calls<Options> = {\n${members.join(';\n')} };
    export interface ${typeName}Client<Options = unknown> extends ${typeName}Calls<Options> {}`;
}

export function emitServer({ typeName, methods }: ServiceSchema): string {
  const members = methods.map((method) => {
    const [request, response] = [method.request.typeName, method.response.typeName];
    const taken = method.requestStream ? `AsyncIterable<${request}>` : request;
    const given = method.responseStream
      ? `Source<${response}>`
      : `${response} | Promise<${response}>`;
    return `${comment(method)}${method.name}(_: ${taken}, context: Context): ${given}`;
  });
  return `export interface ${typeName}Server<Context = unknown> {\n${members.join('\n')} }`;
}
